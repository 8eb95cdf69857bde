import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { foldAgain, snapshot } from '#main/changes/fold'
import { headOf } from '#main/changes/log'
import { handlers } from '#main/handlers'
import { contract } from '#shared/contract'
import { ROLES, type Role } from '#shared/officers/officer'
import { type Access, isForTwo, permissions } from '#shared/permissions'
import { channels } from '#shared/rpc/channels'
import { confirmedBy } from '#test/support/confirmed-by'
import { fromSchema } from '#test/support/from-schema'
import { givenCase, givenLetterOrder, givenVisit } from '#test/support/given'
import { sharedDesk, value } from '#test/support/test-desk'

type Channel = keyof typeof permissions

const { desk, api, run, reported } = await sharedDesk({ officer: 'manager' })
const { raw } = desk
const found = await givenCase(api)
const order = await givenLetterOrder(api, found.id)
const letter = value(await api.letters.issue(order))
const attempt = value(await api.letters.print({ letterId: letter.id, printer: 'Kantor' }))
const waiting = await givenVisit(api)
const officers = value(await api.officers.list({}))
const somebody = officers[0] as (typeof officers)[number]
const second = await confirmedBy(
  { api },
  officers.find(one => one.id !== somebody.id && one.roles[0] === 'manager') ? 'manager' : 'administrator'
)

const all = Object.entries(channels).flatMap(([feature, calls]) => calls.map(name => `${feature}.${name}`)) as Channel[]
const sit = (roles: readonly Role[] | undefined) => {
  desk.session.officer = roles && { ...somebody, roles: [...roles] }
  desk.session.lockedFor = undefined
}

describe('the contract', () => {
  const names = (calls: Record<string, object>) =>
    Object.entries(calls)
      .flatMap(([feature, of]) => Object.keys(of).map(name => `${feature}.${name}`))
      .sort()

  it('is the same list in schemas, channels, rights and handlers', () => {
    expect([...all].sort()).toEqual(names(contract))
    expect(Object.keys(permissions).sort()).toEqual(names(contract))
    expect(names(handlers)).toEqual(names(contract))
  })
})

describe('rights', () => {
  const isAllowed = (access: Access, roles: readonly Role[] | undefined): boolean =>
    access === 'anybody' || (roles !== undefined && (access === 'signed-in' || access.some(role => roles.includes(role))))
  const cells = all.flatMap(channel => [undefined, ...ROLES].map(role => ({ channel, role, roles: role && [role] })))

  it.each(cells)('$channel as $role', async ({ channel, roles }) => {
    sit(roles)
    const answer = await run(channel, null)
    const right = permissions[channel]
    const kind = isAllowed(typeof right === 'object' && 'by' in right ? right.by : right, roles)
      ? 'invalid-input'
      : roles
        ? 'not-allowed'
        : 'not-signed-in'
    expect(answer).toMatchObject({ ok: false, problem: { kind } })
  })

  it('are no wider for nobody than signing in and setting up need', () => {
    const open = all.filter(channel => permissions[channel] === 'anybody' && !/^(areas|directory)\./.test(channel))
    expect(open.sort()).toEqual(
      [
        // a desk that stays closed still has to be left
        'screens.state',
        ...['recovery.doors', 'recovery.intake', 'recovery.takeIn', 'recovery.enterCode', 'recovery.restore', 'recovery.tryAgain'],
        ...['recovery.onSticks', 'recovery.fromStick', 'recovery.erased', 'recovery.beginAnew', 'recovery.wayBack', 'recovery.goBack'],
        ...['office.setUp', 'office.setUpSample', 'office.openHere', 'office.state'],
        ...['officers.list', 'officers.me', 'officers.signIn', 'officers.signOut', 'officers.resetWithCode'],
        // a new PC joins its district, or is filled from a stick, before it has anybody
        // whether the access log is whole, and nothing of what it says
        'audit.verify',
        ...['sync.status', 'sync.nearby', 'sync.join', 'sync.cancelJoin', 'sync.sendNow', 'sync.drives', 'sync.readPacks']
      ].sort()
    )
  })

  it('follow the officer who made the call, though somebody else signs in before it is answered', async () => {
    sit(['manager'])
    const before = headOf(raw).seq
    const noted = run('cases.note', { caseId: found.id, kind: 'note', text: 'Catatan manajer' })
    desk.session.officer = undefined
    expect(await noted).toMatchObject({ ok: true, value: { officerId: somebody.id } })
    const { body } = raw.prepare('select body from "change" where seq = ?').get(before + 1) as { body: string }
    expect(JSON.parse(body).officer).toBe(somebody.id)
  })
})

describe('a channel that is not in the contract', () => {
  const odd = [
    'x',
    '',
    '.',
    'officers',
    'officers.',
    '.list',
    'officers.__proto__',
    'officers.constructor',
    '__proto__.list',
    'constructor.name',
    'officers.list.x',
    'toString',
    'officers.LIST',
    'officers list'
  ]

  it.each(odd)('is refused: %j', async channel => {
    sit([...ROLES])
    expect(await run(channel, {})).toEqual({ ok: false, problem: { kind: 'no-such-call' } })
  })

  it('is refused whatever it looks like', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async channel => {
        fc.pre(!all.includes(channel as Channel))
        expect(await run(channel, {})).toEqual({ ok: false, problem: { kind: 'no-such-call' } })
      })
    )
  })
})

/** Each confirmation hashes a PIN, which is slow on purpose. */
const RUNS = 5

// to all other calls it is sent by test/faults/junk.test.ts
describe('junk that another officer has confirmed', () => {
  it.each(all.filter(isForTwo))(
    'of the right form sent to %s gets a typed refusal or an answer, and a refusal changes nothing',
    async channel => {
      const [feature, name] = channel.split('.') as [string, string]
      const { input } = (contract as unknown as Record<string, Record<string, { input: z.ZodType }>>)[feature]?.[name] ?? {}
      const ids = [
        found.id,
        found.visitId,
        found.residentId,
        letter.id,
        attempt.id,
        waiting.id,
        order.referralId,
        order.signerId,
        order.organizationId,
        letter.bookId,
        somebody.id
      ]
      await everyAnswerIsTyped(
        channel,
        fromSchema(
          input as z.ZodType,
          ids.filter(id => id !== null)
        ).map(sent => (typeof sent === 'object' ? { ...sent, second } : sent))
      )
    }
  )

  afterAll(() => {
    const before = snapshot(raw)
    foldAgain(raw)
    expect(snapshot(raw)).toEqual(before)
  })

  async function everyAnswerIsTyped(channel: Channel, inputs: fc.Arbitrary<unknown>): Promise<void> {
    let before = { head: headOf(raw), rows: snapshot(raw) }
    await fc.assert(
      fc.asyncProperty(inputs, async input => {
        sit([...ROLES])
        const answer = structuredClone(await run(channel, cloned(input)))
        expect(reported.splice(0)).toEqual([])
        if (answer.ok) {
          before = { head: headOf(raw), rows: snapshot(raw) }
          return
        }
        expect(answer.problem.kind).toMatch(/^[a-z-]+$/)
        expect(headOf(raw)).toEqual(before.head)
      }),
      { numRuns: RUNS }
    )
    expect(snapshot(raw)).toEqual(before.rows)
  }

  /** As it would arrive from another process; what cannot be sent does not arrive. */
  function cloned(input: unknown): unknown {
    try {
      return structuredClone(input)
    } catch {
      return undefined
    }
  }
})
