import { z } from 'zod'

/** What an answer says that is no success: why, in a word, with the facts that go with it. */
export const Problem = z.looseObject({ kind: z.string() })
