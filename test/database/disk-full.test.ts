import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { headOf } from '#main/changes/log'
import { NEWEST_VERSION } from '#main/database/migrate'
import { openDatabase } from '#main/database/open'
import { folderOf } from '#test/support/folders'
import { givenCase, givenLetterOrder, givenResident, givenVisit } from '#test/support/given'
import { problem, testDesk, value } from '#test/support/test-desk'

describe('a full disk', () => {
  it('refuses each call that writes, changes nothing, and lets the desk go on afterwards', async () => {
    const { desk, api } = await testDesk({ officer: 'front-office' })
    const { raw } = desk
    const found = await givenCase(api)
    const order = await givenLetterOrder(api, found.id)
    const waiting = value(await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
    raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`)
    // what is left of the pages in use
    let filler = 0
    while ((await api.cases.note({ caseId: found.id, kind: 'note', text: `${filler++}${'x'.repeat(900)}` })).ok);
    const [rows, head] = [snapshot(raw), headOf(raw)]

    for (const attempt of [
      () => api.letters.issue(order),
      () => api.cases.note({ caseId: found.id, kind: 'note', text: 'y'.repeat(1000) }),
      () => api.visits.saveDraft({ visitId: waiting.id, form: 'case', field: 'summary', value: 'z'.repeat(4000) })
    ]) {
      expect(problem(await attempt())).toEqual({ kind: 'disk-full' })
      expect(raw.inTransaction).toBe(false)
    }
    expect(snapshot(raw)).toEqual(rows)
    expect(headOf(raw)).toEqual(head)
    expect(value(await api.cases.get({ caseId: found.id })).case.id).toBe(found.id)

    raw.pragma('max_page_count = 1000000')
    expect(value(await api.letters.issue(order)).sequence).toBe(1)
    await givenVisit(api)
    await givenResident(api, { name: 'Sumarni', nik: '3324105708910002' })
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('keeps a new desk from being made by halves', async () => {
    const key = Buffer.alloc(32, 7)
    const folder = folderOf('full')
    const raw = openDatabase(join(folder, 'desk.db'), key, NEWEST_VERSION)
    raw.pragma('max_page_count = 2')
    expect(() => raw.exec(`create table t (x text) strict; insert into t values ('${'x'.repeat(50_000)}')`)).toThrow(
      expect.objectContaining({ code: 'SQLITE_FULL' })
    )
    raw.close()
  })
})
