import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { UNHEARD_DAYS } from '#shared/sync/unheard'
import { confirmedBy } from '#test/support/confirmed-by'
import { folderOf } from '#test/support/folders'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { firstDesk, openDistrict, sync } from './support/district'

const DAY_MS = 86_400_000
const NEW = { name: 'Contoh Dewi Lestari', roles: ['front-office' as const], position: null, decreeNumber: null, pin: '482917' }

/** A desk of a district, with an officer at it. */
async function joined(role: 'administrator' | 'manager' = 'administrator') {
  const at = await testDesk({ officer: role })
  at.desk.raw.prepare("update here set district = '33.24', server = 'https://district.example'").run()
  return at
}
async function heardNow() {
  const at = await joined()
  at.desk.sync.unheard.heard()
  return at
}
const daysOf = async ({ api }: Pick<TestDesk, 'api'>) => value(await api.sync.status({})).unheardDays
/** What a power cut leaves of an open desk. */
function cutOff({ data }: Pick<TestDesk, 'data'>): string {
  const left = folderOf('cut-')
  cpSync(data, left, { recursive: true })
  return left
}

describe('a desk that has not heard its district for two weeks', () => {
  it('adds no officers, exports nothing and makes no code, and goes on with all that somebody at the counter waits for', async () => {
    const at = await joined()
    at.clock.ms += UNHEARD_DAYS * DAY_MS - 1
    value(await at.api.officers.add(NEW))
    at.clock.ms += 1
    const waits = { kind: 'district-unheard', days: UNHEARD_DAYS }
    expect(problem(await at.api.officers.add({ ...NEW, name: 'Contoh Rukmini' }))).toEqual(waits)
    expect(problem(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))).toEqual(waits)
    const colleague = value(await at.api.officers.list({})).find(({ id }) => id !== at.desk.session.officer?.id)
    value(await at.api.officers.resetPin({ officerId: colleague?.id ?? '', pin: '735194' }))
    await actAs(at, 'manager')
    expect(problem(await at.api.proposals.exportReady({ to: DOCUMENTS, answerDays: 30 }, await confirmedBy(at, 'administrator')))).toEqual(
      waits
    )
    value(await at.api.search.find({ text: 'contoh', purpose: 'visit' }))
    const found = await givenCase(at.api)
    expect(value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id))).sequence).toBe(1)
  })

  it('does everything again as soon as it has heard', async () => {
    const at = await joined()
    at.clock.ms += 20 * DAY_MS
    expect(await daysOf(at)).toBe(20)
    at.desk.sync.unheard.heard()
    expect(await daysOf(at)).toBe(0)
    value(await at.api.officers.add(NEW))
  })

  it('never has to hear one when it belongs to none', async () => {
    const at = await testDesk({ officer: 'administrator' })
    at.clock.ms += 400 * DAY_MS
    expect(await daysOf(at)).toBe(0)
    value(await at.api.officers.add(NEW))
  })
})

it('counts from the last conversation that the district took to its end', async () => {
  const district = await openDistrict()
  const at = await firstDesk(district)
  await sync(at)
  at.clock.ms += 15 * DAY_MS
  expect(await daysOf(at)).toBe(15)
  await sync(at)
  expect(await daysOf(at)).toBe(0)
  at.clock.ms += 15 * DAY_MS
  at.desk.raw.prepare("update here set server = 'http://127.0.0.1:9'").run()
  await at.api.sync.sendNow({})
  expect(await daysOf(at)).toBe(15)
})

describe('[F15] the days without the district', () => {
  it('are the same whichever way the clock of the PC is set', async () => {
    const at = await joined()
    at.clock.ms += 10 * DAY_MS
    for (const jump of [-3650 * DAY_MS, 100 * 365 * DAY_MS, -1, 0]) {
      at.clock.jumped += jump
      expect(await daysOf(at)).toBe(10)
    }
  })

  it.each([
    ['by the days the PC was off', 3 * DAY_MS, 13],
    ['by the months that it lay in a cupboard', 200 * DAY_MS, 210],
    ['by nothing when the clock was put back', -3650 * DAY_MS, 10],
    ['by nothing when it stands still', 0, 10],
    ['by nothing when it was put forward by years', 3650 * DAY_MS, 10]
  ])('grow while the program is closed %s', async (_, passed, days) => {
    const first = await heardNow()
    first.clock.ms += 10 * DAY_MS
    const now = first.clock.now() + passed
    await first.close()
    const again = await testDesk({ folder: first.data, now })
    expect(await daysOf(again)).toBe(days)
    await again.close()
  })

  it('are counted from the last conversation where nothing was written down since', async () => {
    const first = await joined()
    first.desk.raw.prepare('update here set last_contact_at = ?').run(first.clock.now())
    await first.close()
    const again = await testDesk({ folder: first.data, now: first.clock.now() + 46 * DAY_MS })
    expect(await daysOf(again)).toBe(46)
    await again.close()
  })

  it('are not won by runs that are cut off before anything is written down, with the clock put back each time', async () => {
    const first = await heardNow()
    first.clock.ms += UNHEARD_DAYS * DAY_MS - 3_600_000
    await first.close()
    let folder = first.data
    for (let run = 0; run < 6; run++) {
      const at = await testDesk({ folder, now: first.clock.now() })
      expect(await daysOf(at)).toBe(UNHEARD_DAYS - 1)
      at.clock.ms += 9 * 60_000
      folder = cutOff(at)
    }
    expect(await daysOf(await testDesk({ folder, now: first.clock.now() }))).toBe(UNHEARD_DAYS)
  })

  it('are not won by deleting what is kept of them', async () => {
    const first = await heardNow()
    first.clock.ms += DAY_MS
    await first.close()
    for (const name of ['outside.0', 'outside.1']) rmSync(join(first.data, 'keys', name), { force: true })
    const again = await testDesk({ folder: first.data })
    expect(await daysOf(again)).toBe(UNHEARD_DAYS)
    expect(await daysOf(await testDesk({ folder: cutOff(again) }))).toBe(UNHEARD_DAYS)
    await again.close()
  })
})
