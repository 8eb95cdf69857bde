import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { line, listOf } from '../import/importing'

const folder = mkdtempSync(join(tmpdir(), 'registry-command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const root = join(import.meta.dirname, '../../..')

/** The command as `npm run registry` starts it, thread and all. */
const registry = (...args: string[]): Promise<{ code: number; said: string; noted: string }> =>
  new Promise(resolve => {
    const program = ['--import', './scripts/extensionless.ts', 'scripts/registry.ts', ...args]
    execFile(process.execPath, program, { cwd: root }, (error, said, noted) => resolve({ code: Number(error?.code ?? 0), said, noted }))
  })

it('imports a list in a thread, says the counts, writes a snapshot, and ends with an honest code', async () => {
  const file = join(folder, 'dtsen.csv')
  const data = join(folder, 'data')
  writeFileSync(file, listOf(line(1), line(2).replace('SITI AMINAH', ''), line(3)))
  const order = ['import', file, '--period', '2026-T4', '--source', 'DTSEN', '--data', data]
  const first = await registry(...order)
  expect(first.said).toContain('DTSEN 2026-T4: 3 rows read = 2 taken over + 1 set aside.')
  expect(first.said).toContain('set aside 1: No name')
  expect(first.noted).toContain('proving')
  expect(first.code).toBe(0)
  expect(readFileSync(join(folder, 'dtsen.disisihkan.csv'), 'utf8')).toContain('Tidak ada nama')
  expect(readFileSync(join(data, 'registry/registry.db')).includes('AMINAH')).toBe(false)

  expect(await registry(...order)).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was changed.') })
  const older = await registry(...order.map(word => word.replace('T4', 'T3')))
  expect(older).toMatchObject({ code: 1, noted: expect.stringContaining('newer (2026-T4)') })
  const future = await registry('import', file, '--period', '2999-T4', '--source', 'DTSEN', '--data', data)
  expect(future).toMatchObject({ code: 2 })
  expect(await registry('import', file, '--period', 'soon', '--source', 'DTSEN', '--data', data)).toMatchObject({ code: 2 })
  expect(await registry('import', join(folder, 'none.csv'), ...order.slice(2))).toMatchObject({
    code: 1,
    noted: expect.stringContaining('There is no such file. The registry in service is unchanged.')
  })

  const found = async (...words: string[]) => (await registry('find', ...words, '--data', data)).said.match(/1990-08-\d\d/g)?.length ?? 0
  expect([await found('siti 1990'), await found('siti 1961'), await found('siti', '36', 'th')]).toEqual([2, 0, 2])

  const snapshot = join(folder, 'registry.slrs')
  expect(await registry('snapshot', snapshot, '--data', data)).toMatchObject({ code: 0, said: expect.stringContaining('2 people in') })
  expect(existsSync(snapshot)).toBe(true)
}, 60_000)

it('lists who may be one person, in words and as JSON', async () => {
  const file = join(folder, 'village.csv')
  writeFileSync(file, listOf(line(1), line(1, 'ST. AMINAH').replace('3324145708900011', '3324145708900012'), line(9, 'BUDI')))
  const { code, said } = await registry('duplicates', file)
  expect(code).toBe(0)
  expect(said).toContain('row 2 and row 3, 0.95: Same name, NIK differs in one digit;')
  expect(said).not.toContain('3324145708900011')
  const json = JSON.parse((await registry('duplicates', file, '--json')).said) as { groups: unknown[] }
  expect(json).toMatchObject({ people: 3, setAside: 0, groups: [{ score: 0.95, people: [{ row: 2 }, { row: 3 }] }] })
  expect((await registry('duplicates', file, '--score', '0.99')).said).toContain('No two records look like one person.')
  const none = await registry('duplicates', file, '--against', join(folder, 'none.csv'))
  expect([none.code, none.noted.trim().split('\n').at(-1)]).toEqual([1, 'There is no such file.'])
  const noMap = await registry('duplicates', file, '--map', join(folder, 'none.json'))
  expect(noMap).toMatchObject({ code: 1, noted: expect.stringContaining('The column map is not there or not understood.') })
}, 60_000)
