import { writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import type { Visit } from '#shared/visits/visit'
import { givenLetterOrder, givenResident, givenVisit } from '#test/support/given'
import { givenRegistry, registryHead, registryPerson } from '#test/support/given-registry'
import { problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

let at: TestDesk
let visit: Visit
const people = () => [
  registryHead(),
  registryPerson(),
  registryPerson({ nik: null, name: 'RIZKY CONTOH', birthDate: '2018-02-11', relation: 'child' })
]
const lookUp = (by: Parameters<TestDesk['api']['registry']['lookUp']>[0]['by']) =>
  at.api.registry.lookUp({ visitId: visit.id, purpose: 'service', by })
const byResident = async (residentId: string) => value(await lookUp({ kind: 'resident', residentId }))

beforeEach(async () => {
  at = await testDesk({ officer: 'front-office' })
  await givenRegistry(at.desk, people())
  visit = await givenVisit(at.api)
})

describe('a resident is looked up', () => {
  it('by the NIK, and what the register says is kept with source, period and purpose', async () => {
    const { id } = await givenResident(at.api)
    const answer = await byResident(id)
    expect(answer).toMatchObject({
      state: { kind: 'ready', source: 'DTSEN', period: '2026-T4', takenOn: '2026-10-18', people: 3, isOutdated: false },
      person: { name: 'SITI AMINAH CONTOH', kk: '3324141203150007' },
      near: []
    })
    expect(answer.family.map(member => member.relation)).toEqual(['head', 'wife', 'child'])
    expect(answer.check).toMatchObject({
      residentId: id,
      visitId: visit.id,
      purpose: 'service',
      method: 'extract',
      source: 'DTSEN',
      period: '2026-T4',
      asOf: '2026-10-18',
      isListed: true,
      decile: 3,
      programmes: ['sembako'],
      inactive: ['pbi-jk']
    })
    expect(value(await at.api.registry.checksOf({ residentId: id }))).toEqual([answer.check])
  })

  it('and weighed by the rules of the day, each with its rule', async () => {
    const { id } = await givenResident(at.api)
    await byResident(id)
    const answer = value(await at.api.registry.answerOf({ residentId: id }))
    expect(answer?.programs.map(({ program, verdict, state }) => [program, verdict, state])).toEqual([
      ['PKH', 'likely', null],
      ['Sembako', 'likely', 'active'],
      ['PBI-JK', 'likely', 'inactive']
    ])
    expect(answer).toMatchObject({ isOneVoice: true, isOutdated: false, daysOld: 0, proposal: null })
    expect(answer?.programs[2]?.rules[0]).toMatchObject({ maxDecile: 5, source: 'Keputusan Menteri Sosial 3/2026' })
  })

  it('by the family card and the name where the register has no NIK', async () => {
    const child = await givenResident(at.api, { name: 'Rizki Contoh', nik: null, noNikReason: 'newborn', birthDate: '2018-02-11' })
    value(await at.api.residents.joinFamily({ residentId: child.id, family: { kind: 'new', kk: '3324141203150007' }, relation: 'child' }))
    expect((await byResident(child.id)).person?.name).toBe('RIZKY CONTOH')
  })

  it('never by the name alone: that is offered to compare', async () => {
    const { id } = await givenResident(at.api, { nik: '3324105708900002' })
    const answer = await byResident(id)
    expect(answer).toMatchObject({ person: null, check: { isListed: false, decile: null } })
    expect(answer.near.map(member => member.name)).toContain('SITI AMINAH CONTOH')
  })

  it('once a visit: the same answer is not kept twice, a newer copy is', async () => {
    const { id } = await givenResident(at.api)
    const first = await byResident(id)
    expect((await byResident(id)).check).toEqual(first.check)
    await givenRegistry(at.desk, [registryPerson({ decile: 6 })], { period: '2026-T3', takenOn: '2026-07-18' })
    expect((await byResident(id)).check).toMatchObject({ period: '2026-T3', decile: 6 })
    const answer = value(await at.api.registry.answerOf({ residentId: id }))
    expect(answer?.checks.map(check => check.period)).toEqual(['2026-T4', '2026-T3'])
    expect(answer?.isOneVoice).toBe(false)
  })
})

it('answers by NIK, by KK and by a hit of the search, without keeping anything where no resident is asked about', async () => {
  const before = headOf(at.desk.raw)
  expect(value(await lookUp({ kind: 'nik', nik: '3324 1057 0890 0001' })).person?.name).toBe('SITI AMINAH CONTOH')
  expect(value(await lookUp({ kind: 'kk', kk: '3324141203150007' })).person?.relation).toBe('head')
  const [hit] = value(await at.api.search.find({ text: 'sity aminah contoh', purpose: 'visit' }))
  if (hit?.kind !== 'registry') throw new Error('nobody found')
  expect(value(await lookUp({ kind: 'hit', ref: hit.ref }))).toMatchObject({ person: { nik: '3324105708900001' }, check: null })
  expect(value(await lookUp({ kind: 'nik', nik: '3324105708900009' }))).toMatchObject({ person: null, check: null })
  expect(headOf(at.desk.raw)).toEqual(before)
})

it('tells the way on where nobody was found: papers, and when the village meets', async () => {
  const { id } = await givenResident(at.api, {
    nik: '3324105708900002',
    name: 'Sumarni',
    address: { line: 'Dusun Krajan', rt: null, rw: null, villageCode: '33.24.14.2006', postcode: null }
  })
  await byResident(id)
  const proposal = async () => value(await at.api.registry.answerOf({ residentId: id }))?.proposal
  expect(await proposal()).toMatchObject({ service: { code: 'dtsen-update' }, villageCode: '33.24.14.2006', meeting: null })
  expect((await proposal())?.service.documents.map(paper => paper.documentCode)).toContain('kk')
  const meeting = { villageCode: '33.24.14.2006', note: null }
  value(await at.api.registry.setMeeting({ ...meeting, heldOn: '2026-12-09' }))
  value(await at.api.registry.setMeeting({ ...meeting, heldOn: '2026-12-02' }))
  expect((await proposal())?.meeting?.heldOn).toBe('2026-12-02')
  expect(problem(await at.api.registry.setMeeting({ ...meeting, heldOn: '2026-11-22' }))).toEqual({ kind: 'meeting-in-past' })
  expect(problem(await at.api.registry.setMeeting({ ...meeting, villageCode: '33.24.14.9999', heldOn: '2026-12-09' }))).toEqual({
    kind: 'unknown-village'
  })
})

describe('the register stays closed', () => {
  it('without a purpose or a visit', async () => {
    const { id } = await givenResident(at.api)
    const asked = { visitId: visit.id, purpose: 'service', by: { kind: 'resident', residentId: id } }
    for (const without of ['purpose', 'visitId'] as const) {
      const { [without]: _, ...rest } = asked
      expect(problem(await at.api.registry.lookUp(rest as never))).toMatchObject({ kind: 'invalid-input' })
    }
    expect(problem(await at.api.registry.lookUp({ ...asked, visitId: id } as never))).toEqual({ kind: 'not-found' })
    expect(value(await at.api.registry.checksOf({ residentId: id }))).toEqual([])
  })

  it('for a visit that waits or is over', async () => {
    value(await at.api.visits.sendBack({ visitId: visit.id }))
    expect(problem(await lookUp({ kind: 'nik', nik: '3324105708900001' }))).toEqual({ kind: 'visit-not-serving' })
  })

  it.each([
    [{ kind: 'nik' as const, nik: '33241057' }, 'number-unreadable'],
    [{ kind: 'kk' as const, kk: 'tidak tahu' }, 'number-unreadable'],
    [{ kind: 'hit' as const, ref: 'r999' }, 'not-found']
  ])('for %j', async (by, kind) => {
    expect(problem(await lookUp(by))).toEqual({ kind })
  })
})

describe('the counter goes on', () => {
  it('when there is no copy of the register', async () => {
    const alone = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(alone.api)
    const { id: visitId } = await givenVisit(alone.api)
    expect(value(await alone.api.registry.lookUp({ visitId, purpose: 'service', by: { kind: 'resident', residentId: id } }))).toEqual({
      state: { kind: 'absent' },
      person: null,
      family: [],
      near: [],
      check: null
    })
    expect(value(await alone.api.search.find({ text: 'siti aminah', purpose: 'visit' }))).toMatchObject([{ kind: 'resident' }])
    expect(alone.reported).toEqual([])
  })

  it('when the copy cannot be read, which is reported once', async () => {
    for (const { path } of at.desk.registry.editions()) writeFileSync(path, 'x'.repeat(40_000))
    const { id } = await givenResident(at.api)
    expect(await byResident(id)).toMatchObject({ state: { kind: 'unreadable' }, person: null, check: null })
    await byResident(id)
    expect(value(await at.api.registry.state({}))).toEqual({ kind: 'unreadable' })
    expect(at.reported.map(({ channel }) => channel)).toEqual(['registry'])
    const check = { residentId: id, visitId: visit.id, source: 'DTSEN' as const, isListed: true, decile: 4, period: '2026-T4' }
    value(await at.api.registry.recordCheck({ ...check, programmes: [], note: null, asOf: '2026-11-20' }))
    expect(value(await at.api.registry.answerOf({ residentId: id }))?.newest).toMatchObject({
      method: 'manual',
      decile: 4,
      asOf: '2026-11-20'
    })
  })

  it('with the new copy as soon as it lies there', async () => {
    expect(value(await at.api.registry.state({}))).toMatchObject({ period: '2026-T4', people: 3 })
    await givenRegistry(at.desk, [registryPerson()], { period: '2027-T1' })
    expect(value(await at.api.registry.state({}))).toMatchObject({ period: '2027-T1', people: 1 })
  })

  it('and says that data of two quarters ago are old', async () => {
    await givenRegistry(at.desk, people(), { period: '2026-T1', takenOn: '2026-03-18' })
    const { id } = await givenResident(at.api)
    await byResident(id)
    expect(value(await at.api.registry.answerOf({ residentId: id }))).toMatchObject({ isOutdated: true, daysOld: 237 })
  })
})

it('leaves a line for each lookup: visit, purpose, officer, whether somebody was found, and never the number', async () => {
  value(await lookUp({ kind: 'nik', nik: '3324105708900001' }))
  value(await lookUp({ kind: 'kk', kk: '3324105708900999' }))
  const { id } = await givenResident(at.api)
  await byResident(id)
  const lines = (at.desk.raw.prepare('select line from audit order by n').all() as { line: string }[])
    .map(({ line }) => JSON.parse(line))
    .filter(line => line.call === 'registry.lookUp' && line.purpose)
  expect(lines).toMatchObject([
    { kind: 'registry', purpose: 'service', found: true, visit: visit.id, officer: at.desk.session.officer?.id },
    { purpose: 'service', found: false },
    { purpose: 'service', found: true, about: expect.arrayContaining([id, visit.id]) }
  ])
  expect(JSON.stringify(lines)).not.toContain('33241057')
})

it('lets a letter rest on the lookup, with its source and period', async () => {
  const { id } = await givenResident(at.api)
  await byResident(id)
  const found = value(
    await at.api.cases.open({
      visitId: visit.id,
      residentId: id,
      kind: 'request',
      sector: 'health',
      problemType: 'deactivated',
      serviceCode: null,
      summary: 'PBI tidak aktif',
      urgency: 'normal'
    })
  )
  const letter = value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  expect(letter.facts.registry).toMatchObject({ isListed: true, decile: 3, period: '2026-T4', source: 'DTSEN' })
  expect(JSON.stringify(at.sheets.at(-1))).toContain('Triwulan IV Tahun 2026')
})
