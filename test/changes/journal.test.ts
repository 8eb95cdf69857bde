import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { changesAfter, headOf } from '#main/changes/log'
import type { DeskApi } from '#shared/contract'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'
import { steps, work } from '#test/support/desk-at-work'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { flipped, journalOf, reopen, rolledBack } from '#test/support/journal'
import { testDesk, value } from '#test/support/test-desk'

const TODAY = '2026-11-23.journal'
const TOMORROW = '2026-11-24.journal'
const DAY = 86_400_000

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

  it('[F6, F8] gives a database that fell back to an older copy its changes and letters again', async () => {
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
