import { audits } from '#shared/audit/audits'
import { BALLAST_BYTES, SPACE_LIMITS, type SpaceLevel, spaceLevel } from '#shared/space/space'
import { isDiskFull } from '../disk-full'
import type { Ports } from '../ports'
import { hasBallast, makeBallast, releaseBallast } from './ballast'

const LOOK_MS = 30_000
/** Kinds of calls that leave more on the disk than their line. Paper goes on to the last: somebody waits for it. */
const GROWING: readonly string[] = ['write', 'office', 'registry', 'export']
/** What brings one more person to the counter; whoever is there already is served to the end. */
const NEW_PEOPLE: readonly string[] = ['visits.checkIn', 'intake.takeOver']

/** Watches the room on the disk, so that a full one is said before it is met, and the last of it is left for the people at the counter. */
export type SpaceGuard = {
  level(): SpaceLevel
  /** Whether a call is refused as `disk-full` before SQLite would fail. */
  refuses(channel: string): boolean
  /** The disk was full after all: the kept room is let go, so that the next try succeeds. */
  wasFull(): void
  /** From now on the room is looked at, and the ballast is made when there is plenty. */
  begin(): void
  stop(): Promise<void>
}

export function spaceGuard(
  data: string,
  { freeBytes, timers, announce, report }: Pick<Ports, 'freeBytes' | 'timers' | 'announce' | 'report'>
): SpaceGuard {
  let said: SpaceLevel | undefined
  let cancel = (): void => undefined
  let making: Promise<void> = Promise.resolve()
  let isStopped = false

  const level = (): SpaceLevel => {
    const free = freeBytes(data)
    if (free < SPACE_LIMITS.release && releaseBallast(data)) return tell(spaceLevel(freeBytes(data), false))
    return tell(spaceLevel(free, hasBallast(data)))
  }
  const tell = (now: SpaceLevel): SpaceLevel => {
    if (said !== undefined && said !== now) announce({ kind: 'space-changed' })
    said = now
    return now
  }
  const keepBallast = async (): Promise<void> => {
    if (hasBallast(data) || freeBytes(data) < SPACE_LIMITS.low + BALLAST_BYTES) return
    await makeBallast(data)
    level()
  }
  const look = () => {
    if (isStopped) return
    cancel = timers.set(LOOK_MS, look)
    level()
    // a disk that filled up meanwhile leaves no half of it behind
    making = making.then(keepBallast).catch(error => void (isDiskFull(error) || report('space', error)))
  }
  return {
    level,
    refuses(channel) {
      const rule = Object.hasOwn(audits, channel) ? audits[channel as keyof typeof audits] : 'none'
      if (rule === 'none' || !GROWING.includes(rule.kind)) return false
      const now = level()
      return now === 'full' || (now === 'released' && NEW_PEOPLE.includes(channel))
    },
    wasFull() {
      releaseBallast(data)
      level()
    },
    begin: look,
    async stop() {
      isStopped = true
      cancel()
      await making
    }
  }
}
