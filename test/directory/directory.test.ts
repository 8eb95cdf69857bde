import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { directoryHandlers } from '#main/directory/directory.handlers'
import { LETTER_TYPES, OrganizationKind, SECTORS, Service, ServiceWithDocuments } from '#shared/directory/directory'
import { builtReference } from '#test/support/reference'

const desk = { reference: builtReference() }
const { reference } = desk

async function services(filter: { text?: string; sector?: Service['sector'] } = {}): Promise<Service[]> {
  const result = await directoryHandlers.services(desk, { text: filter.text, sector: filter.sector })
  if (!result.ok) throw new Error('refused')
  return result.value
}
const codes = async (filter: Parameters<typeof services>[0]) => (await services(filter)).map(({ code }) => code)

describe('the service directory', () => {
  it('has the services of a real desk, each in the form the contract promises', async () => {
    const all = await services()
    expect(all.length).toBeGreaterThanOrEqual(25)
    for (const service of all) expect(Service.parse(service)).toEqual(service)
  })

  it('tells for every service which papers it asks, who does it, and a limit with its source', async () => {
    const kinds = new Set((await reference.selectFrom('organizationKind').select('code').execute()).map(({ code }) => code))
    for (const { code } of await services()) {
      const result = await directoryHandlers.service(desk, { code })
      if (!result.ok) throw new Error(code)
      const service = ServiceWithDocuments.parse(result.value)
      expect(service.documents.length, code).toBeGreaterThan(0)
      expect(service.documents.map(({ position }) => position)).toEqual(service.documents.map((_, index) => index + 1))
      expect(kinds, code).toContain(service.organizationKind)
      if (service.referToKind) expect(kinds, code).toContain(service.referToKind)
      expect(service.timeLimit, code).toBeGreaterThan(0)
      expect(service.timeLimitSource.length, code).toBeGreaterThan(10)
      expect(service.feesDescription).toBe('Tidak dipungut biaya')
    }
  })

  it('says in both languages when or how a paper is asked for', async () => {
    const notes = await reference.selectFrom('requiredDocument').select(['note', 'noteEn']).where('note', 'is not', null).execute()
    expect(notes).toContainEqual({ note: 'Bila diminta kantor', noteEn: 'If the office asks for it' })
    expect(notes.filter(({ noteEn }) => noteEn === null)).toEqual([])
  })

  it('says in both languages what a service is, for whom, how, what it costs and by when', async () => {
    const texts = ['description', 'eligibilityDescription', 'applicationProcess', 'feesDescription', 'timeLimitSource'] as const
    for (const service of await services())
      for (const text of texts) {
        expect(service[`${text}En`]?.trim(), `${service.code} ${text}`).toBeTruthy()
        expect(service[`${text}En`], `${service.code} ${text}`).not.toBe(service[text])
      }
    const days = await reference.selectFrom('schedule').select(['code', 'descriptionEn']).execute()
    expect(days.filter(({ descriptionEn }) => !descriptionEn)).toEqual([])
  })

  it('covers every sector but none that does not exist', async () => {
    expect(new Set((await services()).map(({ sector }) => sector))).toEqual(new Set(SECTORS))
  })

  it('names only letters this desk can issue, and each of them for some service', async () => {
    const used = new Set((await services()).flatMap(({ letterType }) => letterType ?? []))
    expect(used).toEqual(new Set(LETTER_TYPES))
    const listed = await reference
      .selectFrom('taxonomyTerm')
      .select('code')
      .where('taxonomy', '=', 'letter-type')
      .orderBy('position')
      .execute()
    expect(listed.map(({ code }) => code)).toEqual([...LETTER_TYPES])
  })

  it('asks violence and disaster victims for no paper they must have', async () => {
    for (const code of ['violence-protection', 'disaster-aid', 'homeless-care']) {
      const result = await directoryHandlers.service(desk, { code })
      expect(result.ok && result.value.documents.some(({ isMandatory }) => isMandatory), code).toBe(false)
    }
  })

  it('reactivates PBI-JK with a letter of a health facility and the published 20 minutes of Lebak', async () => {
    const result = await directoryHandlers.service(desk, { code: 'pbi-jk-reactivation' })
    expect(result).toMatchObject({
      ok: true,
      value: {
        letterType: 'rekomendasi-pbi-jk',
        timeLimit: 20,
        timeLimitUnit: 'minutes',
        timeLimitSource: 'Standar pelayanan Kabupaten Lebak'
      }
    })
    expect(result.ok && result.value.documents.find(({ documentCode }) => documentCode === 'facility-letter')).toMatchObject({
      isMandatory: true
    })
  })

  it('finds services by words of either language and by sector', async () => {
    expect(await codes({ text: 'reaktivasi PBI' })).toContain('pbi-jk-reactivation')
    expect(await codes({ text: 'wheel' })).toEqual([])
    expect(await codes({ text: 'assistive' })).toEqual(['assistive-device'])
    expect(await codes({ sector: 'fishery' })).toEqual(['fisher-card'])
    expect(await codes({ text: '100%_' })).toEqual([])
  })

  it('refuses a service it does not have', async () => {
    expect(await directoryHandlers.service(desk, { code: 'passport' })).toEqual({ ok: false, problem: { kind: 'unknown-service' } })
  })

  it('knows the monthly cut-off of the register', async () => {
    const result = await directoryHandlers.service(desk, { code: 'dtsen-update' })
    expect(result.ok && result.value.schedules).toMatchObject([{ freq: 'MONTHLY', bymonthday: 17 }])
  })
})

describe('the lists', () => {
  it('has 14 sectors, the problem types and the 26 kinds of PPKS', async () => {
    const sectors = await directoryHandlers.sectors(desk, {})
    expect(sectors.ok && sectors.value.map(({ code }) => code)).toEqual([...SECTORS])
    const problems = await directoryHandlers.problemTypes(desk, {})
    expect(problems.ok && problems.value.length).toBe(20)
    const ppks = await directoryHandlers.ppksKinds(desk, {})
    expect(ppks.ok && ppks.value.length).toBe(26)
  })

  it('has every kind of organization in the form the contract promises', async () => {
    const kinds = await directoryHandlers.organizationKinds(desk, {})
    expect(kinds.ok && kinds.value.length).toBeGreaterThanOrEqual(28)
    for (const kind of kinds.ok ? kinds.value : []) expect(OrganizationKind.parse(kind)).toEqual(kind)
  })

  it('has both sets of classification codes', async () => {
    const all = await directoryHandlers.classifications(desk, { codeSet: undefined })
    expect(all).toMatchObject({ value: expect.arrayContaining([{ code: '400.9', codeSet: 'permendagri-83-2022', name: 'Sosial' }]) })
    const old = await directoryHandlers.classifications(desk, { codeSet: 'old' })
    expect(old.ok && old.value.map(({ code }) => code)).toEqual(expect.arrayContaining(['401', '420', '440', '460']))
    expect(old.ok && old.value.every(({ codeSet }) => codeSet === 'old')).toBe(true)
  })

  it('gives exactly one ceiling of a program for a day, and none before the first', async () => {
    const ceiling = async (program: string, on: string) => {
      const rules = await directoryHandlers.programRules(desk, { program, on })
      return rules.ok ? rules.value.map(({ maxDecile }) => maxDecile) : []
    }
    expect(await ceiling('PBI-JK', '2026-01-31')).toEqual([5])
    expect(await ceiling('PBI-JK', '2026-02-01')).toEqual([5])
    expect(await ceiling('PKH', '2026-11-21')).toEqual([4])
    expect(await ceiling('PKH', '2020-01-01')).toEqual([])
    expect(await ceiling('nothing', '2026-11-21')).toEqual([])
  })
})

describe('the reference file', () => {
  it('cannot be written through its handle', async () => {
    await expect(reference.deleteFrom('holiday').execute()).rejects.toThrow(/readonly/)
  })

  it('is whole: no broken page and no reference to nothing', async () => {
    expect((await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(reference)).rows).toEqual([{ integrityCheck: 'ok' }])
    expect((await sql`pragma foreign_key_check`.execute(reference)).rows).toEqual([])
  })
})
