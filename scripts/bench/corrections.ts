// Two fields of each of some residents, corrected through the door that the screen uses.
import type { Desk } from '#main/desk'
import type { DeskApi } from '#shared/contract'
import { value } from '../answer-value.ts'
import { between, randomFrom } from '../seeded.ts'

/** Corrects telephone and neighbourhood of so many residents, one change each, as somebody at the counter. */
export async function correctResidents(desk: Desk, api: DeskApi, count: number): Promise<void> {
  const officers = value(await api.officers.list({}))
  desk.session.officer = officers.find(officer => officer.roles.includes('front-office'))
  const random = randomFrom(count)
  const found = desk.raw.prepare('select id from resident order by id limit ?').all(count) as { id: string }[]
  if (found.length < count) throw new Error(`only ${found.length} residents are here`)
  for (const { id: residentId } of found) {
    const { id: _, provisionalId: __, ...known } = value(await api.residents.get({ residentId })).resident
    const phone = `08${between(random, 100_000_000, 9_999_999_999)}`
    const resident = { ...known, phone, address: { ...known.address, rt: `0${between(random, 10, 30)}` } }
    const first = await api.residents.correct({ residentId, resident, differentFrom: [] })
    if (first.ok || first.problem.kind !== 'possible-duplicates') value(first)
    else value(await api.residents.correct({ residentId, resident, differentFrom: first.problem.candidates.map(one => one.residentId) }))
  }
}
