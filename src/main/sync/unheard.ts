import type { DeskContract } from '#shared/contract'
import { needsDistrict } from '#shared/permissions'
import { refuse } from '#shared/result'
import type { ChannelOf } from '#shared/rpc/call'
import { UNHEARD_DAYS } from '#shared/sync/unheard'
import type { Desk } from '../desk'
import { hasKeptOutside, noteKeptOutside } from '../keys/kept-outside.store'
import { getHere } from './here.store'
import { isOfOthers, isStopped } from './stopped'

const DAY_MS = 86_400_000
const KEEP_EVERY_MS = 10 * 60_000
/** The clock of a PC that was switched off says how long; what is more than this was set. */
const LONGEST_OFF_MS = 60 * DAY_MS

/** How long this desk has not heard its district: while the program runs by a clock that nobody can set, and never less for a clock that was put back. */
export type Unheard = {
  days(): number
  /** The district was heard, over the line or from a stick. */
  heard(): void
  /** Writes the count down every ten minutes from now on. */
  begin(): void
  stop(): void
}

type Needs = Pick<Desk, 'outside' | 'raw' | 'db' | 'clock' | 'monotonic' | 'timers' | 'report'>

export function unheardOf({ outside, raw, db, clock, monotonic, timers, report }: Needs): Unheard {
  const kept = outside.read()
  // whoever deletes the count wins no days by it
  const isTakenAway = !kept && hasKeptOutside(raw)
  const lastContact = raw.prepare('select last_contact_at from here').pluck().get() as number | null
  const atLeast = () => Math.max(UNHEARD_DAYS * DAY_MS, offFor(clock.now() - (lastContact ?? clock.now())))
  let count = kept?.unheard ? kept.unheard.ms + offFor(clock.now() - kept.unheard.at) : isTakenAway ? atLeast() : 0
  let countedAt = monotonic()
  let cancel = (): void => undefined
  const ms = (): number => count + monotonic() - countedAt

  const keep = async (): Promise<void> => {
    await noteKeptOutside(db)
    outside.write({ unheard: { ms: Math.round(ms()), at: clock.now() } })
  }
  const keepOn = (): void => {
    cancel = timers.set(KEEP_EVERY_MS, () => {
      // on a full disk the last count stands, and the next one is written when there is room
      void keep().catch(error => report('sync.unheard', error))
      keepOn()
    })
  }
  return {
    days: () => Math.floor(ms() / DAY_MS),
    heard() {
      const wasLong = ms() >= KEEP_EVERY_MS
      count = 0
      countedAt = monotonic()
      if (wasLong) void keep().catch(error => report('sync.unheard', error))
    },
    begin: keepOn,
    stop: () => cancel()
  }
}

const offFor = (ms: number): number => (ms < 0 || ms > LONGEST_OFF_MS ? 0 : ms)

/** Why a call is not made at a desk that has not heard its district for too long; undefined when it is. A desk without a district never has to hear one. */
export async function refusalUnheard(desk: Desk, channel: ChannelOf<DeskContract>, question: unknown) {
  const days = desk.sync.unheard.days()
  if (isStopped(desk) && isOfOthers(desk, channel, question)) return refuse({ kind: 'district-unheard', days } as const)
  if (!needsDistrict(channel)) return undefined
  if (days < UNHEARD_DAYS || !(await getHere(desk.db)).district) return undefined
  return refuse({ kind: 'district-unheard', days } as const)
}
