import { z } from 'zod'
import { LoggedOp } from './op'

/** The form of the changes this program writes. An older program still takes newer ones: it keeps what it does not know. */
export const CHANGE_VERSION = 2

/**
 * What one transaction leaves behind, hash-chained to the change before it on the same desk. SPEC V2.
 * `at` is shown to people and never decides anything: office clocks are wrong.
 */
export const Change = z.strictObject({
  v: z.int().positive(),
  id: z.string().max(80),
  device: z.uuid(),
  epoch: z.int().positive(),
  seq: z.int().positive(),
  /** SHA-256 (hex) of the change before; 64 zeros for the first. */
  prev: z.string().length(64),
  /** Changes that must stand before this one: what its ops have seen, and what made the entities they name. */
  deps: z.array(z.string().max(80)),
  at: z.strictObject({ wall: z.int(), boot: z.string().max(40), mono: z.int() }),
  officer: z.uuid().nullable(),
  ops: z.array(LoggedOp),
  /** The refused change of the same desk whose place this one takes. */
  replaces: z.string().max(80).optional()
})
export type Change = z.infer<typeof Change>

export const changeId = (device: string, epoch: number, seq: number): string => `${device}.${epoch}.${seq}`
export const FIRST_PREV = '0'.repeat(64)

/** The name under which a change's writes stand in stamps and bases: its own, or that of the change it takes the place of. */
export const stampName = (change: Pick<Change, 'id' | 'replaces'>): string => change.replaces ?? change.id
