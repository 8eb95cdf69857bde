import { describe, expect, it } from 'vitest'
import { audits } from '#shared/audit/audits'
import { ROLES, type Role } from '#shared/officers/officer'
import { isForTwo, mayCall, permissions, secondOf } from '#shared/permissions'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenResident } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

type Channel = keyof typeof permissions
const all = Object.keys(permissions) as Channel[]
const GIVEN = '482917'
const WRONG = '654321'
const lastLine = ({ desk }: Pick<TestDesk, 'desk'>) =>
  JSON.parse((desk.raw.prepare('select line from audit order by n desc limit 1').get() as { line: string }).line)
const refusedFor = (why: string, seconds = 0) => ({ kind: 'not-confirmed', why, seconds })

/** A manager's desk with two records that were merged, to be separated. */
async function merged() {
  const at = await testDesk({ officer: 'manager' })
  const a = await givenResident(at.api, { nik: null, noNikReason: 'forgotten' })
  const b = await givenResident(at.api, { name: 'Sumarni', nik: '3324105708900002' })
  value(await at.api.residents.merge({ residentId: a.id, into: b.id }))
  const own = at.desk.session.officer?.id ?? ''
  return {
    at,
    a,
    own,
    separate: (second?: Parameters<typeof at.api.residents.unmerge>[1]) => at.api.residents.unmerge({ residentId: a.id }, second)
  }
}

describe('the calls that two officers make together', () => {
  it('are bulk export, merge reversal, letter numbers, the recovery code and the erasing of a PC or of what was set aside on it', () => {
    expect(all.filter(isForTwo).sort()).toEqual([
      'backups.makeCode',
      'backups.shredSetAside',
      'erasure.erase',
      'letters.confirmNumbers',
      'letters.openBook',
      'proposals.exportAgain',
      'proposals.exportReady',
      'residents.unmerge',
      'subjects.export'
    ])
  })

  it.each(all.filter(isForTwo))('%s leaves a line, and each who may make it finds somebody else who may confirm it', channel => {
    expect(audits[channel]).not.toBe('none')
    const makers = ROLES.filter(role => mayCall(channel, [role]))
    expect(makers.length).toBeGreaterThan(0)
    for (const maker of makers) expect(secondOf(channel)?.some(role => role !== maker)).toBe(true)
    expect(secondOf(channel)).not.toContain('auditor')
  })
})

describe('a call that two officers make together', () => {
  it('is refused to one alone, and changes nothing', async () => {
    const { at, a, separate } = await merged()
    expect(problem(await separate())).toEqual(refusedFor('nobody'))
    expect(lastLine(at)).toMatchObject({ call: 'residents.unmerge', outcome: 'not-confirmed' })
    expect(value(await at.api.residents.get({ residentId: a.id })).resident.mergedInto).not.toBeNull()
  })

  it('goes on with another officer, and its line and its change name both', async () => {
    const { at, own, a, separate } = await merged()
    const second = await confirmedBy(at, 'administrator')
    expect(value(await separate(second)).mergedInto).toBeNull()
    expect(lastLine(at)).toMatchObject({ call: 'residents.unmerge', officer: own, second: second.officerId, outcome: 'ok' })
    const { body } = at.desk.raw.prepare('select body from "change" order by rowid desc limit 1').get() as { body: string }
    expect(JSON.parse(body).officer).toBe(own)
    expect(JSON.stringify(body)).not.toContain(GIVEN)
    await actAs(at, 'administrator')
    const rows = value(
      await at.api.audit.list({
        fromOn: null,
        untilOn: null,
        officerId: null,
        residentId: a.id,
        kind: 'write',
        refusedOnly: false,
        before: null
      })
    ).rows
    expect(rows[0]).toMatchObject({ officerName: 'Contoh Endang Susilowati', secondName: 'Contoh Arif Nugroho' })
  })

  it('names both also where nothing of the log changes', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const second = await confirmedBy(at, 'manager')
    expect(problem(await at.api.backups.makeCode({}))).toEqual(refusedFor('nobody'))
    value(await at.api.backups.makeCode({}, second))
    expect(lastLine(at)).toMatchObject({ call: 'backups.makeCode', second: second.officerId, outcome: 'ok' })
  })

  it('is not confirmed by whoever makes it', async () => {
    const { at, own, separate } = await merged()
    expect(problem(await separate(await confirmedBy(at, 'manager')))).toEqual(refusedFor('same-officer'))
    expect(lastLine(at)).toMatchObject({ call: 'residents.unmerge', officer: own, second: own, outcome: 'not-confirmed' })
  })

  it.each(['front-office', 'back-office'] as const)('is not confirmed by somebody of the %s, whatever they type', async role => {
    const { at, separate } = await merged()
    const second = await confirmedBy(at, role)
    expect(problem(await separate(second))).toEqual(refusedFor('may-not'))
    expect(lastLine(at)).toMatchObject({ second: second.officerId, outcome: 'not-confirmed' })
  })

  it('is not confirmed by somebody who has left, nor by nobody known', async () => {
    const { at, separate } = await merged()
    const second = await confirmedBy(at, 'administrator')
    at.desk.raw.prepare('update officer set is_active = 0 where id = ?').run(second.officerId)
    expect(problem(await separate(second))).toEqual(refusedFor('nobody'))
    expect(problem(await separate({ ...second, officerId: '0192f0c0-0000-7000-8000-000000000009' }))).toEqual(refusedFor('nobody'))
  })

  it.each([null, 'x', {}, { officerId: 'x', pin: '123456' }, { officerId: '0192f0c0-0000-7000-8000-000000000009', pin: 123456 }, []])(
    'is refused when %j stands where the other officer should',
    async second => {
      const { at, a } = await merged()
      expect(problem(await at.run('residents.unmerge', { residentId: a.id, second }))).toEqual(refusedFor('nobody'))
    }
  )

  it('is not confirmed with a PIN that somebody else gave', async () => {
    const { at, separate } = await merged()
    await actAs(at, 'administrator')
    const roles: Role[] = ['supervisor']
    const added = value(await at.api.officers.add({ name: 'Contoh Camat', roles, position: null, decreeNumber: null, pin: GIVEN }))
    await actAs(at, 'manager')
    expect(problem(await separate({ officerId: added.id, pin: GIVEN }))).toEqual(refusedFor('must-choose'))
  })

  it('costs no try of the other officer when the call itself could not be made', async () => {
    const { at, own } = await merged()
    const second = { ...(await confirmedBy(at, 'administrator')), pin: WRONG }
    expect(problem(await at.run('residents.unmerge', { residentId: 'x', second }))).toMatchObject({ kind: 'invalid-input' })
    await actAs(at, 'front-office')
    expect(problem(await at.run('residents.unmerge', { residentId: own, second }))).toEqual({ kind: 'not-allowed' })
    expect(at.desk.outside.read()?.tries ?? {}).toEqual({})
  })
})

describe('[F32] a wrong secret of the second officer', () => {
  it('counts for that officer as at the sign-in: waiting after four, the password or help after that', async () => {
    const { at, separate } = await merged()
    const second = await confirmedBy(at, 'administrator')
    for (let n = 0; n < 4; n++) expect(problem(await separate({ ...second, pin: WRONG }))).toEqual(refusedFor('wrong-pin'))
    expect(problem(await separate(second))).toEqual(refusedFor('wait', 30))
    expect(problem(await at.api.officers.signIn(second))).toEqual({ kind: 'wait', seconds: 30 })
    // whoever makes the call is not made to wait for it
    value(await at.api.officers.signIn(await confirmedBy(at, 'manager')))
    at.clock.ms += 30_000
    value(await separate(second))
    expect(at.desk.outside.read()?.tries).toEqual({})
  })

  it('stands in the access log with both names', async () => {
    const { at, own, separate } = await merged()
    const second = await confirmedBy(at, 'administrator')
    problem(await separate({ ...second, pin: WRONG }))
    expect(lastLine(at)).toMatchObject({ officer: own, second: second.officerId, outcome: 'not-confirmed' })
    expect(JSON.stringify(lastLine(at))).not.toContain(WRONG)
  })
})
