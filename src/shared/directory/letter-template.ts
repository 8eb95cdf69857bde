import { z } from 'zod'
import { LetterTypeCode } from './directory'

/** The program's own wordings have lower versions, so that an issued letter tells whose wording it has. */
const FIRST_OF_A_DISTRICT = 100

/** A sentence of a letter; `{office}` stands for the name of the office that writes. Another word in braces is refused. */
const Sentence = z
  .string()
  .trim()
  .min(1)
  .max(1_000)
  .refine(text => !/[{}]/.test(text.replaceAll('{office}', '')), 'only {office} may stand in braces')

/** What a district has letters of one type say otherwise; null leaves the program's own. `opening` and `closing` are the first and the last paragraph. */
export const LetterTemplate = z.object({
  type: LetterTypeCode,
  version: z.int().min(FIRST_OF_A_DISTRICT).max(99_999),
  hal: z.string().trim().min(1).max(200).nullable().default(null),
  opening: Sentence.nullable().default(null),
  closing: Sentence.nullable().default(null),
  validityDays: z.int().min(1).max(366).nullable().default(null),
  copiesTo: z.array(z.string().trim().min(1).max(200)).max(12).nullable().default(null)
})
export type LetterTemplate = z.infer<typeof LetterTemplate>

export const fillSentence = (sentence: string, office: string): string => sentence.replaceAll('{office}', office)
