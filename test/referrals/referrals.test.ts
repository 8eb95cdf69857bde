import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { isEnding, mayMove } from '#shared/changes/machine'
import { REFERRAL_STATUSES, type ReferralStatus, referralMachine } from '#shared/referrals/referral-status'
import { givenCase, givenResident } from '#test/support/given'
import { actAs, problem, sharedDesk, type TestDesk, testDesk, value } from '#test/support/test-desk'

type Api = TestDesk['api']

async function organizationOf(api: Api, kind = 'rsud') {
  const [organization] = value(await api.organizations.list({ kind }))
  if (!organization) throw new Error(`no ${kind}`)
  return organization
}

async function draft(api: Api, caseId: string, kind?: string) {
  const { id: organizationId } = await organizationOf(api, kind)
  return value(await api.referrals.draft({ caseId, organizationId, serviceCode: null, reason: 'Perlu perawatan segera' }))
}

async function sent(api: Api, caseId: string, kind?: string) {
  return value(await api.referrals.send({ referralId: (await draft(api, caseId, kind)).id }))
}

const answerOf = (to: ReferralStatus) => ({ to, route: 'phone' as const, note: 'Ditelepon petugas' })

describe('a draft', () => {
  it('has a code that is read without mistakes, and waits to be sent', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: residentId } = await givenResident(api)
    const cases = await Promise.all(Array.from({ length: 20 }, () => givenCase(api, { residentId })))
    const drafts = await Promise.all(cases.map(({ id }) => draft(api, id)))
    expect(new Set(drafts.map(referral => referral.code)).size).toBe(20)
    for (const referral of drafts)
      expect(referral).toMatchObject({ status: 'draft', code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/), sentAt: null, dueOn: null })
    expect(value(await api.cases.get({ caseId: cases[0]?.id ?? '' })).case.ending).toBeNull()
  })

  it('that could not be sent is gone on with by who wrote it, and no second one lies beside it', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { api } = at
    const found = await givenCase(api)
    const { id: organizationId } = await organizationOf(api)
    const input = { caseId: found.id, organizationId, serviceCode: null, reason: 'Perlu perawatan segera' }
    const first = value(await api.referrals.draft(input))
    const again = value(await api.referrals.draft({ ...input, reason: 'Perlu dirawat hari ini' }))
    expect(again).toEqual({ ...first, reason: 'Perlu dirawat hari ini' })
    await actAs(at, 'back-office')
    const other = value(await api.referrals.draft(input))
    expect(other.id).not.toBe(first.id)
    value(await api.referrals.send({ referralId: other.id }))
    expect(value(await api.referrals.draft(input)).id).not.toBe(other.id)
  })

  it('is refused for a closed case, an agency that is gone, and a service nobody knows', async () => {
    const at = await testDesk({ officer: 'back-office' })
    const { api } = at
    const found = await givenCase(api)
    const { id, ...rest } = await organizationOf(api)
    const input = { caseId: found.id, organizationId: id, serviceCode: null, reason: 'Perlu' }
    expect(problem(await api.referrals.draft({ ...input, caseId: randomUUID() }))).toEqual({ kind: 'not-found' })
    expect(problem(await api.referrals.draft({ ...input, organizationId: randomUUID() }))).toEqual({ kind: 'organization-not-found' })
    expect(problem(await api.referrals.draft({ ...input, serviceCode: 'tidak-ada' }))).toEqual({ kind: 'service-not-found' })
    value(await api.organizations.correct({ id, ...rest, isActive: false }))
    expect(problem(await api.referrals.draft(input))).toEqual({ kind: 'organization-not-found' })
    value(await api.organizations.correct({ id, ...rest, isActive: true }))
    const referral = value(await api.referrals.draft(input))
    value(await api.cases.close({ caseId: found.id, outcome: 'withdrawn', text: 'Mundur' }))
    expect(problem(await api.referrals.draft(input))).toEqual({ kind: 'case-closed' })
    expect(problem(await api.referrals.send({ referralId: referral.id }))).toEqual({ kind: 'case-closed' })
  })
})

describe('sending', () => {
  it('ends the case at the counter and starts five working days of the agency', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const found = await givenCase(api)
    const referral = await sent(api, found.id)
    expect(referral).toMatchObject({ status: 'sent', sentAt: clock.ms, dueOn: '2026-11-30' })
    expect(value(await api.cases.get({ caseId: found.id }))).toMatchObject({
      case: { status: 'referred', ending: 'referral', dueOn: '2026-11-30', nextStep: expect.stringContaining('Menunggu jawaban') },
      events: [{ kind: 'opened' }, { kind: 'ending', status: 'referred' }]
    })
    expect(problem(await api.referrals.send({ referralId: referral.id }))).toEqual({ kind: 'not-from-here', status: 'sent' })
    expect(problem(await api.referrals.send({ referralId: randomUUID() }))).toEqual({ kind: 'not-found' })
  })

  it('counts over the days the office is shut', async () => {
    const at = await testDesk({ officer: 'administrator' })
    value(await at.api.office.setHoliday({ day: '2026-11-25', name: 'HUT Kabupaten', isWorkingDay: false }))
    await actAs(at, 'front-office')
    const found = await givenCase(at.api)
    expect((await sent(at.api, found.id)).dueOn).toBe('2026-12-01')
  })

  it('counts a Saturday on which the office works', async () => {
    const at = await testDesk({ officer: 'administrator' })
    value(await at.api.office.setHoliday({ day: '2026-11-28', name: 'Masuk pengganti', isWorkingDay: true }))
    await actAs(at, 'front-office')
    const found = await givenCase(at.api)
    expect((await sent(at.api, found.id)).dueOn).toBe('2026-11-28')
  })

  it('may be done to a second agency while the first still holds the case', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const found = await givenCase(api)
    await sent(api, found.id)
    const second = await sent(api, found.id, 'baznas')
    expect(second.status).toBe('sent')
    expect(value(await api.referrals.ofCase({ caseId: found.id }))).toHaveLength(2)
    expect(value(await api.cases.get({ caseId: found.id })).case).toMatchObject({
      status: 'referred',
      ending: 'referral',
      nextStep: expect.stringContaining('BAZNAS')
    })
  })
})

describe('finding by code', async () => {
  const { api } = await sharedDesk({ officer: 'front-office' })
  const referral = await sent(api, (await givenCase(api)).id)

  it.each<[string, (code: string) => string]>([
    ['as it is printed', code => code],
    ['in small letters', code => code.toLowerCase()],
    ['in two groups', code => `${code.slice(0, 4)}-${code.slice(4)}`],
    ['with spaces', code => ` ${code.slice(0, 4)} ${code.slice(4)} `],
    ['with o for 0 and i or l for 1', code => code.replaceAll('0', 'o').replace('1', 'i').replaceAll('1', 'l')]
  ])('works %s', async (_, typed) => {
    expect(value(await api.referrals.byCode({ code: typed(referral.code) }))).toMatchObject({
      id: referral.id,
      caseNumber: expect.any(String)
    })
  })

  it('works for every look-alike letter', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const found = await givenCase(at.api)
    const made = await draft(at.api, found.id)
    at.desk.raw.prepare('update referral set code = ? where id = ?').run('01010011', made.id)
    expect(value(await at.api.referrals.byCode({ code: 'OIol-00IL' }))).toMatchObject({ id: made.id })
  })

  it.each(['', 'x', '________', "' or 1=1", '🧕'])('finds nothing for %j', async code => {
    expect(value(await api.referrals.byCode({ code }))).toBeNull()
  })
})

describe('answers', () => {
  const path: Record<ReferralStatus, ReferralStatus[]> = {
    draft: [],
    sent: ['sent'],
    accepted: ['sent', 'accepted'],
    declined: ['sent', 'declined'],
    'in-service': ['sent', 'in-service'],
    completed: ['sent', 'completed'],
    returned: ['sent', 'returned'],
    cancelled: ['sent', 'cancelled'],
    'no-reply': ['sent', 'no-reply']
  }

  it.each(REFERRAL_STATUSES)('from %s are taken or refused as the table says', async from => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
    const found = await givenCase(api)
    for (const to of REFERRAL_STATUSES) {
      const { id: referralId } = await draft(api, found.id)
      for (const step of path[from])
        value(step === 'sent' ? await api.referrals.send({ referralId }) : await api.referrals.answer({ referralId, ...answerOf(step) }))
      const before = headOf(desk.raw)
      const answer = await api.referrals.answer({ referralId, ...answerOf(to) })
      if ((mayMove(referralMachine, from, to) && to !== 'sent') || (from === to && isEnding(referralMachine, to)))
        expect(value(answer)).toMatchObject({ status: to, replyRoute: 'phone', replyNote: 'Ditelepon petugas' })
      else {
        expect(problem(answer)).toEqual({ kind: 'illegal-move', from, to })
        expect(headOf(desk.raw)).toEqual(before)
      }
    }
  })

  it('put the case where they belong and never close it', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const visit = await givenCase(api)
    for (const [to, status] of [
      ['accepted', 'at-agency'],
      ['in-service', 'at-agency'],
      ['declined', 'in-process'],
      ['returned', 'in-process'],
      ['completed', 'in-process'],
      ['no-reply', 'referred']
    ] as const) {
      const { id: caseId } = await givenCase(api, visit)
      clock.ms += 1000
      const { id: referralId } = await sent(api, caseId)
      clock.ms += 1000
      value(await api.referrals.answer({ referralId, ...answerOf(to) }))
      const { case: found, events } = value(await api.cases.get({ caseId }))
      expect([found.status, found.closedAt]).toEqual([status, null])
      if (status === 'in-process') expect(found).toMatchObject({ dueOn: '2026-11-23', nextStep: 'Sampaikan hasil rujukan kepada warga' })
      expect(events.at(-1)?.text).toMatch(/^RSUD .* (menerima|sedang|menolak|mengembalikan|sudah|belum) .*Ditelepon petugas$/)
    }
  })

  it('stand in the history of the case with the agency that gave them, and are no talk with the resident', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    const { id: referralId } = await sent(api, caseId, 'baznas')
    value(await api.referrals.answer({ referralId, to: 'no-reply', route: null, note: null }))
    value(await api.referrals.answer({ referralId, to: 'declined', route: 'phone', note: 'Kuota habis' }))
    expect(value(await api.cases.get({ caseId })).events.slice(-2)).toMatchObject([
      { kind: 'note', text: 'BAZNAS Kabupaten Kendal belum menjawab' },
      { kind: 'status', status: 'in-process', text: 'BAZNAS Kabupaten Kendal menolak rujukan: Kuota habis' }
    ])
  })

  it('that ended the referral stay, but what was written of them is put right, and the history keeps both', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    const { id: referralId } = await sent(api, caseId)
    value(await api.referrals.answer({ referralId, ...answerOf('completed') }))
    const correct = (note: string | null) => api.referrals.answer({ referralId, to: 'completed', route: 'return-slip', note })
    expect(problem(await correct(null))).toMatchObject({ kind: 'illegal-move' })
    expect(value(await correct('Bukan warga ini, keliru lembar'))).toMatchObject({
      status: 'completed',
      replyRoute: 'return-slip',
      replyNote: 'Bukan warga ini, keliru lembar'
    })
    const { events } = value(await api.cases.get({ caseId }))
    expect(events.slice(-2).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^RSUD .* sudah melayani: Ditelepon petugas$/),
      expect.stringMatching(/^Pembetulan jawaban .*: Bukan warga ini, keliru lembar$/)
    ])
  })

  it('to a case that has gone elsewhere only make a line in its history', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    const { id: referralId } = await sent(api, caseId)
    value(await api.cases.move({ caseId, to: 'proposed-to-ministry', text: null, followUp: null }))
    value(await api.referrals.answer({ referralId, ...answerOf('accepted') }))
    expect(value(await api.cases.get({ caseId })).case.status).toBe('proposed-to-ministry')
    value(await api.cases.close({ caseId, outcome: 'fulfilled', text: 'Selesai' }))
    value(await api.referrals.answer({ referralId, ...answerOf('completed') }))
    expect(value(await api.cases.get({ caseId })).case.status).toBe('resolved')
  })

  it('are waited for in the list, the longest overdue first, until one ends the referral', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const visit = await givenCase(api)
    const first = await sent(api, visit.id)
    clock.ms += 86_400_000
    const second = await sent(api, visit.id, 'baznas')
    await draft(api, visit.id)
    const waiting = value(await api.referrals.listOpen({})).lines
    expect(waiting.map(({ id, residentName }) => [id, residentName])).toEqual([first, second].map(({ id }) => [id, 'Siti Aminah Contoh']))
    value(await api.referrals.answer({ referralId: first.id, ...answerOf('no-reply') }))
    expect(value(await api.referrals.listOpen({}))).toMatchObject({ count: 2, lines: [{ isCaseClosed: false }, { isCaseClosed: false }] })
    value(await api.referrals.answer({ referralId: first.id, ...answerOf('completed') }))
    expect(value(await api.referrals.listOpen({})).lines.map(({ id }) => id)).toEqual([second.id])
    expect(isEnding(referralMachine, 'completed')).toBe(true)
    expect(problem(await api.referrals.answer({ referralId: randomUUID(), ...answerOf('accepted') }))).toEqual({ kind: 'not-found' })
  })
})
