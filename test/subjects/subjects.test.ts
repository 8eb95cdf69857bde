import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type EntityName, entities } from '#shared/changes/entities'
import { references } from '#shared/changes/parents'
import { Sheet } from '#shared/paper/sheet'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenCase, givenLetterOrder, givenResident, givenVisit } from '#test/support/given'
import { givenRegistry, registryPerson } from '#test/support/given-registry'
import { NIK_LIKE } from '#test/support/nik-like'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { SheetView } from '../../src/renderer/paper/SheetView'

const OTHER = { nik: '3324105708910002', name: 'Sumarni Lain' }
const EVERYTHING = { fromOn: null, untilOn: null, officerId: null, residentId: null, kind: null, refusedOnly: false, before: null } as const
type Said = { purpose: string; records: { entity: string; id: string }[]; accessLog: { call: string; officer: string | null }[] }

/** A person with a family, a visit, a case and a letter, another one beside, and a manager who saves what is held of the first. */
async function withHistory() {
  const at = await testDesk({ officer: 'front-office' })
  const other = await givenResident(at.api, OTHER)
  const found = await givenCase(at.api)
  value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  const visit = await givenVisit(at.api)
  const took = { visitId: visit.id, residentId: found.residentId, role: 'applicant', relation: null } as const
  value(await at.api.visits.addParticipant(took))
  value(await at.api.cases.note({ caseId: found.id, kind: 'contact', text: '=SUM(1) <b>sudah</b> ditelepon' }))
  value(await at.api.residents.get({ residentId: found.residentId }))
  await actAs(at, 'manager')
  return { at, other, residentId: found.residentId }
}

const ownRequest = (residentId: string) => ({ residentId, purpose: 'own-request', to: 'documents' }) as const
const handLookup = (residentId: string, picture: Uint8Array<ArrayBuffer>) => ({
  residentId,
  visitId: null,
  source: 'DTSEN' as const,
  period: '2026-T3',
  isListed: true,
  decile: 3,
  programmes: [],
  note: null,
  picture
})

async function save(at: TestDesk, residentId: string) {
  const asked = { residentId, purpose: 'own-request', to: 'documents' } as const
  const { files, ...counts } = value(await at.api.subjects.export(asked, await confirmedBy(at, 'administrator')))
  const [pdf = '', json = ''] = files
  return { pdf, json, counts, said: JSON.parse(readFileSync(json, 'utf8')) as Said }
}

describe('a copy of all data about one person', () => {
  it('brings the letters as they were printed, and what the registers on this desk say of them alone', async () => {
    const { at, residentId } = await withHistory()
    const somebody = registryPerson()
    await givenRegistry(at.desk, [somebody, registryPerson({ nik: OTHER.nik, name: 'SUMARNI LAIN', kk: '3324141203150008' })])
    const asked = { residentId, purpose: 'own-request', to: 'documents' } as const
    const { files } = value(await at.api.subjects.export(asked, await confirmedBy(at, 'administrator')))
    expect(files.map(file => basename(file).replace(/^data-pribadi_[0-9a-f]{8}_\d{4}-\d\d-\d\d/, ''))).toEqual([
      '.pdf',
      '.json',
      '_surat-1.pdf'
    ])
    const said = JSON.parse(readFileSync(files[1] ?? '', 'utf8'))
    const [letter] = said.records.filter((one: { entity: string }) => one.entity === 'letter')
    const printed = createHash('sha256')
      .update(readFileSync(files[2] ?? ''))
      .digest('hex')
    expect(printed).toBe(letter.pdfHash)
    expect(said.letterFiles).toEqual([{ letterId: letter.id, file: basename(files[2] ?? '') }])
    expect(said.registry).toMatchObject([{ source: 'DTSEN', person: { nik: somebody.nik } }])
    expect(JSON.stringify(said)).not.toContain(OTHER.nik)
  })

  it('brings the pictures that were kept with hand lookups', async () => {
    const { at, residentId } = await withHistory()
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const check = value(await at.api.registry.recordCheck(handLookup(residentId, picture)))
    const { files } = value(await at.api.subjects.export(ownRequest(residentId), await confirmedBy(at, 'administrator')))
    const found = files.find(file => file.endsWith('_gambar-1.png')) ?? ''
    expect([...readFileSync(found)]).toEqual([...picture])
    const said = JSON.parse(readFileSync(files[1] ?? '', 'utf8'))
    expect(said.pictureFiles).toEqual([{ checkId: check.id, file: basename(found) }])
  })

  it('is saved without a letter that is not here, and says so', async () => {
    const { at, residentId } = await withHistory()
    const save = async () => value(await at.api.subjects.export(ownRequest(residentId), await confirmedBy(at, 'administrator')))
    expect((await save()).missing).toBe(0)
    at.desk.raw.prepare("update blob set bytes = x'00'").run()
    const { files, missing } = await save()
    expect([files.length, missing]).toEqual([2, 1])
    const { letterFiles } = JSON.parse(readFileSync(files[1] ?? '', 'utf8'))
    expect(letterFiles).toMatchObject([{ file: null }])
  })

  it('holds whatever hangs on them, and who looked at it, and nothing of anybody else', async () => {
    const { at, other, residentId } = await withHistory()
    const { said, counts } = await save(at, residentId)
    const kinds = new Set(said.records.map(({ entity }) => entity))
    for (const entity of ['resident', 'visit', 'participant', 'case', 'caseEvent', 'letter'])
      expect([entity, kinds.has(entity)]).toEqual([entity, true])
    const text = JSON.stringify(said)
    for (const foreign of [other.id, OTHER.nik, OTHER.name]) expect(text).not.toContain(foreign)
    expect(said.accessLog.map(({ call }) => call)).toContain('residents.get')
    expect(said.accessLog.every(({ officer }) => officer?.startsWith('Contoh'))).toBe(true)
    expect(counts).toEqual({ records: said.records.length, looks: said.accessLog.length, missing: 0 })
  })

  it('has every record in the database that names them, whatever kind it is', async () => {
    const { at, residentId } = await withHistory()
    const { said } = await save(at, residentId)
    const held = new Set(said.records.map(({ id }) => id))
    for (const entity of Object.keys(entities) as EntityName[]) {
      const fields = Object.entries(references[entity] ?? {}).filter(([, owner]) => owner === 'resident')
      for (const [field] of fields) {
        const column = field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
        const table = entity.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
        const ids = at.desk.raw.prepare(`select id from "${table}" where ${column} = ?`).pluck().all(residentId) as string[]
        expect(ids.filter(id => !held.has(id))).toEqual([])
      }
    }
  })

  it('takes those along who turned out to be the same person, one through another, whichever of them is asked for', async () => {
    const { at, other, residentId } = await withHistory()
    const third = await givenResident(at.api, { nik: '3324105708910010', name: 'Sumarni Lain' })
    value(await at.api.residents.get({ residentId: third.id }))
    value(await at.api.residents.merge({ residentId: third.id, into: other.id }))
    value(await at.api.residents.merge({ residentId: other.id, into: residentId }))
    const all = [other.id, residentId, third.id].sort()
    for (const asked of all) {
      const { said } = await save(at, asked)
      const people = said.records.filter(({ entity }) => entity === 'resident').map(({ id }) => id)
      expect(people.sort()).toEqual(all)
      expect(said.accessLog.filter(({ call }) => call === 'residents.merge')).toHaveLength(2)
    }
    const { rows } = value(await at.api.audit.list({ ...EVERYTHING, residentId }))
    expect(rows.flatMap(({ records }) => records.map(({ id }) => id))).toContain(third.id)
  })

  it('is a paper that says all of it in words, with what was typed as text', async () => {
    const { at, residentId } = await withHistory()
    await save(at, residentId)
    const sheet = Sheet.parse(at.sheets.at(-1))
    const html = renderToStaticMarkup(createElement(SheetView, { sheet }))
    for (const words of [
      'SALINAN DATA PRIBADI',
      'Permintaan yang bersangkutan',
      '=SUM(1) &lt;b&gt;sudah&lt;/b&gt; ditelepon',
      'Nomor antrean'
    ])
      expect(html).toContain(words)
    expect(html).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(html).not.toContain('codeText')
  })

  it('lies in files that name nobody, and leaves a line that says who asked and who confirmed', async () => {
    const { at, residentId } = await withHistory()
    const { pdf, json } = await save(at, residentId)
    for (const file of [pdf, json]) expect(basename(file)).toMatch(/^data-pribadi_[0-9a-f]{8}_\d{4}-\d\d-\d\d\.(pdf|json)$/)
    expect(statSync(pdf).size).toBeGreaterThan(100)
    const { line } = at.desk.raw.prepare('select line from audit order by n desc limit 1').get() as { line: string }
    expect(JSON.parse(line)).toMatchObject({
      kind: 'export',
      call: 'subjects.export',
      purpose: 'own-request',
      about: [residentId],
      outcome: 'ok'
    })
    expect(line).not.toMatch(NIK_LIKE)
  })

  it('is refused to one officer alone, for nobody, for no reason, and where nothing can be saved', async () => {
    const { at, residentId } = await withHistory()
    const second = await confirmedBy(at, 'administrator')
    const asked = { residentId, purpose: 'guardian', to: 'documents' } as const
    expect(problem(await at.api.subjects.export(asked))).toMatchObject({ kind: 'not-confirmed' })
    expect(problem(await at.api.subjects.export({ ...asked, residentId: crypto.randomUUID() }, second))).toEqual({ kind: 'not-found' })
    expect(problem(await at.api.subjects.export({ ...asked, to: '/nowhere' }, second))).toEqual({ kind: 'no-drive' })
    expect(problem(await at.api.subjects.export({ ...asked, purpose: 'curious' as never }, second))).toMatchObject({
      kind: 'invalid-input'
    })
    await actAs(at, 'front-office')
    expect(problem(await at.api.subjects.export(asked, second))).toEqual({ kind: 'not-allowed' })
    expect(at.sheets.filter(({ kind }) => kind === 'personal-data')).toEqual([])
  })
})
