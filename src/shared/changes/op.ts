import { z } from 'zod'
import { sureCheck } from '#shared/sure-check'

/** Any JSON. Ops come out of a JSON text, and to look through all of it once more costs more than all the rest. */
const Json = z.custom<z.infer<ReturnType<typeof z.json>>>(value => value !== undefined)
const fields = z.record(z.string(), Json)
/** For each touched field, the change in which it was last written as this desk saw it. */
const base = z.record(z.string(), z.string())
const onEntity = { entity: z.string(), id: z.uuid() }

/** One effect on one entity. Only `reduce` gives it a meaning. SPEC V3. */
export const Op = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('create'), ...onEntity, fields }),
  z.strictObject({ type: z.literal('append'), ...onEntity, fields }),
  z.strictObject({ type: z.literal('patch'), ...onEntity, fields, base }),
  z.strictObject({ type: z.literal('transition'), ...onEntity, from: z.string(), to: z.string(), fields, base }),
  /** This entity is the same person as `into`: everything that hangs on it is shown there. */
  z.strictObject({ type: z.literal('merge'), ...onEntity, into: z.uuid(), base }),
  z.strictObject({ type: z.literal('unmerge'), ...onEntity, base }),
  z.strictObject({ type: z.literal('tombstone'), ...onEntity, base }),
  /** A person's answer to a clash: `clash` is the change whose values were set aside, `fields` what holds from now on. */
  z.strictObject({ type: z.literal('resolve'), ...onEntity, clash: z.string(), fields, base })
])
export type Op = z.infer<typeof Op>

/** An op of a newer version: kept as it came, folded once this program knows it. */
const LaterOp = z.looseObject({ type: z.string(), ...onEntity })

/** Any op that may lie in a log. */
export const LoggedOp = z.union([Op, LaterOp])
export type LoggedOp = z.infer<typeof LoggedOp>

const isSurelyOp = sureCheck(Op)

/** The op as this version knows it, or undefined for one of a newer version. */
export const knownOp = (op: LoggedOp): Op | undefined => (isSurelyOp(op) ? (op as Op) : Op.safeParse(op).data)
