/** How full the disk is: `low` is told, `tight` is pressed, from `released` on the last of the room is kept for the people at the counter, `full` keeps nothing more. */
export const SPACE_LEVELS = ['well', 'low', 'tight', 'released', 'full'] as const
export type SpaceLevel = (typeof SPACE_LEVELS)[number]

const MB = 1_048_576
/** So much lies ready to be let go when the disk is full. */
export const BALLAST_BYTES = 64 * MB
/** Below so much free, in bytes, a level begins. SQLite itself would fail a good deal later than at `full`. */
export const SPACE_LIMITS = { low: 500 * MB, tight: 200 * MB, release: 24 * MB, full: 8 * MB }

/** The level at so much free room, once the ballast is still held or gone. */
export function spaceLevel(free: number, hasBallast: boolean): SpaceLevel {
  if (!hasBallast && free < SPACE_LIMITS.full) return 'full'
  if (!hasBallast && free < SPACE_LIMITS.release + BALLAST_BYTES) return 'released'
  if (free < SPACE_LIMITS.tight) return 'tight'
  return free < SPACE_LIMITS.low ? 'low' : 'well'
}
