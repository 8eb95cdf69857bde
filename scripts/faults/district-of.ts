// A district server beside a desk's folder, with work of a second desk in it that the first has not seen.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { headOf } from '#main/changes/log'
import { closeDesk } from '#main/open-desk'
import { buildApp } from '#server/app'
import { openDatabase } from '#server/database/open'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { makeDistrict, SAMPLE } from '#server/districts/make-district'
import { LIMITS } from '#server/limits'
import { value } from '../answer-value.ts'
import { apiOf, openAt } from './desk-of.ts'
import { givenDay, sampleDesk } from './given-work.ts'
import type { Said } from './said-by.ts'

type Server = Awaited<ReturnType<typeof openDatabase>>

/** Runs `work` while the district beside this desk listens at the address that the desk knows. */
export async function withDistrict<T>(data: string, work: (server: Server, address: string) => Promise<T>): Promise<T> {
  const [folder, known] = [join(data, '../district'), join(data, '../port')]
  mkdirSync(folder, { recursive: true })
  const server = await openDatabase({ kind: 'sqlite', folder })
  const app = await buildApp({ server, now: () => Date.now(), limits: LIMITS, log: null })
  try {
    await app.listen({ host: '127.0.0.1', port: existsSync(known) ? Number(readFileSync(known, 'utf8')) : 0 })
    const { port } = app.server.address() as { port: number }
    writeFileSync(known, String(port))
    return await work(server, `http://127.0.0.1:${port}`)
  } finally {
    await app.close()
    await server.close()
  }
}

/** Two desks of one office: the first has something to send, and to take what the second wrote meanwhile. */
export async function prepareDistrict(data: string): Promise<Said[]> {
  const second = join(data, '../second')
  for (const name of ['district', 'second', 'port']) rmSync(join(data, '..', name), { recursive: true, force: true })
  await sampleDesk(data)
  return withDistrict(data, async (server, address) => {
    await makeDistrict(server, { ...SAMPLE, isSample: false }, Date.now())
    const code = () => makeEnrolmentCode(server, SAMPLE.code, { now: Date.now(), isAutoConfirm: true })
    const first = await openAt(data)
    const api = await apiOf(first)
    value(await api.sync.join({ server: address, code: await code() }))
    value(await api.sync.sendNow({}))
    const other = await openAt(second)
    const joining = await apiOf(other)
    value(await joining.sync.join({ server: address, code: await code() }))
    value(await joining.sync.sendNow({}))
    value(await joining.office.openHere({}))
    const others = await apiOf(other)
    for (const _ of [1, 2, 3])
      value(await others.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
    await givenDay(others)
    value(await others.sync.sendNow({}))
    const own = other.raw.prepare('select count(*) from "change" where device = ?').pluck().get(other.author.device)
    writeFileSync(join(data, '../others'), String(own))
    await closeDesk(other)
    await givenDay(api)
    const said = headOf(first.raw)
    await closeDesk(first)
    rmSync(second, { recursive: true, force: true })
    return [said]
  })
}
