import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bucketOf } from '#main/security/rate'

const rate = { atOnce: 10, perSecond: 5 }

it('lets so many calls through at once, and then so many a second', () => {
  const bucket = bucketOf(rate)
  expect(Array.from({ length: 12 }, () => bucket.take(0))).toEqual([...Array(10).fill(true), false, false])
  expect([bucket.take(199), bucket.take(200), bucket.take(201)]).toEqual([false, true, false])
})

it('never lets more through in any stretch of time than was said, in whatever rhythm they come', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 20, maxLength: 200 }), pauses => {
      const bucket = bucketOf(rate)
      let now = 0
      const passed = pauses.flatMap(pause => {
        now += pause
        return bucket.take(now) ? [now] : []
      })
      for (const from of passed) {
        const within = passed.filter(at => at >= from && at <= from + 2000).length
        expect(within).toBeLessThanOrEqual(rate.atOnce + 2 * rate.perSecond + 1)
      }
    })
  )
})
