import type { RegistryPerson } from '#shared/registry/person'
import { type Facts, factsOf, whoIs } from './person-facts'

/** Facts of a row that are otherwise than they were, by their place. */
export type Patch = { mask: number; values: Facts }

/** How the rows of one village became others. Places count from the village's first row; what is not named stayed as and where it was. */
export type RowChanges = {
  /** Rows that are no longer where they were: they left, or come elsewhere. */
  gone: number[]
  changed: { from: number; patch: Patch }[]
  /** Rows that came, and rows of before in another place, in the order of theirs. */
  placed: ({ at: number } & ({ person: RegistryPerson } | { from: number; patch: Patch }))[]
}

/** The difference between two lists of people; whoever is in both is found again by the NIK, or by family, name and birth. */
export function compareRows(before: readonly RegistryPerson[], after: readonly RegistryPerson[]): RowChanges {
  const partner = partnersOf(before, after)
  const stays = longestRise(partner)
  const kept = new Set<number>()
  const changes: RowChanges = { gone: [], changed: [], placed: [] }
  for (const [at, person] of after.entries()) {
    const from = partner[at] ?? -1
    const old = before[from]
    if (!old) {
      changes.placed.push({ at, person })
      continue
    }
    const patch = patchOf(factsOf(old), factsOf(person))
    if (!stays.has(at)) changes.placed.push({ at, from, patch })
    else {
      kept.add(from)
      if (patch.mask !== 0) changes.changed.push({ from, patch })
    }
  }
  for (let at = 0; at < before.length; at++) if (!kept.has(at)) changes.gone.push(at)
  return changes
}

/** For each row of now the row of before about the same person, each used once; -1 for none. */
function partnersOf(before: readonly RegistryPerson[], after: readonly RegistryPerson[]): number[] {
  const places = Map.groupBy(before.keys(), at => whoIs(before[at] as RegistryPerson))
  const used = new Map<string, number>()
  return after.map(person => {
    const who = whoIs(person)
    const nth = used.get(who) ?? 0
    used.set(who, nth + 1)
    return places.get(who)?.[nth] ?? -1
  })
}

/** The places of the longest run of partners that grow: these rows can stay where they are. */
function longestRise(partner: readonly number[]): Set<number> {
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [at, value] of partner.entries()) {
    if (value < 0) continue
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((partner[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before.set(at, ends[low - 1])
    ends[low] = at
  }
  const rise = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) rise.add(at)
  return rise
}

function patchOf(old: Facts, now: Facts): Patch {
  let mask = 0
  const values: Facts = []
  for (const [at, value] of now.entries()) {
    if (value === old[at]) continue
    mask += 2 ** at
    values.push(value)
  }
  return { mask, values }
}

/** The facts with the patch's in place of theirs. */
export function patched(facts: Facts, { mask, values }: Patch): Facts {
  let next = 0
  return facts.map((value, at) => (Math.floor(mask / 2 ** at) % 2 === 1 ? (values[next++] ?? null) : value))
}
