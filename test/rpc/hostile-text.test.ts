import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Signer } from '#shared/office/office'
import { ROLES } from '#shared/officers/officer'
import { HOSTILE } from '#test/support/from-schema'
import { givenCase, givenLetterOrder, givenResident, personInput } from '#test/support/given'
import { sharedDesk, value } from '#test/support/test-desk'

const at = await sharedDesk({ officer: 'manager' })
const { api, desk, reported } = at
const found = await givenCase(api)
const organizations = value(await api.organizations.list({ kind: 'rsud' }))
const [signer] = value(await api.office.signers({})) as [Signer]
const letter = value(await api.letters.issue(await givenLetterOrder(api, found.id)))
const last = { visitId: '' }
if (desk.session.officer) desk.session.officer = { ...desk.session.officer, roles: [...ROLES] }

/** Text as the desk keeps it: composed and trimmed, nothing else. */
const kept = (text: string, isMultiline = false) => (isMultiline ? text.replaceAll('\r\n', '\n') : text).normalize('NFC').trim()

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<string>(...HOSTILE) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(1_000_000), "'".repeat(100), '<'.repeat(60), '%s%n%x') }
)
type Field = {
  name: string
  isMultiline?: boolean
  put: (text: string) => Promise<{ ok: boolean; value?: unknown; problem?: { kind: string } }>
  get: () => Promise<unknown>
}

const residentField = (name: 'name' | 'birthPlace' | 'occupation' | 'motherName' | 'note', isMultiline = false): Field => {
  const last = { id: '' }
  return {
    name: `resident.${name}`,
    isMultiline,
    put: async text => {
      const resident = personInput({ nik: null, noNikReason: 'other', birthDate: null, [name]: text })
      const answer = await api.residents.register({ resident, family: null, differentFrom: [] })
      if (answer.ok) last.id = answer.value.id
      return answer
    },
    get: async () => value(await api.residents.get({ residentId: last.id })).resident[name]
  }
}

const lastEvent = async () => value(await api.cases.get({ caseId: found.id })).events.at(-1)?.text
const fields: Field[] = [
  residentField('name'),
  residentField('birthPlace'),
  residentField('occupation'),
  residentField('motherName'),
  residentField('note', true),
  {
    name: 'address.line',
    put: text =>
      api.residents.correct({
        residentId: found.residentId,
        resident: personInput({ nik: null, noNikReason: 'other', address: { ...personInput().address, line: text } }),
        differentFrom: []
      }),
    get: async () => value(await api.residents.get({ residentId: found.residentId })).resident.address.line
  },
  { name: 'case.note', isMultiline: true, put: text => api.cases.note({ caseId: found.id, kind: 'note', text }), get: lastEvent },
  {
    name: 'referral.reason',
    isMultiline: true,
    put: text => api.referrals.draft({ caseId: found.id, organizationId: organizations[0]?.id ?? '', serviceCode: null, reason: text }),
    get: async () => value(await api.referrals.ofCase({ caseId: found.id })).at(-1)?.reason
  },
  {
    name: 'organization.name',
    put: text => api.organizations.correct({ ...(organizations[0] as (typeof organizations)[number]), name: text }),
    get: async () => value(await api.organizations.list({ kind: 'rsud' })).find(one => one.id === organizations[0]?.id)?.name
  },
  {
    name: 'visit.purpose',
    put: async text => {
      const answer = await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: text, vulnerableGroup: null })
      if (answer.ok) last.visitId = answer.value.id
      return answer
    },
    get: async () => value(await api.visits.get({ visitId: last.visitId })).visit.purpose
  },
  {
    name: 'participant.relation',
    put: text => api.visits.addParticipant({ visitId: found.visitId, residentId: found.residentId, role: 'reporter', relation: text }),
    get: async () => value(await api.visits.get({ visitId: found.visitId })).participants[0]?.relation
  },
  {
    name: 'holiday.name',
    put: text => api.office.setHoliday({ day: '2026-11-24', name: text, isWorkingDay: false }),
    get: async () => value(await api.office.holidays({ year: 2026 })).find(holiday => holiday.day === '2026-11-24')?.name
  },
  {
    name: 'office.place',
    put: text => api.office.change({ place: text }),
    get: async () => value(await api.office.change({})).place
  },
  {
    name: 'signer.position',
    put: text => api.office.correctSigner({ ...signer, position: text }),
    get: async () => value(await api.office.signers({})).find(one => one.id === signer.id)?.position
  },
  {
    name: 'handOver.receivedBy',
    put: text => api.letters.handOver({ letterId: letter.id, receivedBy: text, isRepresentative: false }),
    get: async () => value(await api.letters.get({ letterId: letter.id })).handOvers.at(-1)?.receivedBy
  },
  {
    name: 'registry.note',
    isMultiline: true,
    put: text => {
      at.clock.ms += 1
      return api.registry.recordCheck({
        residentId: found.residentId,
        visitId: null,
        source: 'DTSEN',
        isListed: true,
        decile: 1,
        period: '2026-T4',
        programmes: [],
        note: text
      })
    },
    get: async () => value(await api.registry.checksOf({ residentId: found.residentId }))[0]?.note
  }
]

it.each(fields)('[F24] $name comes back exactly as it was typed, or is refused and nothing is kept', async ({ put, get, isMultiline }) => {
  await fc.assert(
    fc.asyncProperty(texts, async text => {
      const count = () => (desk.raw.prepare('select count(*) as n from "change"').get() as { n: number }).n
      const before = count()
      const answer = await put(text)
      expect(reported.splice(0)).toEqual([])
      if (answer.ok) expect(await get()).toBe(kept(text, isMultiline))
      else {
        expect(answer.problem?.kind).toMatch(/^(invalid-input|possible-duplicates)$/)
        expect(count()).toBe(before)
      }
    }),
    { numRuns: 60 }
  )
})

it('a letter carries hostile text as the text it is', async () => {
  const { id: residentId } = await givenResident(api, {
    name: '<b>Siti</b> {{7*7}} %n',
    nik: '3324105708900777',
    occupation: "'; drop table letter; --"
  })
  const { id } = await givenCase(api, { residentId })
  const written = value(
    await api.letters.issue({
      ...(await givenLetterOrder(api, id, { copiesTo: ['<script>alert(1)</script>'] })),
      signerId: signer?.id ?? ''
    })
  )
  expect(written.facts).toMatchObject({
    resident: { name: '<b>Siti</b> {{7*7}} %n', occupation: "'; drop table letter; --" },
    tembusan: ['<script>alert(1)</script>']
  })
  expect(JSON.stringify(at.sheets.at(-1))).toContain('<b>Siti</b> {{7*7}} %n')
})
