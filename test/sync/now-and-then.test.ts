import { describe, expect, it } from 'vitest'
import { nowAndThen } from '../../src/main/sync/now-and-then'

/** A clock that stands until it is moved, and runs what is due. */
function standingTime() {
  let now = 0
  let due: { at: number; run: () => void }[] = []
  return {
    monotonic: () => now,
    timers: {
      set: (ms: number, run: () => void) => {
        due.push({ at: now + ms, run })
        return () => undefined
      }
    },
    pass: (ms: number) => {
      now += ms
      const ready = due.filter(({ at }) => at <= now)
      due = due.filter(({ at }) => at > now)
      for (const { run } of ready) run()
    }
  }
}

describe('[R4] the screen is told of pieces that come', () => {
  it('at once, then no more than twice a second, and of the last one too', () => {
    const time = standingTime()
    let told = 0
    const tell = nowAndThen(time, 500, () => told++)
    for (let i = 0; i < 100; i++) tell()
    expect(told).toBe(1)
    time.pass(499)
    expect(told).toBe(1)
    time.pass(1)
    expect(told).toBe(2)
    tell()
    expect(told).toBe(2)
    time.pass(500)
    expect(told).toBe(3)
    time.pass(10_000)
    expect(told).toBe(3)
    tell()
    expect(told).toBe(4)
  })
})
