import { describe, expect, it } from 'vitest'
import { clockQuality, saysTheSame } from '#shared/office/clock-check'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const BEGAN = Date.UTC(2026, 10, 23, 1)
/** Made an hour into its run. */
const at = { wall: BEGAN + HOUR, boot: 'today', mono: HOUR }
const check = (given: { run?: string; beganAt?: number; ahead?: number }) => ({ run: 'today', beganAt: BEGAN, ahead: 0, ...given })

describe('[V6] the moment that a desk tells', () => {
  it.each([
    ['is exact when its clock agreed in that run, before or after', [check({ ahead: 20_000 })], { kind: 'exact' }],
    ['is wrong by as much as was found in that run', [check({ ahead: 3 * HOUR })], { kind: 'wrong', ahead: 3 * HOUR }],
    ['is wrong by years when the battery was flat', [check({ ahead: -6_000 * DAY })], { kind: 'wrong', ahead: -6_000 * DAY }],
    [
      'is judged by the comparison that its clock stood as it stands',
      [check({ ahead: 3 * HOUR }), check({ beganAt: BEGAN - 3 * HOUR })],
      { kind: 'wrong', ahead: 3 * HOUR }
    ],
    [
      'lies between, when the clock was set or the computer slept, and was not compared since',
      [check({ beganAt: BEGAN - 2 * HOUR })],
      { kind: 'bounded', within: 2 * HOUR }
    ],
    [
      'is good for a minute a day since the run that was compared',
      [check({ run: 'friday', beganAt: BEGAN - 3 * DAY, ahead: 30_000 })],
      { kind: 'bounded', within: 5 * MINUTE }
    ],
    [
      'is no better than the worse of the runs before and after it',
      [check({ run: 'friday', beganAt: BEGAN - 3 * DAY, ahead: 3 * HOUR }), check({ run: 'tomorrow', beganAt: BEGAN + DAY })],
      { kind: 'bounded', within: 3 * HOUR + MINUTE }
    ],
    ['is unknown when the clock was never compared', [], { kind: 'unknown' }],
    ['is unknown a month and more after', [check({ run: 'october', beganAt: BEGAN - 31 * DAY })], { kind: 'unknown' }],
    [
      'is unknown when the clock was a week off in the run before',
      [check({ run: 'friday', beganAt: BEGAN - 3 * DAY, ahead: 7 * DAY })],
      { kind: 'unknown' }
    ]
  ] as const)('%s', (_, checks, expected) => {
    expect(clockQuality(at, checks)).toEqual(expected)
  })
})

it('[V6] a comparison is told again when it comes out otherwise, not for the seconds that a slow line takes', () => {
  expect(saysTheSame(check({}), check({ ahead: 40_000 }))).toBe(true)
  expect(saysTheSame(check({}), check({ ahead: 2 * MINUTE }))).toBe(false)
  expect(saysTheSame(check({}), check({ beganAt: BEGAN + HOUR }))).toBe(false)
  expect(saysTheSame(check({}), check({ run: 'tomorrow' }))).toBe(false)
})
