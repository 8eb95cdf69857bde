import { z } from 'zod'
import { Day } from '#shared/day'

/** Where an extract comes from; its order is that of the answer when several hold a person. */
export const REGISTRY_SOURCES = ['DTSEN', 'DTKS', 'BDT', 'village-list'] as const
export const RegistrySource = z.enum(REGISTRY_SOURCES)
export type RegistrySource = z.infer<typeof RegistrySource>

/** The period of the data as its source names it: a quarter, `2026-T4`, or a month, `2026-11`. */
export const RegistryPeriod = z.string().regex(/^\d{4}-(T[1-4]|0[1-9]|1[0-2])$/)

const ContentHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Which villages' people were taken out of a larger edition, and the content hash of that one. */
export const RegistryScope = z.strictObject({
  villages: z
    .array(z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/))
    .min(1)
    .max(300),
  of: ContentHash
})

/** What an importer says of an extract before a row is read. */
export const EditionDraft = z.strictObject({
  source: RegistrySource,
  period: RegistryPeriod,
  /** The day on which the extract was drawn from its source. */
  takenOn: Day.nullable(),
  /** UTC milliseconds. */
  importedAt: z.int(),
  /** SHA-256 of the file that was imported, in hex, so that the same file is known again. */
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Said of what the district handed over; anything else was imported on the spot. */
  origin: z.literal('district').optional(),
  /** Of a copy that holds some villages of the district only: who is not in it may well be in the register. */
  scope: RegistryScope.optional()
})
export type EditionDraft = z.infer<typeof EditionDraft>

/** Which data an answer rests on. One file holds one edition, and is replaced as a whole. */
export const Edition = EditionDraft.extend({
  rowCount: z.int().min(0),
  /** Of the rows, whatever their order: two files with the same people have the same. */
  contentHash: ContentHash
})
export type Edition = z.infer<typeof Edition>

/** Which of the copies that can be read a name is looked for in: the first register, since the names of each take memory, and every village's own list. */
export function searchedByName<E extends { source: RegistrySource }>(readable: readonly E[]): E[] {
  const register = readable.find(({ source }) => source !== 'village-list')
  return readable.filter(edition => edition === register || edition.source === 'village-list')
}

/** The last month of a period, as a number that grows with time: `2026-T4` and `2026-12` are both 202612. */
export function lastMonthOf(period: string): number {
  const [year = '', part = ''] = RegistryPeriod.parse(period).split('-')
  return Number(year) * 100 + (part.startsWith('T') ? 3 * Number(part.slice(1)) : Number(part))
}
