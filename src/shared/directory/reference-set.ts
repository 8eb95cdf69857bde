import { z } from 'zod'
import { AreaCode } from '#shared/areas/area'
import { Classification, OrganizationKind, ProgramRule, PublicHoliday, RequiredDocument, Schedule, Service, Term } from './directory'
import { LetterTemplate } from './letter-template'

const Name = z.string().trim().min(1).max(100)

/** The newest form that this program reads. */
export const REFERENCE_FORMAT = 2

/**
 * What a district says otherwise than the lists this program ships with: each entry is added, or takes the place of the one with its key.
 * The lists themselves stay as they are, so a newer program brings newer lists under the same set. A service that ended is `inactive`, a rule
 * has a `validTo`: cases of earlier years still name them.
 */
export const ReferenceSet = z
  .strictObject({
    /** A set that names none of its parts is read by every program that reads format 1; letter templates came with 2. */
    format: z.int().min(1).max(REFERENCE_FORMAT),
    organizationKinds: z.array(OrganizationKind).max(200).default([]),
    services: z
      .array(
        Service.extend({
          /** All of them: they take the place of the papers that the service asked for until now. */
          documents: z.array(RequiredDocument.omit({ serviceCode: true, position: true })).max(40)
        })
      )
      .max(500)
      .default([]),
    schedules: z.array(Schedule).max(100).default([]),
    problemTypes: z.array(Term).max(300).default([]),
    ppksKinds: z.array(Term).max(100).default([]),
    classifications: z.array(Classification).max(500).default([]),
    programRules: z.array(ProgramRule).max(500).default([]),
    letterTemplates: z.array(LetterTemplate).max(100).default([]),
    holidays: z.array(PublicHoliday).max(500).default([]),
    /** Days that the lists name and that are no holiday after all. */
    removedHolidays: z.array(z.iso.date()).max(100).default([]),
    /** New areas, and new names of known ones; those that ended stay, as addresses name them. */
    areas: z
      .array(z.strictObject({ code: AreaCode, name: Name }))
      .max(5_000)
      .default([])
  })
  .refine(({ format, letterTemplates }) => format > 1 || letterTemplates.length === 0, {
    path: ['format'],
    message: 'a set with letter templates has format 2'
  })
export type ReferenceSet = z.infer<typeof ReferenceSet>

/** A set as somebody wrote it, or why it is none: the places that are wrong, or a form that only a newer program reads. */
export function readReferenceSet(
  text: string
): { kind: 'set'; set: ReferenceSet } | { kind: 'newer' } | { kind: 'wrong'; places: string[] } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'wrong', places: ['JSON'] }
  }
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > REFERENCE_FORMAT) return { kind: 'newer' }
  const parsed = ReferenceSet.safeParse(value)
  if (parsed.success) return { kind: 'set', set: parsed.data }
  return { kind: 'wrong', places: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'JSON'}: ${message}`) }
}
