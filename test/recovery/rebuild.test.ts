import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkLog } from '#main/changes/check-log'
import { snapshot } from '#main/changes/fold'
import { headOf } from '#main/changes/log'
import { ClosedError } from '#main/database/open'
import { readKeys } from '#main/keys/desk-keys'
import { rebuild } from '#main/recovery/rebuild'
import { finishSwap, waitingFile } from '#main/recovery/swap'
import { confirmedBy } from '#test/support/confirmed-by'
import { folderOf, hashOf } from '#test/support/folders'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { flipped } from '#test/support/journal'
import { actAs, problem, testDesk, testSecrets, value } from '#test/support/test-desk'

const AT = Date.UTC(2026, 10, 23, 9)
let made: { data: string; head: number; rows: ReturnType<typeof snapshot> }

/** A day's work, a backup in its middle, and a letter after it. */
beforeAll(async () => {
  const at = await testDesk({ officer: 'manager' })
  const found = await givenCase(at.api)
  value(await at.api.backups.make({}))
  await givenResident(at.api, { name: 'Sumarni', nik: '3324105708910002' })
  value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  const [head, rows] = [headOf(at.desk.raw).seq, snapshot(at.desk.raw)]
  await at.close()
  const data = folderOf('day')
  cpSync(at.data, data, { recursive: true })
  made = { data, head, rows }
})

function spoilt(): string {
  const data = folderOf('spoilt')
  cpSync(made.data, data, { recursive: true })
  return data
}
function damage(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0xaa, 8192, 12_288)
  writeFileSync(file, bytes)
}
const restore = async (data: string) => {
  const found = await readKeys(join(data, 'keys'), testSecrets())
  if (found.kind !== 'found') throw new Error('no keys')
  return rebuild(data, found.keys, AT)
}
const asides = (data: string) => readdirSync(data).filter(name => name.startsWith('rusak-'))
const journalsOf = (data: string) => readdirSync(join(data, 'journal')).map(name => join(data, 'journal', name))

async function opens(data: string) {
  const at = await testDesk({ folder: data })
  expect((await checkLog(at.desk.db, at.desk.raw)).differences).toEqual([])
  await actAs(at, 'manager')
  return at
}

describe('a damaged database', () => {
  it('is set aside whole, and the newest backup with the journal takes its place: nothing is lost', async () => {
    const data = spoilt()
    damage(join(data, 'desk.db'))
    const bad = hashOf(join(data, 'desk.db'))
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'damaged' })
    const rebuilt = await restore(data)
    expect(rebuilt).toMatchObject({ source: 'backup', lost: 0, changes: made.head })
    expect(rebuilt.replayed).toBeGreaterThan(0)
    expect(hashOf(join(rebuilt.setAside, 'desk.db'))).toBe(bad)
    const { desk, api } = await opens(data)
    expect(snapshot(desk.raw)).toEqual(made.rows)
    const again = await givenCase(api, { residentId: (await givenResident(api, { name: 'Wagimin', nik: '3324101708910003' })).id })
    expect(value(await api.letters.issue(await givenLetterOrder(api, again.id))).sequence).toBe(2)
  })

  it('is rebuilt from an older backup when the newest is damaged too, and from the journal alone when all are', async () => {
    const data = spoilt()
    damage(join(data, 'desk.db'))
    const [copy = ''] = readdirSync(join(data, 'backups')).filter(name => name.endsWith('.backup'))
    damage(join(data, 'backups', copy))
    expect(await restore(data)).toMatchObject({ source: 'journal', lost: 0, changes: made.head })
    const { desk } = await opens(data)
    expect(snapshot(desk.raw)).toEqual(made.rows)
  })

  it('that is gone altogether is not replaced by an empty one while there are backups', async () => {
    const data = spoilt()
    rmSync(join(data, 'desk.db'))
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'database-missing' })
    expect(existsSync(join(data, 'desk.db'))).toBe(false)
    expect(await restore(data)).toMatchObject({ source: 'backup', lost: 0, changes: made.head })
  })
})

describe('a damaged journal', () => {
  it('beside a damaged database costs what only it held; the number of the lost letter is not given again unasked', async () => {
    const data = spoilt()
    damage(join(data, 'desk.db'))
    for (const path of journalsOf(data)) {
      const lines = readFileSync(path, 'latin1').split('\n')
      writeFileSync(path, lines.map((line, n) => (n === lines.length - 2 ? flipped(line) : line)).join('\n'))
    }
    const rebuilt = await restore(data)
    expect(rebuilt).toMatchObject({ source: 'backup', lost: 1, changes: made.head - 1 })
    expect(readdirSync(rebuilt.setAside).sort()).toEqual(['desk.db', 'journal', 'pemulihan.json'])
    const at = await opens(data)
    const found = await givenCase(at.api, { residentId: (await givenResident(at.api, { name: 'Wagimin', nik: '3324101708910003' })).id })
    const order = await givenLetterOrder(at.api, found.id)
    expect(problem(await at.api.letters.issue(order))).toEqual({ kind: 'numbers-lost' })
    // the manager has read the last number off the paper
    expect(value(await at.api.letters.openBook({ year: 2026, firstNumber: 2 }, await confirmedBy(at, 'back-office')))).toMatchObject({
      nextSequence: 2
    })
    expect(value(await at.api.letters.issue(order)).sequence).toBe(2)
    expect(problem(await at.api.letters.openBook({ year: 2026, firstNumber: 5 }, await confirmedBy(at, 'back-office')))).toEqual({
      kind: 'already-open'
    })
  })

  it('beside a whole database is set aside, and nothing is lost that the database has', async () => {
    const data = spoilt()
    const [path = ''] = journalsOf(data)
    const lines = readFileSync(path, 'latin1').trimEnd().split('\n')
    writeFileSync(path, `${[...lines, lines.at(-1)?.slice(0, -8)].join('\n')}\n`)
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'damaged' })
    expect(await restore(data)).toMatchObject({ source: 'database', changes: made.head })
    const { desk } = await opens(data)
    expect(snapshot(desk.raw)).toEqual(made.rows)
  })
})

describe('a recovery that is cut off', () => {
  it('goes on at the next start, wherever it was', async () => {
    const data = spoilt()
    damage(join(data, 'desk.db'))
    const finished = folderOf('finished')
    cpSync(data, finished, { recursive: true })
    await restore(finished)
    // the rebuilt one is whole and waits; what it replaces is half set aside
    renameSync(join(finished, 'desk.db'), waitingFile(data, 'plain'))
    writeFileSync(join(data, 'desk.db-wal'), readFileSync(join(data, 'desk.db')).subarray(0, 4096))
    const { desk } = await opens(data)
    expect(snapshot(desk.raw)).toEqual(made.rows)
    expect(asides(data)).toHaveLength(1)
    expect(readdirSync(join(data, asides(data)[0] ?? '')).sort()).toEqual(['desk.db', 'desk.db-wal', 'pemulihan.json'])
    expect(finishSwap(data, AT)).toBeUndefined()
  })

  it('leaves everything as it was when there are no keys for it', async () => {
    const data = spoilt()
    damage(join(data, 'desk.db'))
    rmSync(join(data, 'keys'), { recursive: true })
    await expect(testDesk({ folder: data })).rejects.toBeInstanceOf(ClosedError)
    expect(asides(data)).toEqual([])
  })
})
