import { z } from 'zod'
import { Op } from './op'

/**
 * What one transaction leaves behind, hash-chained to the change before it on the same desk.
 * `at` is shown to people and never decides anything: office clocks are wrong.
 */
export const Change = z.strictObject({
  v: z.literal(1),
  id: z.string(),
  device: z.uuid(),
  epoch: z.int().positive(),
  seq: z.int().positive(),
  /** SHA-256 (hex) of the change before; 64 zeros for the first. */
  prev: z.string().length(64),
  deps: z.array(z.string()),
  at: z.strictObject({ wall: z.int(), boot: z.string(), mono: z.int() }),
  officer: z.uuid().nullable(),
  ops: z.array(Op)
})
export type Change = z.infer<typeof Change>

export const changeId = (device: string, epoch: number, seq: number): string => `${device}.${epoch}.${seq}`
export const FIRST_PREV = '0'.repeat(64)
