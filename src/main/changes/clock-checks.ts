// How desks' clocks compared with the district's: noted when this desk hears it, told with its next change, read when a moment is shown.
import type { Database } from 'better-sqlite3'
import type { Change } from '#shared/changes/change'
import { beganAt, CHECK_LASTS, type ClockCheck, type ClockQuality, clockQuality, saysTheSame } from '#shared/office/clock-check'
import type { Writer } from '../database/tables'
import { append } from './record'
import { statement } from './rows'

type Seen = Pick<ClockCheck, 'run' | 'beganAt' | 'ahead'>
type Told = Seen & { stamp: string }
type Maker = Pick<Change, 'device' | 'at'>
type Named = Maker & Pick<Change, 'id'>

/** Of a clock that is set again and again before anything is written, so many comparisons are kept. */
const MOST_TO_TELL = 20

const COLUMNS = 'run, began_at as beganAt, ahead'

/** Notes how this desk's clock compares with the district's now, unless that is known of this run. */
export function noteClockCheck(raw: Database, { device, at }: Maker, districtNow: number): void {
  const found = { run: at.boot, beganAt: beganAt(at), ahead: at.wall - districtNow }
  // a time beyond all calendars is no time, and must not stand in the way of what is written next
  if (!Number.isSafeInteger(found.ahead)) return
  if ([...checksOfRun(raw, device, at.boot), ...checksToTell(raw)].some(known => saysTheSame(known, found))) return
  statement(raw, 'insert into clock_to_tell (run, began_at, ahead) values (?, ?, ?)').run(found.run, found.beganAt, found.ahead)
  statement(raw, 'delete from clock_to_tell where n <= (select max(n) from clock_to_tell) - ?').run(MOST_TO_TELL)
}

/** Adds to a change what this desk has found out about its clock and not told yet. SPEC V6. */
export function tellClockChecks(trx: Writer, device: string): void {
  const { raw } = trx.change
  const checks = checksToTell(raw)
  if (checks.length === 0) return
  for (const check of checks) append(trx, 'clockCheck', { id: trx.newId(), deviceId: device, ...check })
  statement(raw, 'delete from clock_to_tell').run()
}

/** How far the moment of a change can be trusted, as far as is known here. */
export function qualityOf(raw: Database, change: Named, ownDevice: string): ClockQuality {
  return clockQuality(change.at, [...checksNear(raw, change, ownDevice), ...checksBeside(raw, change)])
}

/** How far the clock went ahead by which a change was made, where it is known to have been wrong; null where it was right or nobody knows. */
export function knownAhead(raw: Database, change: string, ownDevice: string): number | null {
  const found = statement(raw, `select device, body ->> '$.at' as at from "change" where id = ?`).raw(false).get(change)
  if (!found) return null
  const { device, at } = found as { device: string; at: string }
  return aheadAt(raw, { device, at: JSON.parse(at) as Change['at'] }, ownDevice)
}

/** The same of a moment by a desk's clock. */
export function aheadAt(raw: Database, maker: Maker, ownDevice: string): number | null {
  const quality = clockQuality(maker.at, checksNear(raw, maker, ownDevice))
  return quality.kind === 'wrong' ? quality.ahead : null
}

const checksToTell = (raw: Database): Seen[] => statement(raw, `select ${COLUMNS} from clock_to_tell order by n`).raw(false).all() as Seen[]

const checksOfRun = (raw: Database, device: string, run: string): Told[] => checksOf(raw, device, 'run = ?', run)

/** What a desk said of its clock in the run of a moment; this desk's own, told or not. */
const checksNear = (raw: Database, { device, at }: Maker, ownDevice: string): Seen[] => [
  ...checksOfRun(raw, device, at.boot),
  ...(device === ownDevice ? checksToTell(raw) : [])
]

/** What the desk said of its clock last before a change and first after it, in the order of its changes: its clock may have leapt. */
function checksBeside(raw: Database, { id, device, at }: Named): Told[] {
  const near = checksOf(raw, device, 'began_at between ? and ?', at.wall - CHECK_LASTS, at.wall + CHECK_LASTS)
  const isBefore = ({ stamp }: Told) => !isLater(stamp, id)
  const inOrder = near.sort((a, b) => Number(isLater(a.stamp, b.stamp)) - Number(isLater(b.stamp, a.stamp)))
  return [inOrder.findLast(isBefore), inOrder.find(check => !isBefore(check))].flatMap(check => check ?? [])
}

/** Whether one of two changes of a desk was made after the other, by their names. */
function isLater(one: string, other: string): boolean {
  const [[epoch, seq], [otherEpoch, otherSeq]] = [placeOf(one), placeOf(other)]
  return epoch === otherEpoch ? seq > otherSeq : epoch > otherEpoch
}

function placeOf(change: string): [epoch: number, seq: number] {
  const [epoch = 0, seq = 0] = change.split('.').slice(-2).map(Number)
  return [epoch, seq]
}

/** Only a desk itself speaks of its clock: what another one says of it is nothing. */
function checksOf(raw: Database, device: string, where: string, ...values: (string | number)[]): Told[] {
  const select = `select ${COLUMNS}, stamps ->> '$."*"' as stamp from clock_check where device_id = ? and ${where}`
  const found = statement(raw, select)
    .raw(false)
    .all(device, ...values) as Told[]
  return found.filter(({ stamp }) => stamp.startsWith(`${device}.`))
}
