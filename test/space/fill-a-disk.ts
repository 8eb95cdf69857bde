// Run on a small disk of its own: writes an encrypted database until the disk is full, behind the guard.
import { randomBytes } from 'node:crypto'
import { appendFileSync, statfsSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../src/main/database/open'
import { isDiskFull } from '../../src/main/disk-full'
import { hasBallast, makeBallast } from '../../src/main/space/ballast'
import { spaceGuard } from '../../src/main/space/space-guard'

const folder = process.argv[2] ?? ''
const freeBytes = () => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
await makeBallast(folder)
const key = randomBytes(32)
const raw = openDatabase(join(folder, 'desk.db'), key, 1)
raw.exec('create table kept (n integer primary key, bytes blob) strict')
const keep = raw.prepare('insert into kept (bytes) values (?)')
const guard = spaceGuard(folder, { freeBytes, timers: { set: () => () => undefined }, announce: () => undefined, report: () => 'test' })

let acknowledged = 0
let wroteAfterRelease = false
let releasedFirst = false
let refusedAtLast = false
// somebody else fills the disk, with nothing of it left for the desk
const other = join(folder, 'downloads')
const takeAll = () => {
  try {
    for (;;) appendFileSync(other, randomBytes(256 * 1024))
  } catch (error) {
    if (!isDiskFull(error)) throw error
  }
}
takeAll()
for (let n = 0; n < 2_000 && !refusedAtLast; n++) {
  if (guard.refuses('residents.register')) {
    refusedAtLast = true
    break
  }
  if (n === 0) releasedFirst = !hasBallast(folder) && guard.level() === 'released'
  try {
    keep.run(randomBytes(64 * 1024))
    acknowledged++
    wroteAfterRelease = true
  } catch (error) {
    if (!isDiskFull(error)) throw error
    guard.wasFull()
  }
}
// room again, as when the recycle bin was emptied
truncateSync(other, Math.max(0, statSync(other).size - 4 * 1_048_576))
const found = raw.prepare('select count(*) from kept').pluck().get() as number
const integrity = raw.pragma('integrity_check', { simple: true })
raw.close()
process.stdout.write(
  JSON.stringify({ integrity, lost: acknowledged - found, acknowledged, releasedFirst, wroteAfterRelease, refusedAtLast })
)
