/** A stream of numbers that a seed decides. */
export type Random = { below(limit: number): number; chance(outOf100: number): boolean }

export function random(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return { below: limit => Math.floor(next() * limit), chance: outOf100 => next() * 100 < outOf100 }
}

/** The seed of the n-th run of a simulation. */
export const seedOfRun = (seed: number, run: number): number => (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b)) >>> 0
