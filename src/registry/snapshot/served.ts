import type { RegistryPerson } from '#shared/registry/person'
import { ACROSS } from '../village-rows'
import type { Part } from './head'
import type { Snapshot } from './snapshot'

/** Whether a part can hold people of these villages, by their code of the Ministry of Home Affairs; a family may live in several. */
export const servedBy =
  (villages: readonly string[]) =>
  ({ village }: Part): boolean =>
    village === ACROSS || villages.some(code => village === `kemendagri ${code}`)

/** The people of these villages and everybody else on their family cards; each part of the snapshot is compared with its sum before anybody is taken from it. */
export async function* servedRows(snapshot: Snapshot, villages: readonly string[]): AsyncGenerator<RegistryPerson[]> {
  const lives = ({ village }: RegistryPerson): boolean => village?.codeSet === 'kemendagri' && villages.includes(village.code)
  for await (const { village, people } of snapshot.villages(servedBy(villages))) {
    const families = new Set(people.filter(lives).map(({ kk }) => kk))
    yield village === ACROSS ? people.filter(person => lives(person) || families.has(person.kk)) : people
  }
}
