import type { RegistryPerson } from '#shared/registry/person'
import { ACROSS } from '../village-rows'
import { FRONT, headEnd, type Part, SnapshotError, takeAt } from './head'
import type { Bytes } from './pieces'
import { readSnapshot, type Snapshot, type Span } from './snapshot'

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

/**
 * Where the bytes lie that hold the people of these villages. While the head is not here, where that lies: with it more can be told. Of bytes that are no
 * snapshot nothing is wanted.
 */
export async function servedSpans(bytes: Bytes, villages: readonly string[]): Promise<Span[]> {
  try {
    const end = await headEnd(bytes)
    if (end === undefined) return [{ from: 0, to: FRONT }]
    if (!(await takeAt(bytes, 0, end))) return [{ from: 0, to: end }]
    return (await readSnapshot(bytes)).spans(servedBy(villages))
  } catch (error) {
    if (error instanceof SnapshotError) return []
    throw error
  }
}
