import { z } from 'zod'

const fields = z.record(z.string(), z.json())
/** For each touched field, the change in which it was last written as this desk saw it. */
const base = z.record(z.string(), z.string())
const onEntity = { entity: z.string(), id: z.uuid() }

/** One effect on one entity. Only `reduce` gives it a meaning. */
export const Op = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('create'), ...onEntity, fields }),
  z.strictObject({ type: z.literal('append'), ...onEntity, fields }),
  z.strictObject({ type: z.literal('patch'), ...onEntity, fields, base }),
  z.strictObject({ type: z.literal('transition'), ...onEntity, from: z.string(), to: z.string(), fields, base })
])
export type Op = z.infer<typeof Op>
