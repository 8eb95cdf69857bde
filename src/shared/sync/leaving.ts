import { z } from 'zod'

/** The district's word that it believes a desk no more. */
export const Left = z.object({ kind: z.literal('left'), device: z.uuid() })
