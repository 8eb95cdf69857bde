import type { Database } from 'better-sqlite3'
import { UNHEARD_DAYS } from '#shared/sync/unheard'
import { statement } from '../changes/rows'
import type { KeptOutside } from '../keys/kept-outside'
import { noteKeptOutside } from '../keys/kept-outside.store'
import type { Ports } from '../ports'

const DAY_MS = 86_400_000
const KEEP_EVERY_MS = 10 * 60_000
/** The clock of a PC that was switched off says how long; what is more than this was set. */
const LONGEST_OFF_MS = 366 * DAY_MS

/** How long this desk has not heard its district: while the program runs by a clock that nobody can set, and never less for a clock that was put back. */
export type Unheard = {
  days(): number
  /** The district was heard, over the line or from a stick. */
  heard(): void
  /** Writes the count down now and every ten minutes. */
  begin(): void
  /** Writes it down for the last time. */
  stop(): void
}

type Needs = Pick<Ports, 'clock' | 'monotonic' | 'timers' | 'report'> & { outside: KeptOutside; raw: Database }

export function unheardOf({ outside, raw, clock, monotonic, timers, report }: Needs): Unheard {
  const kept = outside.read()
  let count = kept?.unheard ? kept.unheard.ms + offFor(clock.now() - kept.unheard.at) : sinceContact(raw, clock.now())
  let countedAt = monotonic()
  let isKept = false
  let cancel = (): void => undefined
  const ms = (): number => count + monotonic() - countedAt

  /** On a full disk the last count stands, and the next one is written when there is room. */
  const keep = (ahead: number): void => {
    if (hereOf(raw).district === null) return
    try {
      noteKeptOutside(raw)
      outside.write({ unheard: { ms: Math.round(ms()) + ahead, at: clock.now() } })
      isKept = true
    } catch (error) {
      report('sync.unheard', error)
    }
  }
  // what is to come is counted before: a run that is cut off wins nothing, however short it was and however many there are
  const keepAhead = () => keep(KEEP_EVERY_MS)
  const keepOn = (): void => {
    cancel = timers.set(KEEP_EVERY_MS, () => {
      keepAhead()
      keepOn()
    })
  }
  return {
    days: () => Math.floor(ms() / DAY_MS),
    heard() {
      const wasLong = ms() >= KEEP_EVERY_MS
      count = 0
      countedAt = monotonic()
      if (wasLong || !isKept) keepAhead()
    },
    begin() {
      keepAhead()
      keepOn()
    },
    stop() {
      cancel()
      if (isKept) keep(0)
    }
  }
}

const hereOf = (raw: Database) =>
  statement(raw, 'select district, last_contact_at as contact from here').raw(false).get() as {
    district: string | null
    contact: number | null
  }

const sinceContact = (raw: Database, now: number): number => offFor(now - (hereOf(raw).contact ?? now))

/** What counts where the count was taken away, in milliseconds: whoever does that wins no days by it. */
export const unheardAtLeast = (raw: Database, now: number): number => Math.max(UNHEARD_DAYS * DAY_MS, sinceContact(raw, now))

const offFor = (ms: number): number => (ms < 0 || ms > LONGEST_OFF_MS ? 0 : ms)
