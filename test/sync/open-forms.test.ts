import { describe, expect, it } from 'vitest'
import type { TestDesk } from '#test/support/test-desk'
import { actAs, problem, value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from './support/district'

async function twoDesks() {
  const district = await openDistrict()
  const a = await firstDesk(district)
  const b = await furtherDesk(district)
  await actAs(a, 'administrator')
  await actAs(b, 'administrator')
  const bring = async () => {
    await sync(b)
    await sync(a)
  }
  return { a, b, bring }
}
const first = <T>([one]: readonly T[]): T => {
  if (!one) throw new Error('nothing there')
  return one
}

describe('a form that was open while another desk corrected the same thing', () => {
  it('gives an officer no role back that was taken away meanwhile', async () => {
    const { a, b, bring } = await twoDesks()
    const shownAt = async (at: TestDesk) => first(value(await at.api.officers.all({})).filter(({ roles }) => roles.includes('manager')))
    const shown = await shownAt(a)
    const { id } = shown
    value(await b.api.officers.correct({ ...shown, roles: ['front-office'], isActive: false }))
    await bring()
    value(await a.api.officers.correct({ ...shown, position: 'Petugas data', shown }))
    const now = first(value(await a.api.officers.all({})).filter(one => one.id === id))
    expect(now).toMatchObject({ roles: ['front-office'], isActive: false, position: 'Petugas data' })
    const refused = problem(await a.api.officers.correct({ ...shown, roles: ['manager', 'back-office'], shown }))
    expect(refused).toEqual({ kind: 'changed-meanwhile', of: 'officer', fields: ['roles'], now })
    value(await a.api.officers.correct({ ...now, roles: ['manager', 'back-office'], shown: now }))
  })

  it('sends no letter to the addressee that an agency had before', async () => {
    const { a, b, bring } = await twoDesks()
    const shown = first(value(await a.api.organizations.list({})))
    value(await b.api.organizations.correct({ ...shown, addressee: 'Kepala Dinas yang Baru' }))
    await bring()
    value(await a.api.organizations.correct({ ...shown, phone: '0294381234', shown }))
    const now = first(value(await a.api.organizations.list({})).filter(({ id }) => id === shown.id))
    expect(now).toMatchObject({ addressee: 'Kepala Dinas yang Baru', phone: '0294381234' })
    expect(problem(await a.api.organizations.correct({ ...shown, addressee: 'Direktur', shown }))).toEqual({
      kind: 'changed-meanwhile',
      of: 'organization',
      fields: ['addressee'],
      now
    })
  })

  it('prints no position under letters that an official no longer holds', async () => {
    const { a, b, bring } = await twoDesks()
    const shown = first(value(await a.api.office.signers({})))
    value(await b.api.office.correctSigner({ ...shown, capacity: 'a.n.', onBehalfOf: 'Bupati Kendal' }))
    await bring()
    value(await a.api.office.correctSigner({ ...shown, rank: 'Pembina', shown }))
    const now = first(value(await a.api.office.signers({})).filter(({ id }) => id === shown.id))
    expect(now).toMatchObject({ capacity: 'a.n.', onBehalfOf: 'Bupati Kendal', rank: 'Pembina' })
    expect(problem(await a.api.office.correctSigner({ ...shown, capacity: 'Pj.', shown }))).toEqual({
      kind: 'changed-meanwhile',
      of: 'signer',
      fields: ['capacity', 'onBehalfOf'],
      now
    })
  })
})
