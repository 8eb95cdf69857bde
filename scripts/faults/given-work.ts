// What lies in the folders in which the flows begin: the sample office, and a little work.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { headOf } from '#main/changes/log'
import { closeDesk } from '#main/open-desk'
import type { DeskApi } from '#shared/contract'
import { value } from '../answer-value.ts'
import { peopleFrom } from '../generated-people.ts'
import { hospitalOrder } from '../hospital-order.ts'
import { randomFrom } from '../seeded.ts'
import { apiOf, openAt } from './desk-of.ts'
import { scratch } from './preload-library.ts'
import type { Said } from './said-by.ts'

export const personOf = (seed: number) => peopleFrom(randomFrom(seed))()

/** Setting up hashes four PINs, which is slow on purpose: done once a process. */
const made: { folder?: string } = {}

/** A folder with the sample office in which `work` has been done, closed as at the end of a day. */
export async function sampleDesk(data: string, work: (api: DeskApi, data: string) => Promise<void> = async () => undefined): Promise<Said> {
  made.folder ??= await makeSample()
  mkdirSync(data, { recursive: true })
  cpSync(made.folder, data, { recursive: true })
  const desk = await openAt(data)
  try {
    await work(await apiOf(desk), data)
    return headOf(desk.raw)
  } finally {
    await closeDesk(desk)
  }
}

async function makeSample(): Promise<string> {
  const folder = scratch('sample')
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const desk = await openAt(folder)
  value(await (await apiOf(desk)).office.setUpSample({}))
  await closeDesk(desk)
  return folder
}

export const givenCaseOf = (api: DeskApi, visitId: string, residentId: string) =>
  api.cases.open({
    visitId,
    residentId,
    kind: 'request',
    sector: 'health',
    problemType: 'nonaktif',
    serviceCode: null,
    summary: 'BPJS PBI tidak aktif sejak bulan lalu',
    urgency: 'normal'
  })

export async function givenDay(api: DeskApi): Promise<{ caseId: string }> {
  const visit = value(await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
  value(await api.visits.serve({ visitId: visit.id }))
  const resident = value(await api.residents.register({ resident: personOf(3), family: null, differentFrom: [] }))
  const opened = value(await givenCaseOf(api, visit.id, resident.id))
  value(await api.cases.note({ caseId: opened.id, kind: 'note', text: 'Menunggu jawaban' }))
  return { caseId: opened.id }
}

/** Everything that a letter needs, and the order for it in a file beside the desk. */
export async function givenLetter(api: DeskApi, data: string): Promise<void> {
  const { caseId } = await givenDay(api)
  const order = await hospitalOrder(api, caseId)
  writeFileSync(join(data, 'order.json'), JSON.stringify(order))
}
