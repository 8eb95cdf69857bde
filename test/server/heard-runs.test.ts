import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hearRun } from '#server/devices/heard-runs'

/** Whether any of these conversations shows two computers, and how much is remembered at the end. */
function hearAll(runs: readonly string[]) {
  let heard: string[] = []
  let isTwoPcs = false
  for (const run of runs) {
    const next = hearRun(heard, run)
    heard = next.heard
    isTwoPcs ||= next.isTwoPcs
  }
  return { heard, isTwoPcs }
}
/** How often the desk spoke in each of its runs, one after the other. */
const runs = fc
  .array(fc.nat({ max: 4 }), { maxLength: 60 })
  .map(times => times.flatMap((often, start) => Array<string>(often).fill(`run ${start}`)))

describe('[P9] the runs that a device was heard from', () => {
  it('are one computer’s while none comes back after another', () => {
    fc.assert(
      fc.property(runs, said => {
        const { heard, isTwoPcs } = hearAll(said)
        expect(isTwoPcs).toBe(false)
        expect(heard.length).toBeLessThanOrEqual(32)
      })
    )
  })

  it('are two computers’ when one comes back, up to thirty starts later', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 30 }), (said, between) => {
        const others = Array.from({ length: between }, (_, n) => `other ${n}`)
        expect(hearAll([...said, 'copied', ...others, 'copied']).isTwoPcs).toBe(true)
      })
    )
  })
})
