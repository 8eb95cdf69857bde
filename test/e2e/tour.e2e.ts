import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readCodes, textOf } from '../../scripts/tour/paper-trail'
import { expectWholeLog } from './support/check-log'
import { newFolder, removeFolder } from './support/desk-app'

const ROOT = join(import.meta.dirname, '../..')

test('the tour leaves a letter on F4 paper that can be read, printed and checked, and a whole log', async () => {
  test.setTimeout(240_000)
  const [out, data] = [newFolder(), newFolder()]
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/tour.ts'), '--out', out, '--keep-data', data], {
    encoding: 'utf8',
    timeout: 220_000
  })
  expect(status).toBe(0)
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))
  const letter = join(out, 'letter.pdf')
  expect(Math.round(report.letter.widthPt)).toBe(609)
  expect(Math.round(report.letter.heightPt)).toBe(935)
  expect(report.letter.pages).toBe(1)
  expect(textOf(letter)).toContain(report.letter.number)
  expect(textOf(letter)).toContain('SITI AMINAH CONTOH')
  expect(readCodes(letter).filter(code => code.startsWith('SLRT1:'))).toHaveLength(1)
  expect(report.verified).toEqual({ before: 'Surat asli dan berlaku', afterVoid: 'Surat asli, tetapi sudah dibatalkan' })
  expect(report.pageErrors).toEqual([])
  if (report.printer) {
    expect(report.printed.files).toHaveLength(2)
    expect(report.printed.files.map((file: { mark: string | null }) => file.mark)).toEqual([null, 'SALINAN ke-1'])
  }
  for (const name of report.screenshots) expect(existsSync(join(out, name)), name).toBe(true)
  expect(report.screenshots.length).toBeGreaterThan(40)
  expectWholeLog(data)
  removeFolder(out)
  removeFolder(data)
})
