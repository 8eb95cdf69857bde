import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { givenResident } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

let at: TestDesk
beforeEach(async () => {
  at = await testDesk({ officer: 'back-office' })
})

const HEADER = 'NAMA,NIK,TANGGAL LAHIR,JENIS KELAMIN,ALAMAT'
const given = (...rows: string[]) => {
  mkdirSync(join(at.data, 'downloads'), { recursive: true })
  writeFileSync(join(at.data, 'downloads', 'usulan desa.csv'), [HEADER, ...rows, ''].join('\n'))
  return { place: 'downloads', path: ['usulan desa.csv'] }
}
const check = async (...rows: string[]) => value(await at.api.listCheck.check({ file: given(...rows) }))

const SRI = 'SRI WAHYUNI,3324145708900011,17/08/1990,P,DUSUN KRAJAN'
const SOUND = 'JOKO CONTOH,3324140506870003,05/06/1987,L,DUSUN KRAJAN'

describe('a village list before it is sent up', () => {
  it('is looked through for one person written twice, with the evidence', async () => {
    const { people, groups } = await check(SRI, SOUND, 'SRI WAHYUNI,3324145708900012,17/08/1990,P,DUSUN KRAJAN')
    expect(people).toBe(3)
    expect(groups).toMatchObject([{ people: [{ row: 2, name: 'SRI WAHYUNI' }, { row: 4 }] }])
    expect(groups[0]?.evidence).toContain('nik-one-off-same-name')
  })

  it('is compared with the residents of the office', async () => {
    const resident = await givenResident(at.api)
    const { meetings } = await check(`${resident.name.toUpperCase()},${resident.nik},17/08/1990,P,DUSUN KRAJAN`, SOUND)
    expect(meetings).toMatchObject([{ person: { row: 2 }, residentId: resident.id, residentName: resident.name }])
    expect(meetings[0]?.evidence).toContain('same-nik')
  })

  it('is told which NIK is missing, broken or of another day or sex', async () => {
    const { niks, aside } = await check(
      'A CONTOH,,17/08/1990,P,X',
      'B CONTOH,332414570890001,17/08/1990,P,X',
      'C CONTOH,3324149908900003,17/08/1990,P,X',
      'D CONTOH,3324145708900004,18/08/1990,P,X',
      'E CONTOH,3324145708900005,17/08/1990,L,X',
      'F CONTOH,3324145708900006/3324145708900007,17/08/1990,P,X',
      SOUND
    )
    expect(niks.map(({ row, finding }) => [row, finding])).toEqual([
      [2, 'nik-missing'],
      [3, 'nik-unreadable'],
      [4, 'day-out-of-range'],
      [5, 'birth-date-differs'],
      [6, 'sex-differs']
    ])
    expect(aside).toEqual([{ row: 7, reason: 'two-niks' }])
  })

  it('is told of a day that does not exist and of whatever else could not be read', async () => {
    const { unread, people } = await check('BUDI CONTOH,3324140506870003,31/02/1987,entah,X', SOUND)
    expect(people).toBe(2)
    expect(unread.map(({ row, remark }) => [row, remark])).toEqual([
      [2, 'birth-date-unreadable'],
      [2, 'sex-unreadable']
    ])
  })

  it('is sound when nothing is found', async () =>
    expect(await check(SOUND)).toEqual({ name: 'usulan desa.csv', people: 1, aside: [], niks: [], unread: [], groups: [], meetings: [] }))

  it('goes back to the facilitator as CSV and XLSX, formulas made harmless and NIKs masked', async () => {
    const file = given(SRI, SRI.replace('0011', '0012'), '+SRI CONTOH,,17/08/1990,P,X')
    const { files } = value(await at.api.listCheck.export({ file, to: DOCUMENTS }))
    expect(files.map(path => path.slice(at.data.length))).toEqual(
      ['csv', 'xlsx'].map(kind => `/documents/Loket SLRT/temuan_usulan-desa_2026-11-23.${kind}`)
    )
    const text = readFileSync(files[0] ?? '', 'utf8')
    expect(text).toMatch(/Mungkin ganda di daftar ini;.*Nama sama, NIK beda satu angka/)
    expect(text).not.toMatch(/\d{16}|;\+SRI/)
    const book = read(readFileSync(files[1] ?? ''))
    expect(utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {})).toHaveLength(text.trim().split('\r\n').length - 1)
  })

  it('is refused with a reason when it is no list, and kept from who may not see residents', async () => {
    const file = given()
    writeFileSync(join(at.data, 'downloads', 'usulan desa.csv'), '%PDF-1.7')
    expect(problem(await at.api.listCheck.check({ file }))).toEqual({ kind: 'wrong-kind-of-file', looksLike: 'PDF' })
    expect(problem(await at.api.listCheck.check({ file: { place: 'downloads', path: ['..', 'x'] } }))).toEqual({ kind: 'file-missing' })
    await actAs(at, 'administrator')
    expect(problem(await at.api.listCheck.check({ file }))).toEqual({ kind: 'not-allowed' })
  })
})
