import type { Action } from './actions'
import { run, type Setting } from './run'
import type { Violation } from './violation'

/** The shortest story it can find that still breaks the same invariant. */
export async function shrink(
  actions: readonly Action[],
  desks: number,
  violation: Violation,
  setting: Setting = {}
): Promise<{ actions: Action[]; violation: Violation }> {
  let best = [...actions]
  let last = violation
  const breaks = async (story: Action[]): Promise<boolean> => {
    const found = await run(story, desks, undefined, setting)
    if (found?.invariant !== violation.invariant) return false
    best = story
    last = found
    return true
  }
  for (let size = Math.ceil(best.length / 2), again = true; size >= 1; ) {
    again = false
    for (let at = 0; at < best.length; ) {
      if (await breaks(best.filter((_, i) => i < at || i >= at + size))) again = true
      else at += size
    }
    if (size > 1) size = Math.ceil(size / 2)
    else if (!again) break
  }
  for (let at = 0; at < best.length; at++)
    for (const field of ['d', 'a', 'b'] as const)
      for (const small of [0, 1, 2]) {
        const action = best[at]
        if (!action || action[field] <= small) break
        if (await breaks(best.map((other, i) => (i === at ? { ...action, [field]: small } : other)))) break
      }
  return { actions: best, violation: last }
}
