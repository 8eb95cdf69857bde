import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCopyOld, isPostponed, isTestDue, postponedFrom } from '#shared/backups/due'
import { givenVisit } from '#test/support/given'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 23)

describe('a trial restore', () => {
  it.each([
    ['no copy was made yet', { lastGoodAt: null, hasFailed: false, firstCopyAt: null }, false],
    ['the first copy is young', { lastGoodAt: null, hasFailed: false, firstCopyAt: NOW - 30 * DAY }, false],
    ['the first copy is a month old and none was tried', { lastGoodAt: null, hasFailed: false, firstCopyAt: NOW - 31 * DAY }, true],
    ['the last good one is young', { lastGoodAt: NOW - 30 * DAY, hasFailed: false, firstCopyAt: NOW - 300 * DAY }, false],
    ['the last good one is a month old', { lastGoodAt: NOW - 31 * DAY, hasFailed: false, firstCopyAt: NOW - 300 * DAY }, true],
    ['the last one failed', { lastGoodAt: NOW - DAY, hasFailed: true, firstCopyAt: NOW - 300 * DAY }, true],
    ['the clock was set back by years', { lastGoodAt: NOW + 900 * DAY, hasFailed: false, firstCopyAt: NOW }, true]
  ])('when %s is due: %j gives %s', (_, tests, isDue) => {
    expect(isTestDue(tests, NOW)).toBe(isDue)
  })

  it('is put off by a day and no longer, also by a clock that is set back', () => {
    const off = postponedFrom(NOW, 'queue')
    expect([0, DAY - 1, DAY, -2 * DAY].map(later => isPostponed(off, NOW + later))).toEqual([true, true, false, false])
  })

  it('is asked for after a month, can be put off for a reason, and is done when it went well', async () => {
    const at = await testDesk({ officer: 'manager' })
    const due = async () => value(await at.api.backups.state({})).testDue
    value(await at.api.backups.make({}))
    expect(await due()).toBeNull()
    expect(problem(await at.api.backups.postponeTest({ why: 'queue' }))).toEqual({ kind: 'not-due' })
    at.clock.ms += 31 * DAY
    expect(await due()).toEqual({ lastGoodAt: null, postponed: null })
    value(await at.api.backups.postponeTest({ why: 'queue' }))
    expect(await due()).toMatchObject({ postponed: { until: at.clock.ms + DAY, why: 'queue' } })
    at.clock.ms += DAY
    expect(await due()).toEqual({ lastGoodAt: null, postponed: null })
    expect(value(await at.api.backups.test({}))).toMatchObject({ isGood: true })
    expect(await due()).toBeNull()
    at.clock.ms += 31 * DAY
    expect(await due()).toMatchObject({ lastGoodAt: at.clock.ms - 31 * DAY })
  })

  it('that failed is asked for again at once, and the last good one is not forgotten', async () => {
    const at = await testDesk({ officer: 'manager' })
    const { name } = value(await at.api.backups.make({}))
    const good = value(await at.api.backups.test({}))
    const file = join(at.data, 'backups', name)
    const bytes = readFileSync(file)
    bytes[9000] = (bytes[9000] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(value(await at.api.backups.test({}))).toMatchObject({ isGood: false })
    expect(value(await at.api.backups.state({})).testDue).toEqual({ lastGoodAt: good.at, postponed: null })
  })

  it.each(['{"lastTest":7}', 'null', '\0\0\0\0'])('is asked for when what was remembered of it is gone: %j', async notes => {
    const at = await testDesk({ officer: 'manager' })
    value(await at.api.backups.make({}))
    value(await at.api.backups.test({}))
    writeFileSync(join(at.data, 'backups', 'notes.json'), notes)
    at.clock.ms += 31 * DAY
    expect(value(await at.api.backups.state({})).testDue).toEqual({ lastGoodAt: null, postponed: null })
  })

  it('is put off by nobody of the counter', async () => {
    const at = await testDesk({ officer: 'front-office' })
    expect(problem(await at.api.backups.postponeTest({ why: 'queue' }))).toEqual({ kind: 'not-allowed' })
  })
})

describe('work that is in no copy', () => {
  it.each([
    [undefined, false],
    [NOW - DAY, false],
    [NOW - DAY - 1, true],
    [NOW + DAY + 1, true]
  ])('since %s is told of: %s', (since, isOld) => {
    expect(isCopyOld(since, NOW)).toBe(isOld)
  })

  it('is told of after a day, on every screen, until a copy holds it; a weekend without work is not', async () => {
    const at = await testDesk({ officer: 'manager' })
    const said = async () => {
      const state = value(await at.api.office.state({}))
      return [state.kind === 'open' && state.backup, value(await at.api.backups.state({})).isOld]
    }
    value(await at.api.backups.make({}))
    at.clock.ms += 3 * DAY
    expect(await said()).toEqual(['well', false])
    await actAs(at, 'front-office')
    await givenVisit(at.api)
    at.clock.ms += DAY
    expect(await said()).toEqual(['well', false])
    at.clock.ms += 1
    expect(await said()).toEqual(['old', true])
    value(await at.api.backups.make({}))
    expect(await said()).toEqual(['well', false])
    expect(at.announced).toContainEqual({ kind: 'space-changed' })
  })
})
