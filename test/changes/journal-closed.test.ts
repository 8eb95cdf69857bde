import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { givenResident } from '#test/support/given'
import { bytesOf, flipped, reopen, rolledBack } from '#test/support/journal'
import { testDesk } from '#test/support/test-desk'

const TODAY = '2026-11-23.journal'

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
