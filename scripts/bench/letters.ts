// From the officer's "Terbitkan" to a numbered letter whose PDF lies frozen in the database, in the built app with its Chromium.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SAMPLE_PIN } from '#main/office/sample-office'
import type { DeskApi } from '#shared/contract'
import type { ResidentInput } from '#shared/residents/residents.contract'
import { value } from '../answer-value.ts'
import { peopleFrom } from '../generated-people.ts'
import { hospitalOrder } from '../hospital-order.ts'
import { startDesk } from '../kill-rounds/desk-process.ts'
import { randomFrom } from '../seeded.ts'
import { report, timed } from './measure.ts'

const TARGET_P95_MS = 400

export async function benchLetters(letters: number, seed: number): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'loket-bench-'))
  const desk = startDesk(data)
  try {
    const { api } = desk
    value(await api.office.setUpSample({}))
    const manager = value(await api.officers.list({})).find(officer => officer.roles.includes('manager'))
    value(await api.officers.signIn({ officerId: manager?.id ?? '', pin: SAMPLE_PIN }))
    const nextPerson = peopleFrom(randomFrom(seed))
    const cold = await issueOne(api, nextPerson())
    const warm: number[] = []
    for (let i = 0; i < letters; i++) warm.push(await issueOne(api, nextPerson()))
    report('letters.first', [cold], 'ms', { note: 'starts Chromium' })
    report('letters.issue', warm, 'ms', { targetP95: TARGET_P95_MS })
  } finally {
    await desk.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** A new person with a case and a referral to the hospital; only the issue of the letter is timed. */
async function issueOne(api: DeskApi, person: ResidentInput): Promise<number> {
  const { id: visitId } = value(await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
  value(await api.visits.serve({ visitId }))
  const resident = value(await api.residents.register({ resident: person, family: null, differentFrom: [] }))
  const { id: caseId } = value(
    await api.cases.open({
      visitId,
      residentId: resident.id,
      kind: 'request',
      sector: 'health',
      problemType: 'nonaktif',
      serviceCode: null,
      summary: 'Kepesertaan PBI-JK nonaktif',
      urgency: 'normal'
    })
  )
  const order = await hospitalOrder(api, caseId)
  const [ms, issued] = await timed(() => api.letters.issue({ ...order, isDateConfirmed: false }))
  value(issued)
  return ms
}
