import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listListings } from '#server/affected/affected.store'
import { listAffected } from '#server/affected/list-affected'
import { inDistrict } from '#server/database/inside'
import { findDevice } from '#server/devices/devices.store'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, KENDAL, openDistrict, sync } from '#test/sync/support/district'
import { command } from './support/command'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function folderForFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'affected-'))
  folders.push(folder)
  return folder
}

/** Two desks; B is lost. Before that A registered one, B another with a case and a letter; afterwards A one more. */
async function lostDesk() {
  const district = await openDistrict()
  const a = await firstDesk(district)
  const b = await furtherDesk(district)
  await givenResident(a.api, { nik: '3324105708910002', name: '=Sumarni', birthDate: '2015-08-17' })
  await sync(a)
  const found = await givenCase(b.api)
  value(await b.api.letters.issue(await givenLetterOrder(b.api, found.id)))
  await sync(b)
  await sync(b)
  await b.desk.sync.rest()
  const later = await givenResident(a.api, { nik: '3324105708910003', name: 'Tuminah Sesudah' })
  await sync(a)
  const list = () =>
    inDistrict(district.server, KENDAL, async inside => {
      const device = await findDevice(inside, b.desk.author.device)
      return device ? listAffected(inside, device) : []
    })
  return { district, a, b, served: found.residentId, later, list, people: await list() }
}

describe('the people whose data a lost desk held', () => {
  it('are those whom it served and those whom the district knew when the desk last spoke, and nobody later', async () => {
    const { people } = await lostDesk()
    const said = people.map(({ fields, isOwn, counts }) => [fields.name, isOwn, counts.case, counts.letter])
    expect(said).toHaveLength(2)
    expect(said).toContainEqual(['=Sumarni', false, 0, 0])
    expect(said.find(([, isOwn]) => isOwn)?.slice(2)).toEqual([1, 1])
  })

  it('are also those whom a pack on a stick brought there, though nobody has heard of the desk since', async () => {
    const { district, list } = await lostDesk()
    const out = folderForFiles()
    expect((await command({ DISTRICT_DATA: district.folder }, 'pack', '--for', 'B', '--out', out)).code).toBe(0)
    expect((await list()).map(({ fields }) => fields.name)).toContain('Tuminah Sesudah')
  })

  it('are listed with all that is theirs when they turned out later to be somebody the desk never had', async () => {
    const { a, served, later, list } = await lostDesk()
    await sync(a)
    value(await a.api.residents.merge({ residentId: served, into: later.id }))
    await sync(a)
    const own = (await list()).filter(({ isOwn }) => isOwn)
    expect(own.map(({ id, counts }) => [id, counts.case, counts.letter])).toEqual([[served, 1, 1]])
  })

  it('are written into files whose names and whose record on the server name nobody, with formulas made harmless', async () => {
    const { district } = await lostDesk()
    const out = folderForFiles()
    const env = { DISTRICT_DATA: district.folder }
    const ran = await command(env, 'affected', 'b', '--by', 'Sekretaris', '--reason', 'PC dicuri', '--out', out)
    expect(ran.code).toBe(0)
    expect(ran.said).toContain('desk B: 2 people, 1 of them served there')
    const names = readdirSync(out).sort()
    expect(names.map(name => name.replace(/\d{4}-\d\d-\d\d/, 'D'))).toEqual([
      'pemberitahuan_B_D.txt',
      'terdampak_B_D.csv',
      'terdampak_B_D.xlsx'
    ])
    const [columns = [], ...rows] = readFileSync(join(out, names[1] ?? ''), 'utf8')
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .map(line => line.split(';'))
    const child = rows.find(row => row.includes('3324105708910002')) ?? []
    expect(Object.fromEntries(columns.map((column, i) => [column, child[i]]))).toMatchObject({
      Nama: "'=Sumarni",
      'Anak (belum 18 tahun)': 'ya',
      'Ditulis di loket itu': '',
      Surat: '0'
    })
    const notice = readFileSync(join(out, names[0] ?? ''), 'utf8')
    expect(notice).toContain('2 orang')
    expect(notice, 'by the clock of the district').toMatch(/sebelum \d+ \S+ \d{4} \d\d\.\d\d WIB\)/)
    expect(notice).toContain('BELUM (npm run district -- revoke B)')
    for (const personal of ['Sumarni', '3324105708910002']) for (const text of [notice, ran.said]) expect(text).not.toContain(personal)
    const kept = await inDistrict(district.server, KENDAL, listListings)
    expect(kept).toMatchObject([{ listedBy: 'Sekretaris', reason: 'PC dicuri', people: 2 }])
  })

  it('are listed for nobody who does not say who asks and why, and of no desk that is not there', async () => {
    const district = await openDistrict()
    await firstDesk(district)
    const env = { DISTRICT_DATA: district.folder }
    const whole = ['affected', 'A', '--by', 'S', '--reason', 'x', '--out', join(tmpdir(), 'never')]
    for (const without of ['--by', '--reason', '--out']) {
      const at = whole.indexOf(without)
      expect((await command(env, ...whole.toSpliced(at, 2))).code).toBe(1)
    }
    expect((await command(env, ...whole.with(1, 'Z'))).said).toBe('there is no desk Z')
    expect(await inDistrict(district.server, KENDAL, listListings)).toEqual([])
  })
})
