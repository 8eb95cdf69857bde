import { factsOf } from '#registry/difference/person-facts'
import { openSnapshot, type Snapshot, sumOf } from '#registry/snapshot/snapshot'
import { writeSnapshot } from '#registry/snapshot/write-snapshot'
import { ACROSS, NOWHERE, type VillageRows, villageKey } from '#registry/village-rows'
import type { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'

export const editionOf = (people: readonly RegistryPerson[], more: Partial<Edition> = {}): Edition => ({
  source: 'DTSEN',
  period: '2026-T4',
  takenOn: null,
  importedAt: 1,
  fileHash: null,
  rowCount: people.length,
  contentHash: sumOf(people),
  ...more
})

/** People under their villages as a registry file hands them out, those of a village in an order that is that of the data. */
export function inVillages(people: readonly RegistryPerson[]): VillageRows[] {
  const villagesOf = Map.groupBy(people, ({ kk }) => kk)
  const partOf = ({ kk, village }: RegistryPerson): string => {
    const family = kk === null ? [village] : (villagesOf.get(kk) ?? []).map(one => one.village)
    const known = [...new Set(family.flatMap(one => (one ? villageKey(one) : [])))]
    return known.length > 1 ? ACROSS : (known[0] ?? NOWHERE)
  }
  const inOrder = people
    .map(one => ({ one, key: JSON.stringify([one.kk, one.relation, factsOf(one)]) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const rows = inOrder.map(({ one }) => one)
  return [...Map.groupBy(rows, partOf)].map(([village, all]) => ({ village, people: all })).sort((a, b) => (a.village < b.village ? -1 : 1))
}

/** A snapshot of these people in a file. */
export async function snapshotOf(path: string, people: readonly RegistryPerson[], more: Partial<Edition> = {}): Promise<Snapshot> {
  await writeSnapshot(path, editionOf(people, more), inVillages(people))
  return openSnapshot(path)
}
