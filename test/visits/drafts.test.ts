import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { givenCase, givenVisit } from '#test/support/given'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

describe('half-typed forms', () => {
  it('survive a power cut field by field', async () => {
    const first = await testDesk({ officer: 'front-office' })
    const { id: visitId } = await givenVisit(first.api)
    const save = (field: string, value: string | null) => first.api.visits.saveDraft({ visitId, form: 'resident', field, value })
    for (const [field, typed] of [
      ['name', 'Siti'],
      ['address.line', 'Dusun Krajan'],
      ['name', 'Siti Am'],
      ['nik', '33241'],
      ['nik', null]
    ] as const)
      value(await save(field, typed))

    const cutOff = mkdtempSync(join(tmpdir(), 'desk-cut-'))
    cpSync(first.data, cutOff, { recursive: true })
    const again = await testDesk({ folder: cutOff })
    await actAs(again, 'front-office')
    expect(value(await again.api.visits.draft({ visitId, form: 'resident' }))).toEqual({ name: 'Siti Am', 'address.line': 'Dusun Krajan' })
    expect(value(await again.api.visits.draft({ visitId, form: 'case' }))).toEqual({})
    await again.close()
    rmSync(cutOff, { recursive: true })
  })

  it('come back exactly as they were typed, whatever that was', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: visitId } = await givenVisit(api)
    const typed = ['', ' ', "'; drop table draft; --", 'a\nb\tc', '\u0000', '\u202Ex', '🧕🏽', 'e\u0301', 'x'.repeat(4000)]
    for (const [i, text] of typed.entries()) value(await api.visits.saveDraft({ visitId, form: 'case', field: `f${i}`, value: text }))
    expect(value(await api.visits.draft({ visitId, form: 'case' }))).toEqual(Object.fromEntries(typed.map((text, i) => [`f${i}`, text])))
    for (const wrong of ['\uD800', 'x'.repeat(4001)])
      expect(problem(await api.visits.saveDraft({ visitId, form: 'case', field: 'f', value: wrong }))).toMatchObject({
        kind: 'invalid-input'
      })
    for (const field of ['', '1', 'a b', '__proto__', 'a'.repeat(62)])
      expect(problem(await api.visits.saveDraft({ visitId, form: 'case', field, value: 'x' }))).toMatchObject({ kind: 'invalid-input' })
  })

  it('leave no change in the log, and are gone with the form or the visit', async () => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
    const { id: caseId, visitId } = await givenCase(api)
    const before = headOf(desk.raw)
    for (const form of ['case', 'letter'] as const) value(await api.visits.saveDraft({ visitId, form, field: 'summary', value: 'x' }))
    value(await api.visits.dropDraft({ visitId, form: 'case' }))
    expect(value(await api.visits.draft({ visitId, form: 'case' }))).toEqual({})
    expect(value(await api.visits.draft({ visitId, form: 'letter' }))).toEqual({ summary: 'x' })
    expect(headOf(desk.raw)).toEqual(before)
    value(await api.cases.end({ caseId, ending: { kind: 'information', answer: 'Ya' } }))
    value(await api.cases.finishVisit({ visitId }))
    expect(value(await api.visits.draft({ visitId, form: 'letter' }))).toEqual({})
    expect(problem(await api.visits.saveDraft({ visitId: randomUUID(), form: 'case', field: 'x', value: 'x' }))).toEqual({
      kind: 'not-found'
    })
    expect(problem(await api.visits.draft({ visitId: randomUUID(), form: 'case' }))).toEqual({ kind: 'not-found' })
  })

  it('of a visit that is over stay while one of its cases is open, and go with the day after that', async () => {
    const { api } = await testDesk({ officer: 'back-office' })
    const open = await givenCase(api)
    const closed = await givenCase(api, { residentId: open.residentId })
    const followUp = { nextStep: 'Lengkapi berkas', dueOn: '2026-12-01' }
    const type = ({ visitId }: { visitId: string }) => api.visits.saveDraft({ visitId, form: 'letter', field: 'purpose', value: 'Berobat' })
    for (const { id: caseId, visitId } of [open, closed]) {
      value(await api.cases.end({ caseId, ending: { kind: 'request', note: null, followUp } }))
      value(await api.cases.finishVisit({ visitId }))
    }
    for (const of of [open, closed]) value(await type(of))
    value(await api.cases.close({ caseId: closed.id, outcome: 'withdrawn', text: 'Mundur' }))
    value(await api.cases.closeDay({}))
    expect(value(await api.visits.draft({ visitId: open.visitId, form: 'letter' }))).toEqual({ purpose: 'Berobat' })
    expect(value(await api.visits.draft({ visitId: closed.visitId, form: 'letter' }))).toEqual({})
  })
})
