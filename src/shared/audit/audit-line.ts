import { z } from 'zod'
import { LOOK_UP_PURPOSES } from '#shared/registry/registry'
import { SUBJECT_PURPOSES } from './subject-purposes'

/** What an officer did, as the access log sorts it. The last four are the program's own notes. */
export const AUDIT_KINDS = [
  'read',
  'search',
  'registry',
  'write',
  'print',
  'export',
  'sign-in',
  'office',
  'other',
  'start',
  'stop',
  'clock',
  'recovered'
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** Outcomes that refuse nothing: what the program itself found out or was told. */
export const AUDIT_NOTES = ['lines-gone', 'proof-gone', 'program-changed', 'by-code', 'by-district'] as const
export type AuditNote = (typeof AUDIT_NOTES)[number]

/**
 * One line of the access log. It names records by their ids alone: no name, no NIK and no typed text ever stands in it.
 * What is written here is hashed as it stands, so a field is only ever added, never changed in meaning.
 */
export const AuditLine = z.strictObject({
  /** Its place, from 1 without a gap. */
  n: z.int().positive(),
  /** The PC's clock, UTC milliseconds, and the milliseconds since the program started. */
  at: z.int(),
  mono: z.int(),
  kind: z.enum(AUDIT_KINDS),
  /** The call that was made; null for a note of the program itself. */
  call: z.string().max(60).nullable(),
  officer: z.uuid().nullable(),
  /** Who was named to confirm a call that two officers make together; they did when the outcome is not `not-confirmed`. */
  second: z.uuid().optional(),
  /** `ok`, one of the program's notes, or the kind of the refusal. */
  outcome: z.string().max(60),
  /** Whose records: ids of residents, visits, cases, referrals, letters, officers. */
  about: z.array(z.uuid()).optional(),
  /** Why: the visit that this officer was serving, else what the search or the lookup in the register said it was for. */
  visit: z.uuid().optional(),
  purpose: z.enum(['visit', 'look-up', ...LOOK_UP_PURPOSES, ...SUBJECT_PURPOSES]).optional(),
  /** Whether the register on this desk knew whom it was asked for. */
  found: z.boolean().optional(),
  /** A keyed mark of the text that was searched for: the same text gives the same mark on this desk, and no text can be read from it. */
  sought: z.string().length(32).optional(),
  /** The change in the log that came of it. */
  change: z.string().max(80).optional(),
  /** `clock`: by how many milliseconds the PC's clock jumped. */
  by: z.int().optional(),
  /** `start`, `recovered`: how many changes the journal gave back. With `lines-gone`: how many lines of this log are no longer there. */
  count: z.int().optional()
})
export type AuditLine = z.infer<typeof AuditLine>
export type AuditPurpose = NonNullable<AuditLine['purpose']>
