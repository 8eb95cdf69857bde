import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { actAs, testDesk, value } from '#test/support/test-desk'

it('[F12] says in a line of its own how many lines an older copy of the database, or somebody who cut them off, has taken away', async () => {
  const first = await testDesk({ officer: 'manager' })
  const older = mkdtempSync(join(tmpdir(), 'desk-older-'))
  first.desk.raw.pragma('wal_checkpoint(truncate)')
  cpSync(join(first.data, 'desk.db'), join(older, 'desk.db'))
  for (let n = 0; n < 5; n++) await first.desk.audit.note({ kind: 'read', call: 'residents.get' })
  await first.close()
  const gone = 6
  for (const name of ['desk.db', 'desk.db-wal']) rmSync(join(first.data, name), { force: true })
  cpSync(join(older, 'desk.db'), join(first.data, 'desk.db'))
  const again = await testDesk({ folder: first.data })
  const lines = again.desk.raw.prepare('select line from audit order by n desc limit 2').all() as { line: string }[]
  expect(lines.map(({ line }) => JSON.parse(line)).reverse()).toMatchObject([
    { kind: 'other', outcome: 'lines-gone', count: gone },
    { kind: 'start' }
  ])
  await actAs(again, 'manager')
  const { losses, trouble } = value(await again.api.audit.verify({ known: null }))
  expect(losses).toEqual([{ n: expect.any(Number), kind: 'lines-gone', count: gone }])
  expect(trouble).toBeNull()
  await again.close()
  // it is said once
  const third = await testDesk({ folder: first.data })
  expect(third.desk.raw.prepare("select count(*) as n from audit where outcome = 'lines-gone'").get()).toEqual({ n: 1 })
  await third.close()
  rmSync(older, { recursive: true, force: true })
})

it('[F12] says so when the proof of where it ended was taken away', async () => {
  const first = await testDesk({ officer: 'manager' })
  await first.close()
  for (const name of ['outside.0', 'outside.1']) rmSync(join(first.data, 'keys', name), { force: true })
  for (let n = 0; n < 2; n++) {
    const again = await testDesk({ folder: first.data })
    expect(again.desk.raw.prepare("select count(*) from audit where outcome = 'proof-gone'").pluck().get()).toBe(1)
    await actAs(again, 'manager')
    expect(value(await again.api.audit.verify({ known: null })).losses).toMatchObject([{ kind: 'proof-gone', count: 0 }])
    await again.close()
  }
})
