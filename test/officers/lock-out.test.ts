import fc from 'fast-check'
import { expect, it } from 'vitest'
import { secondsLeft } from '#main/officers/lock-out'
import { guesses } from '../../scripts/faults/pin'

const DAY_S = 86_400

/** How many PINs somebody tries in a day who does nothing else, and kills the program (which takes it `startS` seconds to come back) as they like. */
function triesInADay(acts: readonly ('try' | 'kill' | 'sleep')[], startS: number): number {
  let [now, counted, failures, tries] = [0, 0, 0, 0]
  for (let i = 0; now < DAY_S; i++) {
    const act = acts[i % acts.length] ?? 'try'
    const left = secondsLeft(failures, (now - counted) * 1000)
    if (act === 'kill') {
      now += startS
      counted = now
    } else if (act === 'sleep' || left > 0) now += Math.max(1, left)
    else {
      tries++
      failures++
      counted = now
    }
  }
  return tries
}

it('leaves somebody who guesses, kills and starts again at most 31 of a million PINs a day, in 10,000 simulated attacks', () => {
  const act = fc.constantFrom('try' as const, 'kill' as const, 'sleep' as const)
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (acts, startS) => {
      expect(triesInADay(acts, startS)).toBeLessThanOrEqual(31)
    }),
    { numRuns: 10_000 }
  )
})

it('[F32] leaves at most ten PINs and fifteen tries of one officer, and forty PINs of all, in 1,000 simulated attacks on a desk with passwords', () => {
  const { over, examples, mostPinsOfOne, mostTriesOfOne, mostPinsOfAll } = guesses(1000, 20261122)
  expect({ over, examples }).toEqual({ over: 0, examples: [] })
  // the attacks are good enough to reach every limit
  expect([mostPinsOfOne, mostTriesOfOne]).toEqual([10, 15])
  expect(mostPinsOfAll).toBeGreaterThan(30)
})

it('leaves exactly 31 to somebody who only tries', () => {
  expect(triesInADay(['try'], 1)).toBe(31)
})
