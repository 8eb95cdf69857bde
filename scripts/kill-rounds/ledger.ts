// What a desk has answered for so far, and whether it still stands.
import { isDeepStrictEqual } from 'node:util'
import type { DeskApi } from '#shared/contract'
import type { Random } from '../seeded.ts'

/** Something a desk acknowledged: as it was answered, and how to ask for it again. */
export type Entry = { expected: unknown; look(api: DeskApi): Promise<unknown> }

/** What a call that was never answered may have done: for each entry it touches, the state it would have left. */
export type Pending = Map<string, (now: unknown) => boolean>

export type Ledger = { entries: Map<string, Entry>; recent: Set<string>; pending: Pending }
export type Findings = { lost: string[]; half: string[] }

export const newLedger = (): Ledger => ({ entries: new Map(), recent: new Set(), pending: new Map() })

export function acknowledge(ledger: Ledger, key: string, entry: Entry): void {
  ledger.entries.set(key, entry)
  ledger.recent.add(key)
}

/**
 * Asks the reopened desk for what was acknowledged since the last look and for `extra` older answers (all with Infinity).
 * A call that was cut off has to be done whole or not at all; what it did becomes what is expected from now on.
 */
export async function examine(ledger: Ledger, api: DeskApi, random: Random, extra: number): Promise<Findings> {
  const findings: Findings = { lost: [], half: [] }
  for (const [key, entry] of ledger.entries) {
    const isPicked = ledger.recent.has(key) || ledger.pending.has(key) || random() * ledger.entries.size < extra
    if (!isPicked) continue
    const now = await entry.look(api)
    if (isDeepStrictEqual(now, entry.expected)) continue
    const couldBe = ledger.pending.get(key)
    if (couldBe?.(now)) entry.expected = now
    else (couldBe ? findings.half : findings.lost).push(`${key}: ${JSON.stringify(entry.expected)} is now ${JSON.stringify(now)}`)
  }
  ledger.recent.clear()
  ledger.pending = new Map()
  return findings
}
