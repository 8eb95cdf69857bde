import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { previewList } from '#registry/import/preview'
import type { ColumnTarget } from '#shared/registry/import-columns'
import { importing } from './importing'

const A = '3324140101100001'
const B = '3324140101100002'
const nik = (n: number): string => `33241457089${String(n).padStart(5, '0')}`
const HEADER = ['NO KK', 'NIK', 'NAMA', 'HUBUNGAN']
const columns: Partial<Record<ColumnTarget, string>> = { kk: 'NO KK', nik: 'NIK', name: 'NAMA', relation: 'HUBUNGAN' }
const FROM_ABOVE = { source: 'village-list', map: { columns, kkFromAbove: true } } as const

const listOf = (...rows: string[][]): string => `${[HEADER, ...rows].map(cells => cells.join(';')).join('\n')}\n`
const FAMILIES = [
  [A, nik(1), 'WAGIMAN', 'Kepala Keluarga'],
  ['', nik(2), 'KASMI', 'Istri'],
  ['', nik(3), 'SLAMET', 'Anak'],
  [B, nik(4), 'SUKARNI', 'Kepala Keluarga'],
  ['', nik(5), 'RUBIAH', 'Istri']
]

const cardsOf = (at: ReturnType<typeof importing>) =>
  at
    .people()
    .sort((a, b) => (a.nik ?? '').localeCompare(b.nik ?? ''))
    .map(one => one.kk)

it('leaves who has no family card in a list without one, unless somebody says that it stands above', async () => {
  const at = importing()
  await at.run(listOf(...FAMILIES), { source: 'village-list' })
  expect(cardsOf(at)).toEqual([A, null, null, B, null])
  const report = await at.run(listOf(...FAMILIES), FROM_ABOVE)
  expect(cardsOf(at)).toEqual([A, A, A, B, B])
  expect(report).toMatchObject({ outcome: 'imported', remarks: { 'kk-from-above': 3 } })
})

it('remembers the choice for the next list with this header, and forgets it when it is taken back', async () => {
  const at = importing()
  await at.run(listOf(...FAMILIES), FROM_ABOVE)
  await at.run(listOf(...FAMILIES), { source: 'village-list', period: '2027-01' })
  expect(cardsOf(at)).toEqual([A, A, A, B, B])
  await at.run(listOf(...FAMILIES), { source: 'village-list', period: '2027-01', map: { columns, kkFromAbove: false } })
  expect(cardsOf(at)).toEqual([A, null, null, B, null])
})

it.each([
  ['a head without a card, who begins another family', ['', nik(5), 'PARYONO', 'Kepala Keluarga']],
  ['an empty row', ['', '', '', '']],
  ['a card that cannot be read', ['33241401', nik(5), 'PARYONO', 'Kepala Keluarga']],
  ['a card that a spreadsheet has spoilt', ['3,32E+15', nik(5), 'PARYONO', 'Kepala Keluarga']],
  ['a total', ['', '', 'JUMLAH', '']]
])('gives nobody the card from above %s', async (_, between) => {
  const at = importing()
  await at.run(listOf([A, nik(1), 'WAGIMAN', 'Kepala Keluarga'], between, ['', nik(9), 'RUBIAH', 'Istri']), FROM_ABOVE)
  expect(at.people().find(one => one.name === 'RUBIAH')?.kk).toBeNull()
})

it('gives the card of a row that is set aside to those below it', async () => {
  const at = importing()
  await at.run(
    listOf(['', nik(8), 'SUKARNI', 'Kepala Keluarga'], [A, nik(1), '', 'Kepala Keluarga'], ['', nik(9), 'RUBIAH', 'Istri']),
    FROM_ABOVE
  )
  expect(cardsOf(at)).toEqual([null, A])
})

it('says before an import which columns are written in the first row of a family alone', async () => {
  const at = importing()
  const gapsIn = async (list: string): Promise<number[]> => {
    const file = join(at.folder, 'preview.csv')
    writeFileSync(file, list)
    return (await previewList({ file, folder: at.folder })).gapped
  }
  expect(await gapsIn(listOf(...FAMILIES))).toEqual([0])
  expect(await gapsIn(listOf(...FAMILIES.map(([kk, ...rest]) => [kk || A, ...rest])))).toEqual([])
  // somebody without a card now and then is no family below
  const most = Array.from({ length: 20 }, (_, n) => [A, nik(n + 1), 'WAGIMAN', 'Anak'])
  expect(await gapsIn(listOf(...most, ['', nik(30), 'KASMI', 'Anak']))).toEqual([])
})
