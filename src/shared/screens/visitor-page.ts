import { z } from 'zod'
import { plainText } from '#shared/text'

/** How satisfied a visitor was, from `1` not at all to `4` very (the four grades of PermenPAN-RB 14/2017). */
export const SCORES = [1, 2, 3, 4] as const
export type Score = (typeof SCORES)[number]

/**
 * All that the screen that faces the visitor can show, and all that ever gets there: an officer sends each page, and nothing is fetched.
 * `id` is made anew for each question, so that an answer belongs to the question that stands there.
 */
export const VisitorPage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('ticket'), ticket: z.string().regex(/^[A-Z0-9-]{2,12}$/) }),
  z.object({
    kind: z.literal('mirror'),
    id: z.uuid(),
    lines: z
      .array(z.object({ label: plainText(60), value: plainText(200) }))
      .min(1)
      .max(8)
  }),
  z.object({ kind: z.literal('rating'), id: z.uuid() }),
  z.object({ kind: z.literal('thanks') })
])
export type VisitorPage = z.infer<typeof VisitorPage>

/** What a visitor can say: that the mirrored words are right or are not, or a grade. */
export const VisitorAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mirror'), id: z.uuid(), isRight: z.boolean() }),
  z.strictObject({ kind: z.literal('rating'), id: z.uuid(), score: z.literal(SCORES) })
])
export type VisitorAnswer = z.infer<typeof VisitorAnswer>

/** Whether this is an answer to what stands on the screen; a late or made-up one is none. */
export const answers = (page: VisitorPage, answer: VisitorAnswer): boolean => page.kind === answer.kind && page.id === answer.id
