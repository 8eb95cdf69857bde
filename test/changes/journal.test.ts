import { createHash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { Journal } from '#main/changes/journal'
import { changesAfter, headOf } from '#main/changes/log'
import { readKeys } from '#main/keys/desk-keys'
import type { DeskApi } from '#shared/contract'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'
import { steps, work } from '#test/support/desk-at-work'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { actAs, testDesk, testSecrets, value } from '#test/support/test-desk'

const TODAY = '2026-11-23.journal'
const TOMORROW = '2026-11-24.journal'
const DAY = 86_400_000

/** What the journal of a folder holds, read as the desk reads it. */
async function journalOf(data: string) {
  const found = await readKeys(join(data, 'keys'), testSecrets())
  if (found.kind !== 'found') throw new Error('no keys')
  return new Journal(join(data, 'journal'), found.keys.databaseKey, () => '2026-11-23').read(0)
}

/** The names and bytes of everything in a folder. */
function bytesOf(folder: string): Record<string, string> {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter(name => statSync(join(folder, name)).isFile()).sort()
  return Object.fromEntries(
    files.map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')
    ])
  )
}

/** Opens the folder again, as the next morning does. */
async function reopen(folder: string, now?: number) {
  const at = await testDesk({ folder, ...(now ? { now } : {}) })
  await actAs(at, 'front-office')
  return at
}

/** A desk that was closed, and a copy of its database as it was before its last letter. */
async function rolledBack() {
  const first = await testDesk({ officer: 'front-office' })
  const { data } = first
  const found = await givenCase(first.api)
  await first.close()
  copyFileSync(join(data, 'desk.db'), join(data, 'older.db'))
  const second = await reopen(data)
  const letter = value(await second.api.letters.issue(await givenLetterOrder(second.api, found.id)))
  const pdf = value(await second.api.letters.pdf({ letterId: letter.id }))
  const [rows, log] = [snapshot(second.desk.raw), changesAfter(second.desk.raw, 0)]
  await second.close()
  copyFileSync(join(data, 'older.db'), join(data, 'desk.db'))
  return { data, letter, pdf, rows, log }
}

describe('the journal', () => {
  it('holds a line for every change before the call that made it is answered', async () => {
    await fc.assert(
      fc.asyncProperty(steps(12), async day => {
        const at = await testDesk({ officer: 'manager' })
        const api = createApi<DeskApi>(channels, async (channel, input) => {
          const answer = await at.run(channel, input)
          const { entries } = await journalOf(at.data)
          expect(entries.at(-1)).toMatchObject(headOf(at.desk.raw))
          return answer
        })
        await work({ ...at, api }, day)
        const { entries, unreadable } = await journalOf(at.data)
        expect(unreadable).toBe(0)
        expect(entries.map(({ bytes: _, ...sealed }) => sealed)).toEqual(changesAfter(at.desk.raw, 0))
        await at.close()
      }),
      { numRuns: 3 }
    )
  })

  it('tells nothing of what it holds', async () => {
    const { api, data } = await testDesk({ officer: 'front-office' })
    await givenResident(api)
    const text = readFileSync(join(data, 'journal', TODAY), 'latin1')
    expect(text).toMatch(/^([A-Za-z0-9+/=]+\n)+$/)
    expect(Buffer.from(text.split('\n').join(''), 'base64').toString('latin1')).not.toContain('Siti')
  })

  it('gives a database that fell back to an older copy its changes and letters again', async () => {
    const { data, letter, pdf, rows, log } = await rolledBack()
    const { desk, api } = await reopen(data)
    expect(desk.recoveredChanges).toBe(2)
    expect(value(await api.office.state({}))).toMatchObject({ recoveredChanges: 2 })
    expect(snapshot(desk.raw)).toEqual(rows)
    expect(changesAfter(desk.raw, 0)).toEqual(log)
    expect(value(await api.letters.pdf({ letterId: letter.id }))).toEqual(pdf)
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(letter.pdfHash)
  })

  it('goes on with the next number after a fall back', async () => {
    const { data, letter } = await rolledBack()
    const { api } = await reopen(data)
    const order = await givenLetterOrder(api, letter.caseId)
    expect(value(await api.letters.issue({ ...order, inSpiteOf: letter.id })).sequence).toBe(letter.sequence + 1)
  })

  it('gives everything again when the database itself is gone', async () => {
    const { data, rows } = await rolledBack()
    rmSync(join(data, 'desk.db'))
    expect(snapshot((await reopen(data)).desk.raw)).toEqual(rows)
  })

  it('loses a torn last line, which nobody was answered for, and goes on behind it', async () => {
    const first = await testDesk({ officer: 'front-office' })
    await first.close()
    const path = join(first.data, 'journal', TODAY)
    const whole = readFileSync(path)
    appendFileSync(path, whole.subarray(0, 100))
    const second = await reopen(first.data)
    expect(second.desk.recoveredChanges).toBe(0)
    await givenResident(second.api)
    const { entries, unreadable } = await journalOf(first.data)
    expect([entries.at(-1)?.seq, unreadable]).toEqual([headOf(second.desk.raw).seq, 0])
  })

  it('catches up when the database is ahead of it', async () => {
    const first = await testDesk({ officer: 'front-office' })
    await givenResident(first.api)
    await first.close()
    const path = join(first.data, 'journal', TODAY)
    writeFileSync(path, `${readFileSync(path, 'latin1').split('\n')[0]}\n`)
    const { desk, api } = await reopen(first.data)
    expect((await journalOf(first.data)).entries.map(entry => entry.seq)).toEqual([1, 2])
    expect(value(await api.office.state({}))).toMatchObject({ journalBehind: 0, recoveredChanges: 0 })
    expect(headOf(desk.raw).seq).toBe(2)
  })

  it('does not stop the desk when it cannot be written, says how far behind it is, and catches up', async () => {
    const { api, desk, clock, data } = await testDesk({ officer: 'front-office' })
    clock.ms += DAY
    mkdirSync(join(data, 'journal', TOMORROW))
    const found = await givenCase(api)
    value(await api.letters.issue(await givenLetterOrder(api, found.id)))
    const { seq } = headOf(desk.raw)
    expect(value(await api.office.state({}))).toMatchObject({ journalBehind: seq - 1 })
    rmdirSync(join(data, 'journal', TOMORROW))
    value(await api.cases.note({ caseId: found.id, kind: 'note', text: 'Buku harian kembali' }))
    expect(value(await api.office.state({}))).toMatchObject({ journalBehind: 0 })
    const { entries } = await journalOf(data)
    expect(entries.map(({ bytes: _, ...sealed }) => sealed)).toEqual(changesAfter(desk.raw, 0))
    expect(entries.flatMap(entry => Object.values(entry.bytes))).toHaveLength(1)
  })

  it('catches up at the next start when it could not be written until the end', async () => {
    const first = await testDesk({ officer: 'front-office' })
    first.clock.ms += DAY
    mkdirSync(join(first.data, 'journal', TOMORROW))
    await givenResident(first.api)
    await first.close()
    rmdirSync(join(first.data, 'journal', TOMORROW))
    const { desk } = await reopen(first.data, first.clock.ms)
    expect((await journalOf(first.data)).entries.at(-1)).toMatchObject(headOf(desk.raw))
  })

  it('keeps one file a day, and in order when the clock goes back', async () => {
    const { api, clock, data, desk } = await testDesk({ officer: 'front-office' })
    clock.ms += DAY
    await givenResident(api)
    clock.ms -= 2 * DAY
    await givenResident(api, { nik: '3324105708910002', name: 'Sumarni' })
    expect(readdirSync(join(data, 'journal'))).toEqual([TODAY, TOMORROW])
    expect((await journalOf(data)).entries.map(entry => entry.seq)).toEqual([1, 2, headOf(desk.raw).seq])
  })

  it('reads no older day than the one the database stands at', async () => {
    const first = await testDesk({ officer: 'front-office' })
    first.clock.ms += DAY
    await givenResident(first.api)
    await first.close()
    writeFileSync(join(first.data, 'journal', TODAY), 'rusak\n')
    expect((await reopen(first.data, first.clock.ms)).desk.recoveredChanges).toBe(0)
  })

  it('may hold lines that rotted as long as the database has what they said', async () => {
    const first = await testDesk({ officer: 'front-office' })
    await givenResident(first.api)
    await first.close()
    const path = join(first.data, 'journal', TODAY)
    const [set, registered] = readFileSync(path, 'latin1').split('\n')
    for (const text of [`${flipped(set)}\n${registered}\n`, `${set}\n${flipped(registered)}\n`, 'x\n\n']) {
      writeFileSync(path, text)
      const again = await reopen(first.data)
      expect(again.desk.recoveredChanges).toBe(0)
      await again.close()
    }
  })
})

describe('a desk stays closed and leaves everything as it was', () => {
  it('when its journal tells another story', async () => {
    const first = await testDesk({ officer: 'front-office' })
    await first.close()
    const other = mkdtempSync(join(tmpdir(), 'desk-other-'))
    cpSync(first.data, other, { recursive: true })
    for (const [folder, name] of [
      [first.data, 'Sumarni'],
      [other, 'Tuminah']
    ] as const) {
      const at = await reopen(folder)
      await givenResident(at.api, { name })
      await at.close()
    }
    cpSync(join(other, 'journal'), join(first.data, 'journal'), { recursive: true })
    const before = bytesOf(first.data)
    await expect(testDesk({ folder: first.data })).rejects.toMatchObject({ reason: 'damaged' })
    expect(bytesOf(first.data)).toEqual(before)
    rmSync(other, { recursive: true })
  })

  it('when the database is ahead of a journal that tells another story', async () => {
    const first = await testDesk({ officer: 'front-office' })
    await first.close()
    const other = mkdtempSync(join(tmpdir(), 'desk-other-'))
    cpSync(first.data, other, { recursive: true })
    const [mine, theirs] = [await reopen(first.data), await reopen(other)]
    await givenResident(mine.api)
    await givenResident(mine.api, { name: 'Sumarni', nik: null, noNikReason: 'newborn' })
    await givenResident(theirs.api)
    await mine.close()
    await theirs.close()
    cpSync(join(other, 'journal'), join(first.data, 'journal'), { recursive: true })
    await expect(testDesk({ folder: first.data })).rejects.toMatchObject({ reason: 'damaged' })
    rmSync(other, { recursive: true })
  })

  it('when a change that the database lost has rotted in the journal', async () => {
    const { data } = await rolledBack()
    const path = join(data, 'journal', TODAY)
    const lines = readFileSync(path, 'latin1').trimEnd().split('\n')
    for (const at of [lines.length - 1, lines.length - 2]) {
      writeFileSync(path, `${lines.map((line, i) => (i === at ? flipped(line) : line)).join('\n')}\n`)
      const before = bytesOf(data)
      await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'damaged' })
      expect(bytesOf(data)).toEqual(before)
    }
  })
})

/** The line with one character turned into another. */
const flipped = (line = ''): string => `${line.slice(0, 40)}${line[40] === 'A' ? 'B' : 'A'}${line.slice(41)}`
