// When connections die, drawn from a seed.
import type { Random } from '../seeded.ts'
import type { Resets } from './line-limits.ts'

/** Milliseconds until the next cut, exponential about its mean. */
export const untilCut = (random: Random, meanMs: number): number => -Math.log(1 - random()) * meanMs

/** Milliseconds that a new connection will live. */
export function lifeOf(random: Random, { chance, everyMs }: Resets): number {
  let spells = 0
  while (random() >= chance) spells++
  return (spells + random()) * everyMs
}
