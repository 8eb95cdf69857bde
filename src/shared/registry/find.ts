import { z } from 'zod'
import type { RegistryPerson } from '#shared/registry/person'
import { plainText } from '#shared/text'

/** What somebody looks for in one registry file. */
export const RegistryQuery = z.strictObject({
  /** A NIK, a KK number or a name, whole or as far as it is typed. */
  text: plainText(120),
  /** Only these villages, by the code that the registry holds; empty for all. */
  villages: z.array(z.string().max(13)).max(500).optional(),
  /** Only people born in this year or at most `birthYearSlack` years from it; whoever has no birth date stays. */
  birthYear: z.int().min(1850).max(2200).optional(),
  birthYearSlack: z.int().min(0).max(20).optional(),
  /** Only families whose head is called something like this. */
  headName: plainText(100).optional()
})
export type RegistryQuery = z.infer<typeof RegistryQuery>

/**
 * Why a person is among the hits: the number typed, a number of this beginning, a number one slip away; the name typed, the same name in another
 * spelling, a name with a word more, a name that begins so, a name some letters away, a name that lacks a word.
 */
export type WhyFound =
  | 'nik'
  | 'kk'
  | 'nik-start'
  | 'kk-start'
  | 'nik-near'
  | 'kk-near'
  | 'name'
  | 'name-spelling'
  | 'name-more'
  | 'name-start'
  | 'name-near'
  | 'name-words'

export type RegistryHit = {
  person: RegistryPerson
  why: WhyFound
  /** How far from what was typed; 0 is the very thing. Only to be compared within one answer. */
  distance: number
}

/** The hits of one family, best first. Somebody without a family card is a family alone. */
export type FamilyHits = { kk: string | null; headName: string | null; hits: RegistryHit[] }

/** Families in the order of their best hit. */
export type RegistryFinding = {
  families: FamilyHits[]
  /** There are more than were asked for: another word, a village or a year would narrow it. */
  isCut: boolean
}
