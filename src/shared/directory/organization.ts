import { z } from 'zod'
import { plainText } from '#shared/text'
import { Code } from './directory'

/** An agency of this district (HSDS 3 `organization`); `addressee` is the office title a letter is addressed to. */
export const Organization = z.object({
  id: z.uuid(),
  kind: Code,
  name: plainText(160),
  addressee: plainText(160),
  address: plainText(200).nullable(),
  phone: plainText(60).nullable(),
  isActive: z.boolean()
})
export type Organization = z.infer<typeof Organization>
