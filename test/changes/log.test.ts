import { createHash, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { changesAfter, hashOf, headOf, type SealedChange, takeBack } from '#main/changes/log'
import { Change, changeId, FIRST_PREV } from '#shared/changes/change'
import { givenCase, givenResident } from '#test/support/given'
import { sharedDesk, testDesk, value } from '#test/support/test-desk'

describe('the log', () => {
  it('[V1] [V2] chains every change to the one before it, hashed and signed by this desk', async () => {
    const { desk, api } = await testDesk({ officer: 'front-office' })
    await givenCase(api)
    let prev = FIRST_PREV
    const changes = changesAfter(desk.raw, 0)
    expect(changes.length).toBeGreaterThan(4)
    for (const [i, { seq, body, hash, signature }] of changes.entries()) {
      const change = Change.parse(JSON.parse(body))
      expect(change).toMatchObject({ seq: i + 1, prev, device: desk.author.device, id: changeId(desk.author.device, 1, i + 1) })
      expect(seq).toBe(i + 1)
      expect(hash).toBe(createHash('sha256').update(body).digest('hex'))
      expect(verify(null, Buffer.from(hash, 'hex'), desk.author.publicKey, signature)).toBe(true)
      prev = hash
    }
    expect(headOf(desk.raw)).toEqual({ seq: changes.length, hash: prev })
  })

  it('[V3] says who wrote a change, when, and what it rests on', async () => {
    const { desk, api, clock } = await testDesk({ officer: 'front-office' })
    const resident = await givenResident(api)
    const registered = headOf(desk.raw).seq
    clock.ms += 5000
    const { id: _, provisionalId: __, ...input } = resident
    value(await api.residents.correct({ residentId: resident.id, resident: { ...input, occupation: 'Nelayan' }, differentFrom: [] }))
    const [sealed] = changesAfter(desk.raw, registered)
    expect(Change.parse(JSON.parse(sealed?.body ?? ''))).toMatchObject({
      officer: desk.session.officer?.id,
      at: { wall: clock.ms, mono: 5000 },
      deps: [changeId(desk.author.device, 1, registered)],
      ops: [{ type: 'patch', entity: 'resident', id: resident.id, fields: { occupation: 'Nelayan' } }]
    })
  })

  it('leaves no change for a refusal, and none for a correction that corrects nothing', async () => {
    const { desk, api } = await testDesk({ officer: 'front-office' })
    const resident = await givenResident(api)
    const before = headOf(desk.raw)
    const { id: _, provisionalId: __, ...input } = resident
    value(await api.residents.correct({ residentId: resident.id, resident: input, differentFrom: [] }))
    await api.residents.register({ resident: input, family: null, differentFrom: [] })
    expect(headOf(desk.raw)).toEqual(before)
  })
})

describe('taking a change back', async () => {
  const { desk, api } = await sharedDesk({ officer: 'front-office' })
  await givenResident(api)
  const { raw, author } = desk
  const head = headOf(raw)
  const last = changesAfter(raw, head.seq - 1)[0] as SealedChange

  /** The desk as it was before its last change, for as long as `attempt` runs. */
  const beforeLast = (attempt: () => void) => {
    raw.exec('begin')
    try {
      raw.prepare('delete from "change" where seq = ?').run(head.seq)
      raw.prepare('delete from resident').run()
      attempt()
    } finally {
      raw.exec('rollback')
    }
  }
  const edited = (edit: (change: Change) => object): SealedChange => {
    const body = JSON.stringify({ ...JSON.parse(last.body), ...edit(JSON.parse(last.body)) })
    return { ...last, body, hash: hashOf(body) }
  }

  it('puts rows and log back as they were', () => {
    const before = snapshot(raw)
    beforeLast(() => {
      takeBack(raw, last, author)
      expect(headOf(raw)).toEqual(head)
      expect(snapshot(raw)).toEqual(before)
    })
  })

  it.each<[string, SealedChange]>([
    ['whose text was altered', { ...last, body: last.body.replace('Siti', 'Sita') }],
    ['whose text and hash were altered', edited(change => ({ at: { ...change.at, wall: 1 } }))],
    ['of another author', edited(() => ({ officer: null }))],
    ['that skips a place', { ...edited(change => ({ seq: change.seq + 1 })), seq: last.seq + 1 }],
    ['that stands where another one does', { ...last, seq: last.seq - 1 }],
    ['that follows something else', edited(() => ({ prev: 'f'.repeat(64) }))],
    ['with another signature', { ...last, signature: Buffer.alloc(64, 1) }],
    ['that is no change at all', { ...last, body: '{}' }],
    ['with a field nobody declared', edited(() => ({ extra: 1 }))]
  ])('refuses one %s', (_, sealed) => {
    beforeLast(() => expect(() => takeBack(raw, sealed, author)).toThrow())
  })

  it('refuses one that is there already', () => {
    expect(() => takeBack(raw, last, author)).toThrow('does not follow')
  })
})
