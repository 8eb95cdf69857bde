import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Role } from '#shared/officers/officer'
import { weaknessOfPin } from '#shared/officers/weak-pin'
import { confirmedBy } from '#test/support/confirmed-by'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { firstDesk, openDistrict, sync } from '#test/sync/support/district'

const [GIVEN, PIN, WRONG] = ['482917', '907351', '654321']
const PASSWORD = 'gerimis kemudi lembayung tujuh'
const DAY_MS = 86_400_000

/** An officer whom the administrator has just added, signed in with the PIN that was given to them. */
async function newcomer(at: TestDesk, roles: Role[] = ['front-office']) {
  const added = value(await at.api.officers.add({ name: 'Contoh Dewi Lestari', roles, position: null, decreeNumber: null, pin: GIVEN }))
  value(await at.api.officers.signIn({ officerId: added.id, pin: GIVEN }))
  return added.id
}

/** The same, with a password and a PIN of their own. */
async function settled(at: TestDesk) {
  const officerId = await newcomer(at)
  value(await at.api.officers.chooseSecrets({ pin: PIN, password: PASSWORD }))
  return officerId
}

/** So many wrong tries, of which the last two are really made: each costs a fifth of a second. */
async function wrong({ api, clock, desk }: TestDesk, officerId: string, times: number) {
  desk.outside.write({ tries: { ...desk.outside.read()?.tries, [officerId]: times - 2 } })
  for (let n = 0; n < 2; n++) {
    clock.ms += 3_600_000
    expect(problem(await api.officers.signIn({ officerId, pin: WRONG }))).toEqual({ kind: 'wrong-pin' })
  }
  clock.ms += 3_600_000
}

describe('a PIN that somebody else gave', () => {
  it('opens nothing but the choice of an own PIN and password, also after the screen was locked', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = await newcomer(at)
    expect(value(await at.api.officers.me({})).mustChoose).toBe('pin-and-password')
    expect(problem(await at.api.cases.listOpen({ whose: 'all' }))).toEqual({ kind: 'must-choose' })
    value(await at.api.officers.signOut({}))
    value(await at.api.officers.signIn({ officerId, pin: GIVEN }))
    expect(problem(await at.api.cases.listOpen({ whose: 'all' }))).toEqual({ kind: 'must-choose' })
    value(await at.api.officers.chooseSecrets({ pin: PIN, password: PASSWORD }))
    value(await at.api.cases.listOpen({ whose: 'all' }))
    expect(value(await at.api.officers.me({})).mustChoose).toBeNull()
    expect(problem(await at.api.officers.chooseSecrets({ pin: PIN, password: PASSWORD }))).toEqual({ kind: 'nothing-to-choose' })
    expect(problem(await at.api.officers.signIn({ officerId, pin: GIVEN }))).toEqual({ kind: 'wrong-pin' })
    value(await at.api.officers.signIn({ officerId, pin: PIN }))
  })

  it('takes the old password away when it is given to somebody who forgot theirs', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const administrator = at.desk.session.officer
    const officerId = await settled(at)
    at.desk.session.officer = administrator
    value(await at.api.officers.resetPin({ officerId, pin: '735194' }))
    expect(problem(await at.api.officers.signIn({ officerId, password: PASSWORD }))).toEqual({ kind: 'wrong-password' })
    expect(problem(await at.api.officers.signIn({ officerId, pin: PIN }))).toEqual({ kind: 'wrong-pin' })
    value(await at.api.officers.signIn({ officerId, pin: '735194' }))
    expect(value(await at.api.officers.me({})).mustChoose).toBe('pin-and-password')
  })

  it('leaves neither secret anywhere, and the PIN of this PC does not go into the log', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = await settled(at)
    const log = JSON.stringify(at.desk.raw.prepare('select body from "change"').all())
    expect(log).not.toContain(PASSWORD)
    const { verifier } = at.desk.raw.prepare('select verifier from desk_pin where officer_id = ?').get(officerId) as { verifier: string }
    expect(log).not.toContain(JSON.parse(verifier).hash)
    expect(JSON.stringify(value(await at.api.officers.list({})))).not.toMatch(/"pin"|"password"|salt|hash|mustChange/)
  })
})

describe('the password', () => {
  it('is asked when the officer is new to a PC, which then gets a PIN of its own', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = await settled(at)
    // as another PC has it: the officer came with the log, the PIN did not
    at.desk.raw.prepare('delete from desk_pin').run()
    expect(problem(await at.api.officers.signIn({ officerId, pin: PIN }))).toEqual({ kind: 'password-needed' })
    value(await at.api.officers.signIn({ officerId, password: PASSWORD }))
    expect(value(await at.api.officers.me({})).mustChoose).toBe('pin')
    expect(problem(await at.api.cases.listOpen({ whose: 'all' }))).toEqual({ kind: 'must-choose' })
    value(await at.api.officers.chooseSecrets({ pin: '735194', password: null }))
    value(await at.api.officers.signIn({ officerId, pin: '735194' }))
    value(await at.api.cases.listOpen({ whose: 'all' }))
  })

  it('is asked again after thirty days, and at once when the clock was set back', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = await settled(at)
    at.clock.ms += 29 * DAY_MS
    value(await at.api.officers.signIn({ officerId, pin: PIN }))
    at.clock.ms += 2 * DAY_MS
    expect(problem(await at.api.officers.signIn({ officerId, pin: PIN }))).toEqual({ kind: 'password-needed' })
    value(await at.api.officers.signIn({ officerId, password: PASSWORD }))
    expect(value(await at.api.officers.me({})).mustChoose).toBeNull()
    value(await at.api.officers.signIn({ officerId, pin: PIN }))
    at.clock.jumped -= 365 * DAY_MS
    expect(problem(await at.api.officers.signIn({ officerId, pin: PIN }))).toEqual({ kind: 'password-needed' })
  })

  it.each([
    ['too-short', 'pendek saja'],
    ['guessable', 'passwordpassword'],
    ['guessable', '1234567890123456'],
    ['guessable', 'qwertyuiopasdf'],
    ['guessable', 'bismillah1234'],
    ['personal', 'dewilestari2024'],
    ['personal', 'rumahslrtkendal']
  ])('is refused as %s: %s', async (why, password) => {
    const at = await testDesk({ officer: 'administrator' })
    await newcomer(at)
    expect(problem(await at.api.officers.chooseSecrets({ pin: PIN, password }))).toEqual({ kind: 'weak-password', why })
    expect(value(await at.api.officers.me({})).mustChoose).toBe('pin-and-password')
  })

  it('is missing when a PIN and a password have to be chosen', async () => {
    const at = await testDesk({ officer: 'administrator' })
    await newcomer(at)
    expect(problem(await at.api.officers.chooseSecrets({ pin: PIN, password: null }))).toEqual({ kind: 'weak-password', why: 'too-short' })
  })
})

describe('a password that its officer changes', () => {
  const NEXT = 'senja perahu belimbing empat'

  it('holds at once beside the PIN of this PC, and other PCs ask for it and for a PIN of their own', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = await settled(at)
    value(await at.api.officers.changeMyPassword({ oldPassword: PASSWORD, newPassword: NEXT }))
    expect(
      JSON.parse((at.desk.raw.prepare('select line from audit order by n desc limit 1').get() as { line: string }).line)
    ).toMatchObject({
      call: 'officers.changeMyPassword',
      officer: officerId,
      outcome: 'ok'
    })
    value(await at.api.officers.signIn({ officerId, pin: PIN }))
    expect(value(await at.api.officers.me({})).mustChoose).toBeNull()
    expect(problem(await at.api.officers.signIn({ officerId, password: PASSWORD }))).toEqual({ kind: 'wrong-password' })
    value(await at.api.officers.signIn({ officerId, password: NEXT }))
    // as another PC has it, where a PIN was chosen beside the old password
    at.desk.raw.prepare("update desk_pin set beside = 'older'").run()
    expect(problem(await at.api.officers.signIn({ officerId, pin: PIN }))).toEqual({ kind: 'password-needed' })
    value(await at.api.officers.signIn({ officerId, password: NEXT }))
    expect(value(await at.api.officers.me({})).mustChoose).toBe('pin')
  })

  it('needs the old one, whose wrong tries count, and must not be weak', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = await settled(at)
    const change = (oldPassword: string, newPassword: string) => at.api.officers.changeMyPassword({ oldPassword, newPassword })
    expect(problem(await change('bukan kata sandinya', NEXT))).toEqual({ kind: 'wrong-password' })
    expect(at.desk.outside.read()?.tries).toEqual({ [officerId]: 1 })
    expect(problem(await change(PASSWORD, 'pendek saja'))).toEqual({ kind: 'weak-password', why: 'too-short' })
    expect(problem(await change(PASSWORD, 'dewilestari2024'))).toEqual({ kind: 'weak-password', why: 'personal' })
    at.desk.outside.write({ tries: { [officerId]: 5 } })
    expect(problem(await change('bukan kata sandinya', NEXT))).toMatchObject({ kind: 'wait' })
    at.desk.outside.write({ tries: {} })
    value(await at.api.officers.signIn({ officerId, password: PASSWORD }))
  })

  it('is not there for an officer of the sample office', async () => {
    const at = await testDesk({ officer: 'manager' })
    expect(problem(await at.api.officers.changeMyPassword({ oldPassword: PIN, newPassword: NEXT }))).toEqual({ kind: 'no-password' })
  })

  it('is changed by nobody who is not signed in', async () => {
    const at = await testDesk()
    expect(problem(await at.api.officers.changeMyPassword({ oldPassword: PIN, newPassword: NEXT }))).toEqual({ kind: 'not-signed-in' })
  })
})

describe('an own PIN', () => {
  it('is not given to oneself: the present one is asked, also of an administrator', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = at.desk.session.officer?.id ?? ''
    expect(problem(await at.api.officers.resetPin({ officerId, pin: GIVEN }))).toEqual({ kind: 'own-secret' })
    value(await at.api.officers.signIn({ officerId, pin: '123456' }))
  })
})

describe('an administrator whom nobody else may help', () => {
  /** An office whose only administrator has forgotten everything; `code` lies in its envelope. */
  async function forgotten() {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = at.desk.session.officer?.id ?? ''
    const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
    value(await at.api.backups.keepCode({ code }))
    value(await at.api.officers.signOut({}))
    at.desk.outside.write({ tries: { [officerId]: 20 } })
    return { at, officerId, code }
  }

  it('takes the recovery code from the envelope, and then chooses both secrets anew', async () => {
    const { at, officerId, code } = await forgotten()
    value(await at.api.officers.resetWithCode({ officerId, code, pin: GIVEN }))
    expect(at.desk.session.officer).toBeUndefined()
    expect(
      JSON.parse((at.desk.raw.prepare('select line from audit order by n desc limit 1').get() as { line: string }).line)
    ).toMatchObject({ call: 'officers.resetWithCode', about: [officerId], outcome: 'ok' })
    value(await at.api.officers.signIn({ officerId, pin: GIVEN }))
    expect(value(await at.api.officers.me({})).mustChoose).toBe('pin-and-password')
    value(await at.api.officers.chooseSecrets({ pin: PIN, password: PASSWORD }))
    value(await at.api.officers.all({}))
  })

  it('gets nothing by a code that is not this desk’s, and nobody but an administrator is helped so', async () => {
    const { at, officerId, code } = await forgotten()
    const other = value(await at.api.officers.list({})).find(one => !one.roles.includes('administrator'))?.id ?? ''
    const wrong = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`
    for (const typed of [wrong, '', 'x'])
      expect(problem(await at.api.officers.resetWithCode({ officerId, code: typed, pin: GIVEN }))).toEqual({ kind: 'wrong-code' })
    expect(problem(await at.api.officers.resetWithCode({ officerId: other, code, pin: GIVEN }))).toEqual({ kind: 'not-allowed' })
    expect(problem(await at.api.officers.signIn({ officerId, pin: GIVEN }))).toMatchObject({ kind: 'wait' })
  })

  it('[S6] has it as an own change before the district', async () => {
    const district = await openDistrict()
    const at = await firstDesk(district)
    await actAs(at, 'administrator')
    const officerId = at.desk.session.officer?.id ?? ''
    const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
    value(await at.api.officers.signOut({}))
    value(await at.api.officers.resetWithCode({ officerId, code, pin: GIVEN }))
    await sync(at)
    expect(value(await at.api.sync.status({}))).toMatchObject({ unsent: 0, refused: 0 })
  })
})

it.each([
  ['123456', 'sequence'],
  ['654321', 'sequence'],
  ['890123', 'sequence'],
  ['123789', 'sequence'],
  ['246802', 'sequence'],
  ['000000', 'repeated'],
  ['121212', 'repeated'],
  ['123123', 'repeated'],
  ['112233', 'repeated'],
  ['778777', 'repeated'],
  ['170890', 'date'],
  ['081790', 'date'],
  ['900817', 'date'],
  ['199008', 'date'],
  ['081990', 'date'],
  ['147258', 'common'],
  ['907351', null],
  ['482917', null]
])('the PIN %s is %s', (pin, why) => {
  expect(weaknessOfPin(pin)).toBe(why)
})

describe('[F32] a guessed PIN', () => {
  it('is enough no longer after ten wrong tries, and after fifteen somebody has to help', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const administrator = at.desk.session.officer
    const officerId = await settled(at)
    await wrong(at, officerId, 10)
    expect(problem(await at.api.officers.signIn({ officerId, pin: PIN }))).toEqual({ kind: 'password-needed' })
    at.desk.outside.write({ tries: { [officerId]: 13 } })
    for (let n = 0; n < 2; n++) {
      expect(problem(await at.api.officers.signIn({ officerId, password: 'bukan kata sandinya' }))).toEqual({ kind: 'wrong-password' })
      at.clock.ms += 3_600_000
    }
    expect(problem(await at.api.officers.signIn({ officerId, password: PASSWORD }))).toEqual({ kind: 'help-needed' })
    at.desk.session.officer = administrator
    value(await at.api.officers.resetPin({ officerId, pin: '735194' }))
    value(await at.api.officers.signIn({ officerId, pin: '735194' }))
  })

  it('never shuts out the last who could help: each try then costs an hour', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = at.desk.session.officer?.id ?? ''
    await wrong(at, officerId, 20)
    value(await at.api.officers.signIn({ officerId, pin: '123456' }))
  })

  it('wins none by leaving nothing of the data but the journal', async () => {
    const first = await testDesk({ officer: 'administrator' })
    const officerId = await settled(first)
    await wrong(first, officerId, 10)
    await first.close()
    for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm', 'backups', 'keys/outside.0', 'keys/outside.1'])
      rmSync(join(first.data, name), { recursive: true, force: true })
    const again = await testDesk({ folder: first.data })
    expect(problem(await again.api.officers.signIn({ officerId, password: PASSWORD }))).toEqual({ kind: 'wait', seconds: 3600 })
    again.clock.ms += 7_200_000
    expect(problem(await again.api.officers.signIn({ officerId, pin: PIN }))).toEqual({ kind: 'password-needed' })
    value(await again.api.officers.signIn({ officerId, password: PASSWORD }))
    await again.close()
  })

  it('is counted over all officers of the PC: forty tries in all', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const officerId = await settled(at)
    at.desk.outside.write({ tries: { a: 15, b: 15, c: 10 } })
    expect(problem(await at.api.officers.signIn({ officerId, pin: PIN }))).toEqual({ kind: 'password-needed' })
    value(await at.api.officers.signIn({ officerId, password: PASSWORD }))
  })

  it('wins no further tries by killing the program, by an older copy of the database, nor by taking away what is kept beside it', async () => {
    const first = await testDesk({ officer: 'administrator' })
    const officerId = await settled(first)
    value(await first.api.officers.signIn({ officerId, pin: PIN }))
    const older = mkdtempSync(join(tmpdir(), 'desk-older-'))
    first.desk.raw.pragma('wal_checkpoint(truncate)')
    cpSync(join(first.data, 'desk.db'), join(older, 'desk.db'))
    await wrong(first, officerId, 10)
    const killed = mkdtempSync(join(tmpdir(), 'desk-killed-'))
    cpSync(first.data, killed, { recursive: true })
    const restored = mkdtempSync(join(tmpdir(), 'desk-restored-'))
    cpSync(first.data, restored, { recursive: true })
    await first.close()
    for (const name of ['desk.db', 'desk.db-wal']) rmSync(join(restored, name), { force: true })
    cpSync(join(older, 'desk.db'), join(restored, 'desk.db'))
    const bare = mkdtempSync(join(tmpdir(), 'desk-bare-'))
    cpSync(restored, bare, { recursive: true })
    for (const name of ['outside.0', 'outside.1']) rmSync(join(bare, 'keys', name), { force: true })
    const seen = mkdtempSync(join(tmpdir(), 'desk-seen-'))
    cpSync(bare, seen, { recursive: true })
    // opened and closed without a try, which writes beside the database again
    await (await testDesk({ folder: seen })).close()
    for (const folder of [killed, restored, bare, seen]) {
      const again = await testDesk({ folder })
      again.clock.ms += 7_200_000
      expect(problem(await again.api.officers.signIn({ officerId, pin: PIN })), folder).toEqual({ kind: 'password-needed' })
      value(await again.api.officers.signIn({ officerId, password: PASSWORD }))
      value(await again.api.officers.signIn({ officerId, pin: PIN }))
      await again.close()
    }
    for (const folder of [older, killed, restored, bare, seen]) rmSync(folder, { recursive: true, force: true })
  })
})
