import type { Row } from '#shared/changes/reduce'
import type { Inside } from '../database/tables'
import { type Device, heldUntil } from '../devices/devices.store'
import { listOrigins, listRowsAfter } from './affected.store'

/** What hangs on a person, besides the person. */
export const HELD = ['participant', 'case', 'letter', 'referral', 'proposal', 'registryCheck'] as const
export type Held = (typeof HELD)[number]

/** Somebody whose data a desk held. `isOwn`: the desk itself wrote something about them. */
export type Affected = { id: string; fields: Record<string, unknown>; isOwn: boolean; counts: Record<Held, number> }

type Desk = Pick<Device, 'id' | 'lastSeenAt' | 'handedAt'>
type Kept = { id: string; row: Row; isOwn: boolean }

const PAGE = 2_000

/**
 * Everybody whose data the desk held: what it wrote itself, and what the district had taken in before the desk last spoke or was last given
 * of the feed, of which every desk takes all. Rather one too many than one too few. What it wrote after it last spoke nobody but the desk knows.
 */
export async function listAffected(inside: Inside, desk: Desk): Promise<Affected[]> {
  const [people, into] = [new Map<string, Affected>(), new Map<string, string>()]
  for await (const { id, row, isOwn } of heldBy(inside, desk, 'resident')) {
    const { mergedInto } = row.fields
    if (typeof mergedInto === 'string') into.set(id, mergedInto)
    people.set(id, { id, fields: row.fields, isOwn, counts: Object.fromEntries(HELD.map(kind => [kind, 0])) as Record<Held, number> })
  }
  // in somebody whom the desk did not have yet, nothing of what it held has ended
  for (const [id, other] of into) if (!people.has(other)) into.delete(id)
  const personOf = new Map<string, string>()
  for (const kind of HELD) {
    for await (const { id, row, isOwn } of heldBy(inside, desk, kind)) {
      const named = kind === 'referral' ? personOf.get(String(row.fields.caseId)) : row.fields.residentId
      const person = people.get(lastOf(String(named), into))
      if (kind === 'case' && person) personOf.set(id, person.id)
      if (!person) continue
      person.counts[kind]++
      person.isOwn ||= isOwn
    }
  }
  // somebody who turned out to be another is one person, and stands here once
  for (const [id, other] of into) {
    const person = people.get(lastOf(other, into))
    if (!person || person.id === id) continue
    person.isOwn ||= people.get(id)?.isOwn ?? false
    people.delete(id)
  }
  return [...people.values()]
}

/** In whom a line of merges ends; in a circle, in one of them. */
function lastOf(id: string, into: ReadonlyMap<string, string>): string {
  const line = [id]
  for (;;) {
    const next = into.get(line.at(-1) ?? '')
    if (next === undefined || line.includes(next)) return line.at(-1) ?? id
    line.push(next)
  }
}

async function* heldBy(inside: Inside, desk: Desk, entity: string): AsyncGenerator<Kept> {
  const until = heldUntil(desk)
  for (let after = ''; ; ) {
    const page = await listRowsAfter(inside, entity, after, PAGE)
    const made = page.map(({ row }) => row.stamps['*'] ?? '')
    const origins = await listOrigins(inside, [...new Set(made)])
    for (const { id, row } of page) {
      const origin = origins.get(row.stamps['*'] ?? '')
      const isOwn = origin?.device === desk.id
      // a change that is known under another name by now: it may have been there
      const wasThere = !origin || isOwn || (origin.isFed && until !== null && origin.receivedAt <= until)
      if (wasThere) yield { id, row, isOwn }
    }
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = last.id
  }
}
