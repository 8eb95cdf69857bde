// Somebody with a month at the sign-in screen: tries PINs and passwords of every officer and kills the program as they like. That an older database or another
// clock changes nothing of what is counted here is shown on a real desk (test/officers/secrets.test.ts).
import fc from 'fast-check'
import { DEVICE_LIMIT, HELP_AFTER, PASSWORD_AFTER, refusalBeforeTry } from '#main/officers/lock-out'

export type Guessed = {
  attacks: number
  mostPinsOfOne: number
  mostTriesOfOne: number
  mostPinsOfAll: number
  over: number
  examples: string[]
}

type Act = { kind: 'pin' | 'password'; officer: number } | { kind: 'kill' | 'sleep' }

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('pin' as const, 'password' as const), officer: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('kill' as const, 'sleep' as const) }) }
)

/** What one attack gets to compare: the acts again and again, until nothing is let through any more or a month has passed. */
export function attack(acts: readonly Act[], officers: number): { pins: number[]; tries: number[] } {
  const [pins, tries] = [Array<number>(officers).fill(0), Array<number>(officers).fill(0)]
  const outside = Array<number>(officers).fill(0)
  let [now, startedAt] = [0, 0]
  const triedAt = new Map<number, number>()
  for (let n = 0; n < 600; n++) {
    const one = acts[n % acts.length]
    if (one?.kind === 'sleep') now += 3_600_000
    else if (one?.kind === 'kill') {
      startedAt = now
      triedAt.clear()
    } else if (one && 'officer' in one) {
      const who = one.officer % officers
      const failures = outside[who] ?? 0
      const deviceFailures = outside.reduce((sum, own) => sum + Math.min(own, HELP_AFTER), 0)
      const elapsedMs = now - Math.max(startedAt, triedAt.get(who) ?? 0)
      if (refusalBeforeTry({ secret: one.kind, failures, deviceFailures, elapsedMs, hasPassword: true, canBeHelped: true })) continue
      outside[who] = failures + 1
      triedAt.set(who, now)
      tries[who] = (tries[who] ?? 0) + 1
      if (one.kind === 'pin') pins[who] = (pins[who] ?? 0) + 1
    }
  }
  return { pins, tries }
}

/** Makes so many attacks and counts how many guesses the luckiest had. More than ten PINs of one, fifteen tries of one or forty PINs of all are too many. */
export function guesses(attacks: number, seed: number): Guessed {
  const found: Guessed = { attacks, mostPinsOfOne: 0, mostTriesOfOne: 0, mostPinsOfAll: 0, over: 0, examples: [] }
  const many = fc.tuple(fc.array(act, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 6 }))
  for (const [acts, officers] of fc.sample(many, { numRuns: attacks, seed })) {
    const { pins, tries } = attack(acts, officers)
    const all = pins.reduce((sum, own) => sum + own, 0)
    found.mostPinsOfOne = Math.max(found.mostPinsOfOne, ...pins)
    found.mostTriesOfOne = Math.max(found.mostTriesOfOne, ...tries)
    found.mostPinsOfAll = Math.max(found.mostPinsOfAll, all)
    if (Math.max(...pins) <= PASSWORD_AFTER && Math.max(...tries) <= HELP_AFTER && all <= DEVICE_LIMIT) continue
    found.over++
    if (found.examples.length < 5) found.examples.push(JSON.stringify({ acts, officers }))
  }
  return found
}
