import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import type { Role } from '#shared/officers/officer'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const RIGHT = '123456'
const WRONG = '654321'

async function officerOf({ api }: Pick<TestDesk, 'api'>, role: Role) {
  const found = value(await api.officers.list({})).find(one => one.roles[0] === role)
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

/** Four wrong tries, which are free. */
async function fourWrong({ api }: Pick<TestDesk, 'api'>, officerId: string) {
  for (let n = 0; n < 4; n++) expect(problem(await api.officers.signIn({ officerId, pin: WRONG }))).toEqual({ kind: 'wrong-pin' })
}

const newOfficer = { name: 'Contoh Dewi Lestari', roles: ['front-office' as const], position: null, decreeNumber: null }

describe('signing in', () => {
  it('takes the right PIN, says who sits there, and forgets it at signing out', async () => {
    const at = await testDesk({ officer: 'front-office' })
    value(await at.api.officers.signOut({}))
    expect(value(await at.api.officers.me({}))).toMatchObject({ officer: null, isLocked: false })
    const officer = await officerOf(at, 'back-office')
    expect(value(await at.api.officers.signIn({ officerId: officer.id, pin: RIGHT }))).toEqual(officer)
    expect(value(await at.api.officers.me({})).officer).toEqual(officer)
  })

  it('never shows the verifier of a PIN, nor writes the PIN anywhere', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const added = value(await at.api.officers.add({ ...newOfficer, pin: '918273' }))
    const shown = [added, value(await at.api.officers.list({})), value(await at.api.officers.all({})), value(await at.api.officers.me({}))]
    expect(JSON.stringify(shown)).not.toMatch(/"pin"|salt|hash/)
    const stored = JSON.stringify(at.desk.raw.prepare('select body from "change"').all())
    expect(stored).not.toContain('918273')
    expect(value(await at.api.officers.signIn({ officerId: added.id, pin: '918273' })).name).toBe(newOfficer.name)
  })

  it('keeps who sits there when the next one types a wrong PIN', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await officerOf(at, 'manager')
    expect(problem(await at.api.officers.signIn({ officerId: id, pin: WRONG }))).toEqual({ kind: 'wrong-pin' })
    expect(value(await at.api.officers.me({})).officer?.roles).toEqual(['front-office'])
  })

  it('costs a wait from the fifth try on, longer each time, also for the right PIN', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await officerOf(at, 'manager')
    await fourWrong(at, id)
    for (const seconds of [30, 60, 300, 900, 3600, 3600]) {
      expect(problem(await at.api.officers.signIn({ officerId: id, pin: RIGHT }))).toEqual({ kind: 'wait', seconds })
      at.clock.ms += seconds * 1000 - 1
      expect(problem(await at.api.officers.signIn({ officerId: id, pin: RIGHT }))).toEqual({ kind: 'wait', seconds: 1 })
      at.clock.ms += 1
      expect(problem(await at.api.officers.signIn({ officerId: id, pin: WRONG }))).toEqual({ kind: 'wrong-pin' })
    }
    at.clock.ms += 3_600_000
    value(await at.api.officers.signIn({ officerId: id, pin: RIGHT }))
    expect(problem(await at.api.officers.signIn({ officerId: id, pin: WRONG }))).toEqual({ kind: 'wrong-pin' })
  })

  it('counts tries that are made at once', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await officerOf(at, 'manager')
    const answers = await Promise.all(Array.from({ length: 8 }, () => at.api.officers.signIn({ officerId: id, pin: WRONG })))
    expect(answers.map(answer => problem(answer).kind).sort()).toEqual([...Array(4).fill('wait'), ...Array(4).fill('wrong-pin')])
  })

  it('makes only the officer wait whose PIN was guessed', async () => {
    const at = await testDesk({ officer: 'front-office' })
    await fourWrong(at, (await officerOf(at, 'manager')).id)
    value(await at.api.officers.signIn({ officerId: (await officerOf(at, 'back-office')).id, pin: RIGHT }))
  })

  it('keeps the wait when the program is closed and opened, cut off, or the clock is set back or forward', async () => {
    const first = await testDesk({ officer: 'front-office' })
    const { id } = await officerOf(first, 'manager')
    await fourWrong(first, id)
    const cutOff = mkdtempSync(join(tmpdir(), 'desk-cut-'))
    cpSync(first.data, cutOff, { recursive: true })
    await first.close()
    for (const folder of [first.data, cutOff]) {
      const again = await testDesk({ folder })
      expect(problem(await again.api.officers.signIn({ officerId: id, pin: RIGHT }))).toEqual({ kind: 'wait', seconds: 30 })
      again.clock.jumped -= 365 * 86_400_000
      expect(problem(await again.api.officers.signIn({ officerId: id, pin: RIGHT }))).toEqual({ kind: 'wait', seconds: 30 })
      again.clock.jumped += 2 * 365 * 86_400_000
      expect(problem(await again.api.officers.signIn({ officerId: id, pin: RIGHT }))).toEqual({ kind: 'wait', seconds: 30 })
      again.clock.ms += 29_000
      expect(problem(await again.api.officers.signIn({ officerId: id, pin: RIGHT }))).toEqual({ kind: 'wait', seconds: 1 })
      // a clock that was wrong and is put right does not lock anybody out for a year
      again.clock.ms += 1000
      value(await again.api.officers.signIn({ officerId: id, pin: RIGHT }))
      await again.close()
    }
    rmSync(cutOff, { recursive: true })
  })

  it('is refused to somebody who has left or never was', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const { isActive: _, ...manager } = await officerOf(at, 'manager')
    value(await at.api.officers.correct({ ...manager, isActive: false }))
    expect(problem(await at.api.officers.signIn({ officerId: manager.id, pin: RIGHT }))).toEqual({ kind: 'wrong-pin' })
    expect(problem(await at.api.officers.signIn({ officerId: randomUUID(), pin: RIGHT }))).toEqual({ kind: 'wrong-pin' })
    expect(value(await at.api.officers.list({})).map(one => one.id)).not.toContain(manager.id)
    expect(value(await at.api.officers.all({})).map(one => one.id)).toContain(manager.id)
  })

  it.each(['12345', '1234567', '12345a', '', ' 12345', '１２３４５６'])('takes no PIN like %j', async pin => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await officerOf(at, 'manager')
    expect(problem(await at.api.officers.signIn({ officerId: id, pin }))).toEqual({ kind: 'invalid-input', fields: ['pin'] })
  })
})

describe('PINs', () => {
  it('are changed by their owner with the old one', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await officerOf(at, 'front-office')
    expect(problem(await at.api.officers.changeMyPin({ oldPin: WRONG, newPin: '918274' }))).toEqual({ kind: 'wrong-pin' })
    value(await at.api.officers.changeMyPin({ oldPin: RIGHT, newPin: '918274' }))
    expect(problem(await at.api.officers.signIn({ officerId: id, pin: RIGHT }))).toEqual({ kind: 'wrong-pin' })
    value(await at.api.officers.signIn({ officerId: id, pin: '918274' }))
  })

  it('are given anew by an administrator, which also ends the wait', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const { id } = await officerOf(at, 'manager')
    await fourWrong(at, id)
    value(await at.api.officers.resetPin({ officerId: id, pin: '918274' }))
    value(await at.api.officers.signIn({ officerId: id, pin: '918274' }))
    await actAs(at, 'administrator')
    expect(problem(await at.api.officers.resetPin({ officerId: randomUUID(), pin: '918274' }))).toEqual({ kind: 'not-found' })
  })

  it('of two officers are never stored alike', async () => {
    const { desk } = await testDesk({ officer: 'administrator' })
    const pins = (desk.raw.prepare('select pin from officer').all() as { pin: string }[]).map(({ pin }) => JSON.parse(pin).hash)
    expect(new Set(pins).size).toBe(4)
  })
})

describe('officers', () => {
  it('are added once under a name, whatever its capitals', async () => {
    const { api, desk } = await testDesk({ officer: 'administrator' })
    value(await api.officers.add({ ...newOfficer, pin: RIGHT }))
    const before = headOf(desk.raw)
    expect(problem(await api.officers.add({ ...newOfficer, name: 'CONTOH DEWI LESTARI ', pin: RIGHT }))).toEqual({ kind: 'name-taken' })
    expect(headOf(desk.raw)).toEqual(before)
  })

  it('keep a name of their own when they are corrected', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const [back, manager] = [await officerOf(at, 'back-office'), await officerOf(at, 'manager')]
    expect(problem(await at.api.officers.correct({ ...back, name: manager.name }))).toEqual({ kind: 'name-taken' })
    expect(value(await at.api.officers.correct({ ...back, position: 'Petugas data' })).position).toBe('Petugas data')
    expect(problem(await at.api.officers.correct({ ...back, id: randomUUID(), name: 'Baru' }))).toEqual({ kind: 'not-found' })
  })

  it('always have an administrator among them', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const administrator = await officerOf(at, 'administrator')
    for (const change of [{ isActive: false }, { roles: ['manager' as const] }]) {
      expect(problem(await at.api.officers.correct({ ...administrator, ...change }))).toEqual({ kind: 'last-administrator' })
    }
    const manager = await officerOf(at, 'manager')
    value(await at.api.officers.correct({ ...manager, roles: ['manager', 'administrator'] }))
    value(await at.api.officers.correct({ ...administrator, roles: ['back-office'] }))
  })

  it('lose a right at once when it is taken from the one who sits here', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const [administrator, manager] = [await officerOf(at, 'administrator'), await officerOf(at, 'manager')]
    value(await at.api.officers.correct({ ...manager, roles: ['manager', 'administrator'] }))
    value(await at.api.officers.correct({ ...administrator, roles: ['back-office'] }))
    expect(problem(await at.api.officers.all({}))).toEqual({ kind: 'not-allowed' })
  })
})
