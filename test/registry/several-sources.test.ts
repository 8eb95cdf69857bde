import { existsSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { putInService } from '#main/registry/put-in-service'
import { givenResident, givenVisit } from '#test/support/given'
import { givenRegistry, registryHead, registryPerson } from '#test/support/given-registry'
import { type TestDesk, testDesk, value } from '#test/support/test-desk'

let at: TestDesk
let visitId: string
const lookUp = async (residentId: string) =>
  value(await at.api.registry.lookUp({ visitId, purpose: 'service', by: { kind: 'resident', residentId } }))
const answerOf = async (residentId: string) => value(await at.api.registry.answerOf({ residentId }))
const lines = async (residentId: string) =>
  (await answerOf(residentId))?.checks.map(({ source, period, isListed, decile }) => [source, period, isListed, decile])

beforeEach(async () => {
  at = await testDesk({ officer: 'front-office' })
  visitId = (await givenVisit(at.api)).id
})

describe('several registers on one desk', () => {
  it('answer side by side, each with its period, and the newest DTSEN is the one that is weighed', async () => {
    await givenRegistry(at.desk, [registryPerson({ decile: 6 })], { period: '2026-T3' })
    await givenRegistry(at.desk, [registryPerson()], { period: '2026-T4' })
    await givenRegistry(at.desk, [registryPerson({ decile: null })], { source: 'village-list', period: '2026-11' }, '33.24.14.2006')
    const { id } = await givenResident(at.api)
    const { check } = await lookUp(id)
    expect(check).toMatchObject({ source: 'DTSEN', period: '2026-T4', decile: 3 })
    expect(await lines(id)).toEqual([
      ['DTSEN', '2026-T4', true, 3],
      ['village-list', '2026-11', true, null],
      ['DTSEN', '2026-T3', true, 6]
    ])
    expect(await answerOf(id)).toMatchObject({ newest: { id: check?.id }, isOneVoice: false })
    await lookUp(id)
    expect(value(await at.api.registry.checksOf({ residentId: id }))).toHaveLength(3)
  })

  it('say who was listed in the last period and no longer is', async () => {
    await givenRegistry(at.desk, [registryPerson()], { period: '2026-T3' })
    await givenRegistry(at.desk, [registryHead()], { period: '2026-T4' })
    const { id } = await givenResident(at.api)
    expect(await lookUp(id)).toMatchObject({ person: null, check: { isListed: false, period: '2026-T4' } })
    expect(await lines(id)).toEqual([
      ['DTSEN', '2026-T4', false, null],
      ['DTSEN', '2026-T3', true, 3]
    ])
  })

  it('keep quiet about who lives in another village than the list is of', async () => {
    await givenRegistry(at.desk, [registryHead()])
    const elsewhere = registryPerson({ nik: '3324201708900001', village: { codeSet: 'kemendagri', code: '33.24.01.2001' } })
    await givenRegistry(at.desk, [elsewhere], { source: 'village-list' }, '33.24.01.2001')
    const { id } = await givenResident(at.api)
    await lookUp(id)
    expect(await lines(id)).toEqual([['DTSEN', '2026-T4', false, null]])
  })

  it('answer with what is sound when one of them is not', async () => {
    await givenRegistry(at.desk, [registryPerson({ decile: 6 })], { period: '2026-T3' })
    await givenRegistry(at.desk, [registryPerson()], { period: '2026-T4' })
    writeFileSync(at.desk.registry.editions()[0]?.path ?? '', 'x'.repeat(40_000))
    expect(value(await at.api.registry.state({}))).toMatchObject({ kind: 'ready', period: '2026-T3' })
    const { id } = await givenResident(at.api)
    expect((await lookUp(id)).check).toMatchObject({ period: '2026-T3', decile: 6 })
    expect(at.reported.map(({ channel }) => channel)).toEqual(['registry'])
  })

  it('leave nothing behind of a period that has had its time', async () => {
    for (const period of ['2026-T2', '2026-T3', '2026-T4']) await givenRegistry(at.desk, [registryPerson()], { period })
    const [newest, before] = at.desk.registry.editions().map(({ path }) => path)
    const surplus = at.desk.registry.retire()
    expect(surplus).toHaveLength(1)
    await putInService(at.desk)
    expect(surplus.map(path => existsSync(path))).toEqual([false])
    expect([newest, before].map(path => existsSync(path ?? ''))).toEqual([true, true])
    expect(at.desk.registry.retire()).toEqual([])
  })
})
