import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { copyBefore } from '#main/database/migrate'
import { readKeys } from '#main/keys/desk-keys'
import { logFile } from '#main/log-file'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { forms, leaks } from '#test/support/leaks'
import { actAs, testDesk, testSecrets, value } from '#test/support/test-desk'

const folder = mkdtempSync(join(tmpdir(), 'desk-canary-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Words that stand nowhere but in what was typed. */
const CANARY = {
  name: 'Kenarikuning Zebrabelang',
  nik: '3324105708906543',
  kk: '3324100101106543',
  phone: '081290786543',
  line: 'Dusun Ularsanca 6543',
  summary: 'Keluhan Macantutul',
  draft: 'Konsepku Gajahmada',
  search: 'Carikan Badakjawa'
}

const leaksIn = (data: string): string[] => leaks(data, Object.values(CANARY))

it('no file of the desk holds a name, a number or a word that was typed, while it is open or after', async () => {
  const first = await testDesk({ folder, officer: 'front-office' })
  const { api, desk } = first
  const report = logFile(folder)
  const resident = {
    name: CANARY.name,
    nik: CANARY.nik,
    noNikReason: null,
    nikOverrideReason: null,
    sex: 'female' as const,
    birthPlace: 'Kendal',
    birthDate: '1990-08-17',
    religion: null,
    maritalStatus: null,
    occupation: null,
    motherName: null,
    phone: CANARY.phone,
    phoneOwner: null,
    address: { line: CANARY.line, rt: null, rw: null, villageCode: null, postcode: null },
    domicile: null,
    note: null
  }
  const { id: residentId } = value(
    await api.residents.register({ resident, family: { kind: 'new', kk: CANARY.kk, relation: 'head' }, differentFrom: [] })
  )
  const found = await givenCase(api, { residentId })
  value(await api.cases.note({ caseId: found.id, kind: 'note', text: CANARY.summary }))
  value(await api.visits.saveDraft({ visitId: found.visitId, form: 'case', field: 'summary', value: CANARY.draft }))
  value(await api.search.find({ text: CANARY.search, purpose: 'visit' }))
  value(await api.search.find({ text: CANARY.nik, purpose: 'visit' }))
  const letter = value(await api.letters.issue(await givenLetterOrder(api, found.id)))
  const attempt = value(await api.letters.print({ letterId: letter.id, printer: 'Kantor' }))
  value(await api.letters.answerPrint({ attemptId: attempt.id, answer: 'printed', reason: null }))
  value(await api.letters.printCopy({ letterId: letter.id, printer: 'Kantor', reason: CANARY.summary, takenBy: CANARY.name }))
  for (const message of [`UNIQUE failed for '${CANARY.name}'`, `bad NIK ${CANARY.nik}`, `cannot read "${CANARY.line}"`])
    report('residents.register', new Error(message))
  const keys = await readKeys(join(folder, 'keys'), testSecrets())
  if (keys.kind === 'found') copyBefore(desk.raw, join(folder, 'desk.db.before-2'), keys.keys.databaseKey)

  expect(leaksIn(folder)).toEqual([])
  await first.close()
  expect(leaksIn(folder)).toEqual([])
  const names = readdirSync(folder, { recursive: true }) as string[]
  expect(names).toEqual(
    expect.arrayContaining([
      'desk.db',
      'desk.db.before-2',
      join('keys', 'desk.key'),
      join('logs', 'desk.log'),
      join('journal', '2026-11-23.journal')
    ])
  )

  const again = await testDesk({ folder })
  await actAs(again, 'front-office')
  const [hit] = value(await again.api.search.find({ text: CANARY.nik, purpose: 'visit' }))
  expect(hit).toMatchObject({ kind: 'resident', name: CANARY.name })
})

it('would notice a word that lies in a file', () => {
  for (const bytes of forms('Kenarikuning Zebrabelang'))
    expect(Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('yy')]).includes(bytes)).toBe(true)
  expect(forms(CANARY.nik).some(bytes => Buffer.from(Buffer.from(`ab${CANARY.nik}cd`).toString('base64')).includes(bytes))).toBe(true)
})
