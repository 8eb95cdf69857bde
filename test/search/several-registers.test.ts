import { writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RegistryHit } from '#shared/search/search.contract'
import { givenResident, givenVisit } from '#test/support/given'
import { givenRegistry, registryHead, registryPerson } from '#test/support/given-registry'
import { problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const VILLAGE = '33.24.14.2006'
const ONLY_IN_VILLAGE = { nik: '3324105708900011', kk: '3324141203150017', name: 'WAGIYEM CONTOH', decile: null }

let at: TestDesk
const find = async (text: string) => value(await at.api.search.find({ text, purpose: 'look-up' }))
const fromRegisters = async (text: string) => (await find(text)).filter(hit => hit.kind === 'registry')
const told = (hits: RegistryHit[]) => hits.map(({ name, source, period }) => [name, source, period])
const villageList = (people: ReturnType<typeof registryPerson>[], village = VILLAGE) =>
  givenRegistry(at.desk, people, { source: 'village-list', period: '2026-11' }, village)

beforeEach(async () => {
  at = await testDesk({ officer: 'front-office' })
  await givenRegistry(at.desk, [registryHead()], { period: '2026-T3' })
  await givenRegistry(at.desk, [registryPerson()])
})

describe('a name is looked for', () => {
  it('in each village list as well, and says where it was found', async () => {
    await villageList([registryPerson(ONLY_IN_VILLAGE)])
    expect(told(await fromRegisters('wagiyem'))).toEqual([['WAGIYEM CONTOH', 'village-list', '2026-11']])
    expect(told(await fromRegisters('siti aminah'))).toEqual([['SITI AMINAH CONTOH', 'DTSEN', '2026-T4']])
  })

  it('once: who is in several registers stands there as the first of them has it', async () => {
    const withoutNik = { nik: null, name: 'Siti Aminah Contoh' }
    await villageList([registryPerson({ ...ONLY_IN_VILLAGE, name: 'SITI AMINAH' }), registryPerson(withoutNik)])
    await villageList([registryPerson({ name: 'SITI AMINAH CONTO' })], '33.24.14.2007')
    expect(told(await fromRegisters('siti aminah'))).toEqual([
      ['SITI AMINAH', 'village-list', '2026-11'],
      ['SITI AMINAH CONTOH', 'DTSEN', '2026-T4']
    ])
  })

  it('not in the last period, which is asked for a number', async () => {
    expect(await fromRegisters('agus setiawan')).toEqual([])
    expect(told(await fromRegisters('3324140506870003'))).toEqual([['AGUS SETIAWAN CONTOH', 'DTSEN', '2026-T3']])
  })

  it('in the period before while the newest file cannot be read', async () => {
    writeFileSync(at.desk.registry.editions()[0]?.path ?? '', 'x'.repeat(40_000))
    expect(told(await fromRegisters('agus setiawan'))).toEqual([['AGUS SETIAWAN CONTOH', 'DTSEN', '2026-T3']])
  })

  it('among residents, each with the first register that has the NIK', async () => {
    await villageList([registryPerson(), registryPerson(ONLY_IN_VILLAGE)])
    await givenResident(at.api)
    await givenResident(at.api, { name: 'Wagiyem Contoh', nik: ONLY_IN_VILLAGE.nik })
    const listed = (await find('contoh')).flatMap(hit => (hit.kind === 'resident' ? [[hit.name, hit.listedIn]] : []))
    expect(Object.fromEntries(listed)).toEqual({ 'Siti Aminah Contoh': 'DTSEN', 'Wagiyem Contoh': 'village-list' })
  })
})

it('a resident is known to be in the register whatever name was typed', async () => {
  await givenResident(at.api, { name: 'Sutinah' })
  expect(await find('sutinah')).toMatchObject([{ name: 'Sutinah', listedIn: 'DTSEN' }])
})

describe('whoever was found in a village list', () => {
  const openHit = async (ref: string) => {
    const visit = await givenVisit(at.api)
    return at.api.registry.lookUp({ visitId: visit.id, purpose: 'registration', by: { kind: 'hit', ref } })
  }

  it('is opened with the family and the period of that list', async () => {
    await villageList([
      registryPerson(ONLY_IN_VILLAGE),
      registryHead(),
      registryPerson({ ...ONLY_IN_VILLAGE, nik: null, name: 'ANAK CONTOH' })
    ])
    const [hit] = await fromRegisters('wagiyem')
    const answer = value(await openHit(hit?.ref ?? ''))
    expect(answer.state).toMatchObject({ kind: 'ready', source: 'village-list', period: '2026-11', people: 3 })
    expect(answer.person).toMatchObject({ name: 'WAGIYEM CONTOH', source: 'village-list' })
    expect(answer.family.map(({ name }) => name)).toEqual(['WAGIYEM CONTOH', 'ANAK CONTOH'])
  })

  it('is opened alone when that list has gone meanwhile', async () => {
    await villageList([registryPerson(ONLY_IN_VILLAGE)])
    const [hit] = await fromRegisters('wagiyem')
    await villageList([registryHead()])
    const answer = value(await openHit(hit?.ref ?? ''))
    expect(answer).toMatchObject({ state: { source: 'village-list' }, person: { name: 'WAGIYEM CONTOH' } })
    expect(answer.family.map(({ name }) => name)).toEqual(['WAGIYEM CONTOH'])
  })

  it('is found by the number on the card, too', async () => {
    await villageList([registryPerson(ONLY_IN_VILLAGE)])
    const visit = await givenVisit(at.api)
    const by = (nik: string) => at.api.registry.lookUp({ visitId: visit.id, purpose: 'service', by: { kind: 'nik', nik } })
    expect(value(await by(ONLY_IN_VILLAGE.nik))).toMatchObject({ state: { source: 'village-list' }, person: { name: 'WAGIYEM CONTOH' } })
    expect(value(await by('3324105708900099'))).toMatchObject({ state: { source: 'DTSEN', period: '2026-T4' }, person: null })
    expect(problem(await by('12'))).toEqual({ kind: 'number-unreadable' })
  })
})
