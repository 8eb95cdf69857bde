import { describe, expect, it } from 'vitest'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from './support/district'

const followUp = { nextStep: 'Hubungi warga', dueOn: '2026-12-01' }

/** A case that office A closed while B sent its referral, both without a line; the desks speak with the district in this order. */
async function closedWhileReferred(order: 'a-first' | 'b-first') {
  const district = await openDistrict()
  const a = await firstDesk(district)
  const { id: caseId } = await givenCase(a.api)
  value(await a.api.cases.end({ caseId, ending: { kind: 'request', note: null, followUp } }))
  const { referralId } = await givenLetterOrder(a.api, caseId)
  await sync(a)
  const b = await furtherDesk(district)
  value(await a.api.cases.close({ caseId, outcome: 'fulfilled', text: 'Sudah dibantu' }))
  value(await b.api.referrals.send({ referralId: referralId ?? '' }))
  for (const desk of order === 'a-first' ? [a, b, a] : [b, a, b]) await sync(desk)
  const [card] = value(await a.api.sync.clashes({}))
  if (!card) throw new Error('no card')
  return { a, caseId, card }
}

describe('work on two desks that did not know of each other', () => {
  it('[C7] a case that one closed and the other referred is open or closed as a whole, as a person decides', async () => {
    const { a, caseId, card } = await closedWhileReferred('a-first')
    value(await a.api.sync.resolve({ ...card, choices: { status: 'wished' } }))
    const found = value(await a.api.cases.get({ caseId })).case
    expect(found).toMatchObject({ status: 'referred', ending: 'referral', dueOn: '2026-11-30', closedAt: null, outcome: null })
    expect(value(await a.api.cases.listOpen({ whose: 'all' })).lines.map(({ id }) => id)).toEqual([caseId])
  })

  it('[C7] the same holds where the referral stood first and the closing is chosen', async () => {
    const { a, caseId, card } = await closedWhileReferred('b-first')
    value(await a.api.sync.resolve({ ...card, choices: { status: 'wished', nextStep: 'standing', closedAt: 'standing' } }))
    const found = value(await a.api.cases.get({ caseId })).case
    expect(found).toMatchObject({ status: 'resolved', outcome: 'fulfilled', nextStep: null, dueOn: null })
    expect(found.closedAt).not.toBeNull()
    expect(value(await a.api.cases.listOpen({ whose: 'all' })).lines).toEqual([])
  })

  it('[C2] says of an answer to a referral whose case it is, and of a judged pair whose names', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const found = await givenCase(a.api)
    const referralId = (await givenLetterOrder(a.api, found.id)).referralId ?? ''
    value(await a.api.referrals.send({ referralId }))
    const pair = {
      residentId: (await givenResident(a.api, { nik: '3324105708910002', name: 'Sumarni' })).id,
      otherId: (await givenResident(a.api, { nik: '3324105708910003', name: 'Sumarti' })).id
    }
    value(await a.api.pairs.judge({ ...pair, verdict: 'unsure' }))
    await sync(a)
    const b = await furtherDesk(district)
    value(await a.api.referrals.answer({ referralId, to: 'completed', route: 'phone', note: null }))
    value(await b.api.referrals.answer({ referralId, to: 'declined', route: 'phone', note: null }))
    value(await a.api.pairs.judge({ ...pair, verdict: 'same' }))
    value(await b.api.pairs.judge({ ...pair, verdict: 'different' }))
    for (const desk of [a, b, a]) await sync(desk)
    expect(value(await a.api.sync.clashes({})).map(({ entity, title, parent }) => ({ entity, title, parent }))).toEqual(
      expect.arrayContaining([
        { entity: 'referral', title: found.number, parent: { entity: 'case', id: found.id } },
        { entity: 'pairJudgement', title: 'Sumarni – Sumarti', parent: { entity: 'resident', id: pair.residentId } }
      ])
    )
  })

  it('[C2] says of two numbers for one family whose head it has', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const { id: residentId, name } = await givenResident(a.api)
    value(await a.api.residents.joinFamily({ residentId, family: { kind: 'new', kk: null }, relation: 'head' }))
    await sync(a)
    const b = await furtherDesk(district)
    value(await a.api.residents.changeKk({ residentId, kk: '3324100101100001' }))
    value(await b.api.residents.changeKk({ residentId, kk: '3324100101100002' }))
    for (const desk of [a, b, a]) await sync(desk)
    const [card] = value(await a.api.sync.clashes({}))
    expect(card).toMatchObject({ entity: 'family', title: name, parent: null, fields: [{ field: 'kk', wished: '3324100101100002' }] })
  })

  it('[C7] a proposal that one withdrew and the other handed over waits without an answer, where that is decided', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const { id: residentId } = await givenResident(a.api)
    const wish = { residentId, caseId: null, kind: 'new-entry' as const, what: 'Belum terdaftar', documents: [] }
    const { id: proposalId } = value(await a.api.proposals.propose(wish))
    await sync(a)
    const b = await furtherDesk(district)
    value(await a.api.proposals.answer({ proposalId, to: 'withdrawn', note: 'Salah orang' }))
    value(await b.api.proposals.exportReady({ to: DOCUMENTS, answerDays: 30 }, await confirmedBy(b, 'administrator')))
    for (const desk of [a, b, a]) await sync(desk)
    const [card] = value(await a.api.sync.clashes({}))
    if (!card) throw new Error('no card')
    expect(card.title).toBe('Siti Aminah Contoh')
    value(await a.api.sync.resolve({ ...card, choices: { status: 'wished' } }))
    const [proposal] = value(await a.api.proposals.ofResident({ residentId }))
    expect(proposal).toMatchObject({ status: 'proposed', batchNumber: 'USUL-B-2026-001', answeredOn: null, answerNote: null })
  })
})
