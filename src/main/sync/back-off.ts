/** The pause after the first failure and the longest one, in milliseconds. */
const [SHORTEST, LONGEST] = [2_000, 5 * 60_000]

/** How long to wait after so many failures in a row. `chance` (0 to 1) spreads it, so that fifty desks do not come back in one second. */
export const pauseAfter = (failures: number, chance: number): number =>
  Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures, 10)) * (0.5 + chance / 2)
