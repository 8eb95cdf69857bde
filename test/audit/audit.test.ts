import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { SAMPLE_PIN } from '#main/office/sample-office'
import type { AuditLine } from '#shared/audit/audit-line'
import { givenCase, givenLetterOrder, givenResident, givenVisit, personInput } from '#test/support/given'
import { NIK_LIKE } from '#test/support/nik-like'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const DAY = 86_400_000

const linesOf = ({ desk }: Pick<TestDesk, 'desk'>): AuditLine[] =>
  (desk.raw.prepare('select line from audit order by n').all() as { line: string }[]).map(({ line }) => JSON.parse(line))
const lastLine = (open: Pick<TestDesk, 'desk'>): AuditLine | undefined => linesOf(open).at(-1)

describe('the access log', () => {
  it('[F36] [F34] says who read whose record, in which visit, before the answer is given', async () => {
    const open = await testDesk({ officer: 'front-office' })
    const { api, desk } = open
    const resident = await givenResident(api)
    const visit = await givenVisit(api)
    const before = linesOf(open).length
    value(await api.residents.get({ residentId: resident.id }))
    expect(linesOf(open).slice(before)).toEqual([
      expect.objectContaining({
        kind: 'read',
        call: 'residents.get',
        officer: desk.session.officer?.id,
        outcome: 'ok',
        about: [resident.id],
        visit: visit.id,
        purpose: 'visit'
      })
    ])
  })

  it('[F36] keeps a search with its purpose, with whom it showed, and with no more of the text than a keyed mark', async () => {
    const open = await testDesk({ officer: 'front-office' })
    const { api } = open
    const resident = await givenResident(api)
    value(await api.search.find({ text: 'siti aminah', purpose: 'look-up' }))
    const found = lastLine(open)
    expect(found).toMatchObject({ kind: 'search', call: 'search.find', purpose: 'look-up', about: [resident.id] })
    value(await api.search.find({ text: ' Siti Aminah ', purpose: 'look-up' }))
    expect(lastLine(open)?.sought).toBe(found?.sought)
    expect(found?.sought).not.toBe(createHmac('sha256', '').update('siti aminah').digest('hex').slice(0, 32))
  })

  it('enters a change in the transaction that makes it', async () => {
    const open = await testDesk({ officer: 'front-office' })
    const { api, desk } = open
    const found = await givenCase(api)
    value(await api.cases.note({ caseId: found.id, kind: 'note', text: 'Sudah menelepon' }))
    const newest = desk.raw.prepare('select id from "change" order by n desc limit 1').get() as { id: string }
    expect(lastLine(open)).toMatchObject({ kind: 'write', call: 'cases.note', change: newest.id, about: [found.id] })
    expect(linesOf(open).filter(line => line.change === newest.id)).toHaveLength(1)
  })

  it('has a line for every change there is', async () => {
    const open = await testDesk({ officer: 'manager' })
    const found = await givenCase(open.api)
    const letter = value(await open.api.letters.issue(await givenLetterOrder(open.api, found.id)))
    value(await open.api.letters.print({ letterId: letter.id, printer: 'Kantor' }))
    const changes = (open.desk.raw.prepare('select id from "change" order by n').all() as { id: string }[]).map(({ id }) => id)
    expect(linesOf(open).flatMap(({ change }) => change ?? [])).toEqual(changes)
    expect(linesOf(open).some(({ kind, call }) => kind === 'print' && call === 'letters.print')).toBe(true)
  })

  it('keeps what was refused: a wrong PIN, a right that is not there, a case that is not there', async () => {
    const open = await testDesk({ officer: 'front-office' })
    const { api, desk } = open
    const [officer] = value(await api.officers.list({}))
    expect(problem(await api.officers.signIn({ officerId: officer?.id ?? '', pin: '999999' })).kind).toBe('wrong-pin')
    expect(lastLine(open)).toMatchObject({ kind: 'sign-in', outcome: 'wrong-pin', about: [officer?.id] })
    expect(problem(await api.officers.all({})).kind).toBe('not-allowed')
    expect(lastLine(open)).toMatchObject({ call: 'officers.all', outcome: 'not-allowed', officer: desk.session.officer?.id })
    expect(problem(await api.cases.get({ caseId: desk.author.device })).kind).toBe('not-found')
    expect(lastLine(open)).toMatchObject({ call: 'cases.get', outcome: 'not-found', about: [desk.author.device] })
    await open.run('kasus.hapus 3324105708900001', {})
    expect(lastLine(open)).toMatchObject({ call: 'unknown', outcome: 'no-such-call' })
  })

  it('keeps who signed in and out, and forgets then what it has shown', async () => {
    const open = await testDesk({ officer: 'front-office' })
    const { api } = open
    const resident = await givenResident(api)
    const looks = () => linesOf(open).filter(({ call }) => call === 'residents.get').length
    for (const _ of [1, 2]) value(await api.residents.get({ residentId: resident.id }))
    expect(looks()).toBe(1)
    const me = value(await api.officers.me({})).officer
    value(await api.officers.signOut({}))
    expect(lastLine(open)).toMatchObject({ call: 'officers.signOut', officer: me?.id })
    value(await api.officers.signIn({ officerId: me?.id ?? '', pin: SAMPLE_PIN }))
    expect(lastLine(open)).toMatchObject({ call: 'officers.signIn', outcome: 'ok', about: [me?.id] })
    value(await api.residents.get({ residentId: resident.id }))
    expect(looks()).toBe(2)
    open.clock.ms += 11 * 60_000
    value(await api.residents.get({ residentId: resident.id }))
    expect(looks()).toBe(3)
  })

  it('holds neither a name nor a NIK, whatever is typed', async () => {
    const open = await testDesk({ officer: 'front-office' })
    const { api } = open
    await givenResident(api, personInput({ name: 'Kanarifah Burungwati', nik: '3324105708900001' }))
    for (const text of ['Kanarifah', '3324105708900001']) value(await api.search.find({ text, purpose: 'visit' }))
    await api.residents.familyByKk({ kk: '3324105708900001' })
    await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: 'Kanarifah datang', vulnerableGroup: null })
    const all = JSON.stringify(linesOf(open))
    expect(all).not.toMatch(/kanarifah/i)
    expect(all).not.toMatch(NIK_LIKE)
  })

  it('[F15] tells of a clock that jumped, of every start and of every stop', async () => {
    const open = await testDesk({ officer: 'front-office', isOwn: true })
    const { api, clock } = open
    expect(linesOf(open)[0]).toMatchObject({ kind: 'start' })
    clock.ms += 5 * 3_600_000
    await givenVisit(api)
    expect(linesOf(open).some(({ kind }) => kind === 'clock')).toBe(false)
    for (const days of [3, -4]) {
      clock.jumped += days * DAY
      value(await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
      expect(linesOf(open).at(-2)).toMatchObject({ kind: 'clock', by: days * DAY })
    }
    await open.close()
    const earlier = await testDesk({ folder: open.data, now: clock.now() - DAY })
    expect(linesOf(earlier).slice(-3)).toMatchObject([{ kind: 'stop' }, { kind: 'clock', by: -DAY }, { kind: 'start' }])
    await earlier.close()
  })
})

describe('the screen of the access log', () => {
  it('filters by officer, person, day, kind and refusals, newest first', async () => {
    const open = await testDesk({ officer: 'front-office' })
    const { api } = open
    const found = await givenCase(api)
    value(await api.cases.get({ caseId: found.id }))
    await api.officers.all({})
    await actAs(open, 'manager')
    const everything = { fromOn: null, untilOn: null, officerId: null, residentId: null, kind: null, refusedOnly: false, before: null }
    const list = async (filter: object) => value(await api.audit.list({ ...everything, ...filter })).rows
    const all = await list({})
    expect(all.map(row => row.n)).toEqual(all.map(row => row.n).toSorted((a, b) => b - a))
    expect((await list({ refusedOnly: true })).map(row => row.outcome)).toEqual(['not-allowed'])
    const about = await list({ residentId: found.residentId, kind: 'read' })
    expect(about.map(row => row.call)).toEqual(['cases.get'])
    expect(about[0]?.records.map(({ entity, title }) => [entity, title])).toEqual([
      ['case', found.number],
      ['resident', 'S. A. C.']
    ])
    expect(await list({ officerId: value(await api.officers.me({})).officer?.id, kind: 'read' })).toEqual([])
    expect(await list({ untilOn: '2026-11-22' })).toEqual([])
    expect((await list({ fromOn: '2026-11-23', untilOn: '2026-11-23' })).length).toBeGreaterThan(3)
  })
})
