import type { LoggedOp } from '#shared/changes/op'
import type { OpenedChange } from '#shared/sync/frame'
import type { Desk } from './node'

/** A letter that somebody has in hand. */
type Printed = { number: string; letter: string; act: number; device: string }

/** What people were told, and what has happened since that excuses it. */
export class Promises {
  /** Every act that a desk said was saved. */
  readonly saved = new Map<number, { desk: Desk; item: OpenedChange }>()
  readonly printed: Printed[] = []
  /** Acts that were on no disk any more once a disk had been put back. */
  readonly lost = new Set<number>()
  /** Devices of which two copies wrote, or whose disk went back without anybody noticing. */
  readonly doubled = new Set<string>()
  /** Numbers of letters that the server had and lost when it was put back: a desk that was put back too cannot hear of them from it. */
  readonly unaskable = new Set<string>()

  /** A desk said that a change was saved; what it numbered goes out on paper. */
  make(desk: Desk, item: OpenedChange): void {
    const { change } = item
    const act = change.at.mono
    this.saved.set(act, { desk, item })
    for (const op of change.ops) {
      if (op.type !== 'create' || op.entity !== 'letter') continue
      const { number, status } = (op as LoggedOp & { fields: { number: string; status: string } }).fields
      // what takes the place of a change may hold the letter that was printed for that one
      if (status === 'void' || this.printed.some(({ letter }) => letter === op.id)) continue
      this.printed.push({ number, letter: String(op.id), act, device: desk.device })
    }
  }

  /** The server went back from the acts it had to those of a backup. */
  serverWentBack(had: ReadonlySet<number>, has: ReadonlySet<number>): void {
    for (const { number, act } of this.printed) if (had.has(act) && !has.has(act)) this.unaskable.add(number)
  }

  /** What was held before a disk was put back, and is held after. */
  disksWentBack(before: ReadonlySet<number>, after: ReadonlySet<number>): void {
    for (const act of before) if (!after.has(act)) this.lost.add(act)
  }
}
