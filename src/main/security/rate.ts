type Rate = { atOnce: number; perSecond: number }

/** A bucket of calls that fills up again with time; `take` is false when it is empty. Milliseconds of a clock that never jumps. */
export function bucketOf({ atOnce, perSecond }: Rate): { take(now: number): boolean } {
  let [left, last] = [atOnce, Number.NEGATIVE_INFINITY]
  return {
    take: now => {
      if (last !== Number.NEGATIVE_INFINITY) left = Math.min(atOnce, left + (Math.max(0, now - last) * perSecond) / 1000)
      last = now
      if (left < 1) return false
      left -= 1
      return true
    }
  }
}
