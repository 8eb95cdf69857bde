import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { referenceShelf } from '#main/directory/reference-shelf'
import type { ReadableFile } from '#main/sync/district-files'
import { inDistrict } from '#server/database/inside'
import { addDays } from '#shared/clock'
import type { LetterSheet } from '#shared/paper/sheet'
import { givenCase } from '#test/support/given'
import { orderOf } from '#test/support/letters'
import { REFERENCE_FILE } from '#test/support/reference-file'
import { type TestDesk, testDesk, value } from '#test/support/test-desk'
import { compressToKeep } from '#wire/compress'
import { command } from '../server/support/command'
import { type District, firstDesk, KENDAL, openDistrict, sync } from './support/district'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'set-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const rule = (maxDecile: number) => ({
  program: 'PKH',
  purpose: 'bansos',
  maxDecile,
  validFrom: '2027-01-01',
  validTo: null,
  source: 'Keputusan contoh'
})

const wording = {
  type: 'rujukan-kesehatan',
  version: 100,
  hal: 'Rujukan Warga',
  opening: 'Bersama surat ini {office} menghadapkan warga berikut:',
  closing: 'Atas bantuan Bapak/Ibu kami sampaikan terima kasih.',
  validityDays: 14,
  copiesTo: ['Bupati Kendal']
}

/** What the administrator types at the server. */
async function hand(district: District, set: unknown, ...args: string[]): Promise<{ code: number; said: string }> {
  const file = join(folder, 'set.json')
  writeFileSync(file, typeof set === 'string' ? set : JSON.stringify({ format: 1, ...(set as object) }))
  return command({}, 'reference', file, '--data', district.folder, ...args)
}

const rulesOf = async ({ api }: Pick<TestDesk, 'api'>) =>
  value(await api.directory.programRules({ program: 'PKH', on: '2027-02-01' })).filter(known => known.validFrom === '2027-01-01')
const heldBy = async ({ api }: Pick<TestDesk, 'api'>) => value(await api.sync.status({})).files.find(({ name }) => name === 'reference')

/** It takes two calls to send. */
const keepAttachment = ({ desk }: TestDesk) => {
  const bytes = new Uint8Array([1, 2, 3])
  return desk.db
    .insertInto('blob')
    .values({ hash: createHash('sha256').update(bytes).digest('hex'), bytes })
    .execute()
}

async function fetched(desk: TestDesk): Promise<void> {
  await sync(desk)
  await desk.desk.sync.rest()
}

describe('the district’s own reference data', () => {
  it('[R6] reach a desk behind its log, are in service at once, and still are after a restart', async () => {
    const district = await openDistrict()
    const desk = await firstDesk(district)
    expect(await heldBy(desk)).toEqual({ name: 'reference', held: null, next: null })
    const set = {
      programRules: [rule(3)],
      holidays: [
        { day: '2027-07-27', nameId: 'Hari jadi kabupaten', nameEn: 'District day', kind: 'collective-leave', certainty: 'decreed' }
      ],
      areas: [{ code: '33.24.14.2999', name: 'Sumber Rejeki Baru' }]
    }
    expect(await hand(district, set, '--label', 'Aturan 2027')).toMatchObject({ code: 0, said: expect.stringContaining('"Aturan 2027"') })
    await fetched(desk)
    expect(await heldBy(desk)).toMatchObject({ held: { label: 'Aturan 2027' }, next: null })
    expect(desk.announced).toContainEqual({ kind: 'reference-changed' })
    expect(await rulesOf(desk)).toMatchObject([{ maxDecile: 3 }])
    const villages = value(await desk.api.areas.searchVillages({ text: 'sumber rejeki b', within: KENDAL }))
    expect(villages).toMatchObject([{ code: '33.24.14.2999', village: 'Sumber Rejeki Baru', district: 'Kabupaten Kendal' }])
    expect(value(await desk.api.directory.services({})).length).toBeGreaterThan(20)

    expect((await hand(district, { programRules: [rule(5)] })).code).toBe(0)
    await fetched(desk)
    expect(await rulesOf(desk)).toMatchObject([{ maxDecile: 5 }])
    expect(value(await desk.api.areas.searchVillages({ text: 'sumber rejeki b', within: KENDAL }))).toEqual([])
    await desk.close()
    const again = await testDesk({ folder: desk.data })
    again.desk.session.officer = value(await again.api.officers.list({}))[0]
    expect(await rulesOf(again)).toMatchObject([{ maxDecile: 5 }])
  })

  it('[R1] is asked for anew where the district had been called too often to say which it has', async () => {
    const district = await openDistrict()
    const desk = await firstDesk(district)
    expect(await hand(district, { programRules: [rule(3)] })).toMatchObject({ code: 0 })
    await district.close()
    await district.open({ deviceCalls: 2 })
    await keepAttachment(desk)
    await fetched(desk)
    expect(await rulesOf(desk)).toEqual([])
    // the next minute
    await district.close()
    await district.open()
    await fetched(desk)
    expect(await rulesOf(desk)).toMatchObject([{ maxDecile: 3 }])
  })

  it('[R6] of letters are the wording of the next letter, and of none that was issued before', async () => {
    const district = await openDistrict()
    const desk = await firstDesk(district)
    const order = await orderOf(desk, 'rujukan-kesehatan')
    const before = value(await desk.api.letters.issue(order))
    expect((await hand(district, { format: 2, letterTemplates: [wording] })).code).toBe(0)
    await fetched(desk)

    const issued = value(await desk.api.letters.issue({ ...order, inSpiteOf: before.id }))
    const office = issued.facts.office.name
    expect(issued).toMatchObject({ templateVersion: 100, validUntil: addDays(issued.issuedOn, 14) })
    expect(issued.facts).toMatchObject({ hal: 'Rujukan Warga', tembusan: ['Bupati Kendal'] })
    const blocks = (desk.sheets.at(-1) as LetterSheet).blocks
    expect(JSON.stringify(blocks.at(0))).toContain(`Bersama surat ini ${office} menghadapkan warga berikut:`)
    expect(JSON.stringify(blocks.at(-1))).toContain(wording.closing)
    expect(JSON.stringify(blocks)).not.toContain('Demikian')

    const kept = value(await desk.api.letters.get({ letterId: before.id })).letter
    expect(kept).toMatchObject({ templateVersion: before.templateVersion, facts: before.facts })
    expect(before.templateVersion).toBeLessThan(100)
    await hand(district, {})
    await fetched(desk)
    const preview = value(await desk.api.letters.preview(order))
    expect(JSON.stringify(preview.sheet)).toContain('Demikian surat rujukan')
  })

  it('[R1] are asked for once for each time that something was published, and not with every exchange', async () => {
    const district = await openDistrict()
    const desk = await firstDesk(district)
    await hand(district, { programRules: [rule(3)] })
    await fetched(desk)
    const asked = () => district.logs.filter(line => line.includes('/v1/files')).length
    const before = asked()
    for (let i = 0; i < 3; i++) await fetched(desk)
    expect(asked()).toBe(before)
  })

  it('[R1] are nothing when somebody else has signed them', async () => {
    const [district, stranger] = [await openDistrict(), await openDistrict()]
    const desk = await firstDesk(district)
    await hand(stranger, { programRules: [rule(3)] })
    const [theirs] = await inDistrict(stranger.server, KENDAL, ({ trx }) => trx.selectFrom('districtFile').selectAll().execute())
    await inDistrict(district.server, KENDAL, async ({ trx }) => {
      for (const row of await trx.selectFrom('districtFile').selectAll().execute()) throw new Error(row.name)
      if (theirs) await trx.insertInto('districtFile').values(theirs).execute()
    })
    await fetched(desk)
    expect(await heldBy(desk)).toEqual({ name: 'reference', held: null, next: null })
  })

  it.each([
    ['no JSON', '{', /no reference set/],
    ['an unknown list', { servces: [] }, /servces/],
    ['a decile that there is not', { programRules: [rule(11)] }, /programRules\.0\.maxDecile/],
    ['a village in no known subdistrict', { areas: [{ code: '33.99.14.2999', name: 'X' }] }, /lies in no known area/],
    ['a newer form', '{"format":3}', /newer version/],
    ['letter templates in the form that has none', { letterTemplates: [wording] }, /format 2/],
    ['a version that is the program’s own', { format: 2, letterTemplates: [{ ...wording, version: 1 }] }, /letterTemplates\.0\.version/],
    [
      'a word in braces that nothing stands for',
      { format: 2, letterTemplates: [{ ...wording, opening: '{nik}' }] },
      /letterTemplates\.0\.opening/
    ]
  ])('[R6] with %s are refused at the server with a word', async (_, set, word) => {
    const district = await openDistrict()
    const done = await hand(district, set)
    expect(done.code).toBe(1)
    expect(done.said).toMatch(word)
    expect((await command({}, 'reference', '--data', district.folder)).said).toContain('no reference has been published yet')
  })

  it('[R6] of a service bring all its papers, and one of an unknown agency is refused', async () => {
    const district = await openDistrict()
    const desk = await firstDesk(district)
    const known = value(await desk.api.directory.service({ code: value(await desk.api.directory.services({}))[0]?.code ?? '' }))
    const { documents: _, schedules: __, ...service } = known
    const paper = {
      documentCode: 'ktp',
      nameId: 'KTP',
      nameEn: 'ID card',
      isMandatory: true,
      form: 'copy',
      count: 2,
      validDays: null,
      note: null
    }
    const set = { services: [{ ...service, nameId: 'Layanan yang diganti', documents: [paper] }] }
    expect((await hand(district, set)).code).toBe(0)
    await fetched(desk)
    const after = value(await desk.api.directory.service({ code: service.code }))
    expect(after).toMatchObject({ nameId: 'Layanan yang diganti', documents: [{ documentCode: 'ktp', count: 2 }] })
    expect(after.documents).toHaveLength(1)
    const odd = await hand(district, { services: [{ ...service, organizationKind: 'no-such-agency', documents: [] }] })
    expect([odd.code, odd.said]).toEqual([1, expect.stringContaining('does not fit the lists of the program')])
  })
})

describe('the shelf of reference data', () => {
  const fileOf = (text: string, version = 1): ReadableFile => {
    const bytes = compressToKeep(Buffer.from(text))
    const manifest = {
      format: 1,
      district: KENDAL,
      name: 'reference',
      version,
      label: 'x',
      size: bytes.length,
      hash: '',
      pieces: ''
    } as const
    return {
      manifest,
      async *read() {
        yield bytes
      }
    }
  }
  const set = (maxDecile: number) => JSON.stringify({ format: 1, programRules: [rule(maxDecile)] })
  const deciles = async (shelf: Awaited<ReturnType<typeof referenceShelf>>) => {
    const rows = await shelf.current().selectFrom('programRule').selectAll().where('validFrom', '=', '2027-01-01').execute()
    await shelf.close()
    return rows.map(row => row.maxDecile)
  }

  it('[R6] writes the set into the lists of a newer program too', async () => {
    const shipped = join(folder, 'reference.db')
    cpSync(REFERENCE_FILE, shipped)
    const unexpected = (error: unknown) => expect(error).toBeUndefined()
    expect(await deciles(await referenceShelf(shipped, join(folder, 'built'), fileOf(set(4)), unexpected))).toEqual([4])
    utimesSync(shipped, 1, 1)
    expect(await deciles(await referenceShelf(shipped, join(folder, 'built'), fileOf(set(4)), unexpected))).toEqual([4])
  })

  it('[R6] serves the shipped lists where the set cannot be used, and the office works on', async () => {
    const reported: unknown[] = []
    const shelf = await referenceShelf(REFERENCE_FILE, join(folder, 'built'), fileOf('{"format":9}'), error => reported.push(error))
    expect(await shelf.take(fileOf('nonsense'))).toBe('unusable')
    expect(await shelf.take(fileOf(JSON.stringify({ format: 1, areas: [{ code: '33.99.01', name: 'X' }] })))).toBe('unusable')
    expect(await shelf.take(fileOf('{"format":3}'))).toBe('newer-program')
    expect(await deciles(shelf)).toEqual([])
  })

  it('[R6] end a service for new cases alone: those that asked for it still say which it was', async () => {
    const district = await openDistrict()
    const desk = await firstDesk(district)
    const code = value(await desk.api.directory.services({}))[0]?.code ?? ''
    const { documents, schedules: _, ...service } = value(await desk.api.directory.service({ code }))
    const opened = await givenCase(desk.api, { serviceCode: code })
    const papers = documents.map(({ serviceCode: __, position: ___, ...paper }) => paper)
    expect((await hand(district, { services: [{ ...service, status: 'inactive', documents: papers }] })).code).toBe(0)
    await fetched(desk)
    expect(value(await desk.api.directory.services({})).map(known => known.code)).not.toContain(code)
    expect(value(await desk.api.cases.ofVisit({ visitId: opened.visitId }))[0]?.service).toMatchObject({ nameId: service.nameId })
  })
})
