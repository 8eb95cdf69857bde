import { z } from 'zod'

/** So many are named at once; the others when these have come. */
export const MOST_WANTED = 500

/** The attachments that the district had and has lost. SPEC P14. */
export const Wanted = z.object({ wanted: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(MOST_WANTED) })
