import { describe, expect, it } from 'vitest'
import { lockUnattended } from '#main/officers/screen-lock'
import { screenWatch } from '#main/officers/screen-watch'
import { permissions } from '#shared/permissions'
import { copyOf } from '#test/support/folders'
import { givenVisit } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const PIN = '123456'
const lastLine = ({ desk }: Pick<TestDesk, 'desk'>) =>
  JSON.parse((desk.raw.prepare('select line from audit order by n desc limit 1').get() as { line: string }).line)

async function colleagueOf({ api }: Pick<TestDesk, 'api'>, role: 'back-office' | 'front-office') {
  const found = value(await api.officers.list({})).find(one => one.roles[0] === role)
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

describe('[F31] a locked screen', () => {
  it('is answered by the desk as if nobody were signed in, whatever is asked', async () => {
    const at = await testDesk({ officer: 'front-office' })
    value(await at.api.officers.lock({}))
    const asked = Object.entries(permissions).filter(([, access]) => access !== 'anybody')
    expect(asked.length).toBeGreaterThan(100)
    for (const [channel] of asked) expect(await at.run(channel, {}), channel).toEqual({ ok: false, problem: { kind: 'locked' } })
    expect(value(await at.api.officers.me({}))).toMatchObject({ officer: { roles: ['front-office'] }, isLocked: true })
    expect(problem(await at.api.sync.join({ server: 'https://district.example', code: 'ABCDE-FGHJK' }))).toMatchObject({
      kind: expect.stringMatching(/not-yours|not-allowed|invalid-input/)
    })
  })

  it('is opened by the PIN of its officer and by no other PIN', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const officer = await colleagueOf(at, 'front-office')
    value(await at.api.officers.lock({}))
    expect(problem(await at.api.officers.signIn({ officerId: officer.id, pin: '654321' }))).toEqual({ kind: 'wrong-pin' })
    expect(value(await at.api.officers.me({})).isLocked).toBe(true)
    expect(problem(await at.api.cases.listOpen({ whose: 'all' }))).toEqual({ kind: 'locked' })
    value(await at.api.officers.signIn({ officerId: officer.id, pin: PIN }))
    expect(value(await at.api.officers.me({}))).toMatchObject({ officer: { id: officer.id }, isLocked: false })
    value(await at.api.cases.listOpen({ whose: 'all' }))
  })

  it('keeps the draft of its officer while another takes the counter over, and shows it to nobody else', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const [first, second] = [await colleagueOf(at, 'front-office'), await colleagueOf(at, 'back-office')]
    const visit = await givenVisit(at.api)
    const draft = { visitId: visit.id, form: 'resident' as const }
    value(await at.api.visits.saveDraft({ ...draft, field: 'name', value: 'Contoh Sari' }))
    value(await at.api.officers.lock({}))
    value(await at.api.officers.signIn({ officerId: second.id, pin: PIN }))
    expect(value(await at.api.visits.draft(draft))).toEqual({})
    value(await at.api.visits.saveDraft({ ...draft, field: 'name', value: 'Contoh Budi' }))
    value(await at.api.visits.dropDraft(draft))
    value(await at.api.officers.lock({}))
    value(await at.api.officers.signIn({ officerId: first.id, pin: PIN }))
    expect(value(await at.api.visits.draft(draft))).toEqual({ name: 'Contoh Sari' })
  })

  it('is written down with who locked it, and who opened it', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await colleagueOf(at, 'front-office')
    value(await at.api.officers.lock({}))
    expect(lastLine(at)).toMatchObject({ kind: 'sign-in', call: 'officers.lock', officer: id, outcome: 'ok' })
    value(await at.api.officers.signIn({ officerId: id, pin: PIN }))
    expect(lastLine(at)).toMatchObject({ kind: 'sign-in', call: 'officers.signIn', officer: null, about: [id] })
  })

  it('stays locked for its officer until signed out, also when the program is asked to lock it again', async () => {
    const at = await testDesk({ officer: 'front-office' })
    await lockUnattended(at.desk)
    await lockUnattended(at.desk)
    expect(at.announced.filter(one => one.kind === 'session-changed')).toHaveLength(1)
    expect(lastLine(at)).toMatchObject({ call: 'officers.lock' })
    value(await at.api.officers.signOut({}))
    expect(value(await at.api.officers.me({}))).toMatchObject({ officer: null, isLocked: false })
    expect(problem(await at.api.cases.listOpen({ whose: 'all' }))).toEqual({ kind: 'not-signed-in' })
  })
})

describe('[F31] how long a screen stays open by itself', () => {
  it('is counted from the last key or touch, 20 seconds beyond what the screen itself counts', () => {
    const waiting: { ms: number; run: () => void; isOff: boolean }[] = []
    let locked = 0
    const watch = screenWatch(
      {
        set(ms, run) {
          const timer = { ms, run, isOff: false }
          waiting.push(timer)
          return () => {
            timer.isOff = true
          }
        }
      },
      () => locked++
    )
    watch.seen(2)
    watch.seen(5)
    expect(waiting.map(({ ms, isOff }) => ({ ms, isOff }))).toEqual([
      { ms: 140_000, isOff: true },
      { ms: 320_000, isOff: false }
    ])
    waiting[1]?.run()
    expect(locked).toBe(1)
    watch.stop()
    expect(waiting[1]?.isOff).toBe(true)
  })

  it('is two minutes, and an administrator chooses between one and ten for this PC', async () => {
    const at = await testDesk({ officer: 'administrator' })
    expect(value(await at.api.officers.me({})).lockMinutes).toBe(2)
    value(await at.api.officers.lockAfter({ minutes: 5 }))
    expect(value(await at.api.officers.me({})).lockMinutes).toBe(5)
    for (const minutes of [0, 11, 2.5]) expect(problem(await at.api.officers.lockAfter({ minutes })).kind).toBe('invalid-input')
    await actAs(at, 'manager')
    expect(problem(await at.api.officers.lockAfter({ minutes: 1 }))).toEqual({ kind: 'not-allowed' })
  })
})

describe('after a power cut', () => {
  it('the officer is brought back to the visit that was being served, until somebody signs out', async () => {
    const before = await testDesk({ officer: 'front-office' })
    const [first, second] = [await colleagueOf(before, 'front-office'), await colleagueOf(before, 'back-office')]
    expect(value(await before.api.officers.me({})).visitToResume).toBeNull()
    const visit = await givenVisit(before.api)
    // what a power cut leaves: the files as they are at this moment
    const after = await testDesk({ folder: copyOf(before.data) })
    expect(value(await after.api.officers.me({})).visitToResume).toBeNull()
    value(await after.api.officers.signIn({ officerId: second.id, pin: PIN }))
    expect(value(await after.api.officers.me({})).visitToResume).toBeNull()
    value(await after.api.officers.signIn({ officerId: first.id, pin: PIN }))
    expect(value(await after.api.officers.me({})).visitToResume).toBe(visit.id)
    value(await after.api.officers.signOut({}))
    value(await after.api.officers.signIn({ officerId: first.id, pin: PIN }))
    expect(value(await after.api.officers.me({})).visitToResume).toBeNull()
  })

  it('nobody is, when the desk was closed as it should be', async () => {
    const before = await testDesk({ officer: 'front-office' })
    const first = await colleagueOf(before, 'front-office')
    await givenVisit(before.api)
    await before.close()
    const after = await testDesk({ folder: before.data })
    value(await after.api.officers.signIn({ officerId: first.id, pin: PIN }))
    expect(value(await after.api.officers.me({})).visitToResume).toBeNull()
  })
})
