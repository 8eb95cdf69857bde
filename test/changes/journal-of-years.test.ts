import { afterEach, expect, it, vi } from 'vitest'
import { Journal } from '#main/changes/journal'
import { folderOf } from '#test/support/folders'
import { givenVisit } from '#test/support/given'
import { actAs, type TestDesk, testDesk, value } from '#test/support/test-desk'

afterEach(() => vi.unstubAllEnvs())

/** So many more changes as this desk could have made them, in its log alone. */
function workedBefore({ desk: { raw, author } }: TestDesk, count: number): void {
  raw
    .prepare(
      `with recursive past (n) as (select (select max(n) from "change") + 1 union all select n + 1 from past where n < (select max(n) from "change") + ?)
        insert into "change" (n, id, device, epoch, seq, hash, body, signature, blobs, pos)
        select n, 'past.' || n, ?, 1, n, printf('%064d', n), '{"epoch":1}', zeroblob(64), '[]', n from past`
    )
    .run(count, author.device)
}

it('[F8] a past of years goes to a new journal, and comes back from it', { timeout: 120_000 }, async () => {
  const at = await testDesk({ officer: 'administrator' })
  workedBefore(at, 130_000)
  const folder = folderOf('journal')
  const key = new Uint8Array(32)
  const written = new Journal(folder, key, () => '2026-11-23')
  written.catchUp(at.desk.raw)
  expect(written.behind(at.desk.raw)).toBe(0)
  written.close()
  const { entries, unreadable, epoch } = new Journal(folder, key, () => '2026-11-23').read(0)
  expect({ count: entries.length, unreadable, epoch }).toEqual({
    count: at.desk.raw.prepare('select count(*) from "change"').pluck().get(),
    unreadable: 0,
    epoch: 1
  })
})

it('[F8] a save writes a few hundred changes at most to a second journal that is far behind, and the next ones write the rest', async () => {
  const disk = folderOf('disk')
  vi.stubEnv('LOKET_DRIVES', disk)
  const at = await testDesk({ officer: 'administrator' })
  value(await at.api.backups.placeJournal({ drive: disk }))
  workedBefore(at, 600)
  await actAs(at, 'front-office')
  const left: number[] = []
  for (let i = 0; i < 3; i++) {
    await givenVisit(at.api)
    left.push(at.desk.journal.second(at.desk.raw)?.behind ?? -1)
  }
  expect(left).toEqual([102, 0, 0])
})

it('[F8] a new second journal has the whole past before the screen says so', async () => {
  const disk = folderOf('disk')
  vi.stubEnv('LOKET_DRIVES', disk)
  const at = await testDesk({ officer: 'administrator' })
  workedBefore(at, 600)
  expect(value(await at.api.backups.placeJournal({ drive: disk })).secondJournal).toEqual({ path: disk, state: 'well', behind: 0 })
})
