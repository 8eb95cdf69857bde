import { type Action, drawActions } from './actions'
import type { Counts } from './counts'
import { random, seedOfRun } from './random'
import { run, type Setting } from './run'
import type { Violation } from './violation'

export type Found = { run: number; seed: number; actions: Action[]; desks: number; violation: Violation }

/** Runs stories drawn from a seed until one breaks an invariant; `told` of them were told before. */
export async function explore(
  runs: number,
  seed: number,
  desks: number,
  counts: Counts,
  setting: Setting = {},
  told = 0
): Promise<Found | undefined> {
  for (let i = told; i < told + runs; i++) {
    const actions = drawActions(random(seedOfRun(seed, i)))
    const violation = await run(actions, desks, counts, setting)
    if (violation) return { run: i + 1, seed, actions, desks, violation }
  }
  return undefined
}
