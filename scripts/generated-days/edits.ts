// A run of corrections: what is left to send when everything else has been sent before.
import { value } from '../answer-value.ts'
import { peopleFrom } from '../generated-people.ts'
import { between, randomFrom } from '../seeded.ts'
import { openLivingDesk } from './desk.ts'

export type GeneratedEdits = { earlier: string[]; edits: string[] }

const MORNING = Date.UTC(2026, 8, 7, 1)

/** Registers people, then corrects the telephone and the neighbourhood of each; `edits` are the changes of the corrections alone. */
export async function generateEdits({ seed, count }: { seed: number; count: number }): Promise<GeneratedEdits> {
  const random = randomFrom(seed)
  const desk = await openLivingDesk(random, MORNING)
  desk.seat('front-office')
  const nextPerson = peopleFrom(random)
  const residents = []
  while (residents.length < count) {
    desk.pass(60_000, 180_000)
    const asked = { resident: nextPerson(), family: null }
    const first = await desk.api.residents.register({ ...asked, differentFrom: [] })
    // somebody who looks like another is left out: the measure is the correction
    if (first.ok) residents.push(first.value)
  }
  const earlier = desk.bodiesAfter(0)
  for (const { id: residentId, provisionalId: _, ...resident } of residents) {
    desk.pass(20_000, 120_000)
    const phone = `08${between(random, 100_000_000, 9_999_999_999)}`
    const address = { ...resident.address, rt: `0${between(random, 10, 30)}` }
    const differentFrom = residents.slice(0, 50).map(one => one.id)
    value(await desk.api.residents.correct({ residentId, resident: { ...resident, phone, address }, differentFrom }))
  }
  const edits = desk.bodiesAfter(earlier.length)
  await desk.close()
  return { earlier, edits }
}
