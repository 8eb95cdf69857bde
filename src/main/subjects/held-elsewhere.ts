import type { IssuedLetter } from '#shared/letters/issued-letter'
import type { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import type { Desk } from '../desk'
import { frozenPdf } from '../letters/frozen-pdf'
import type { HeldRecord } from './subjects.store'

/** What a register on this desk says of somebody, with where it says so. */
export type InRegistry = Pick<Edition, 'source' | 'period'> & { person: RegistryPerson }

/** The rows of the registers on this desk that have a NIK of these records; of a register that cannot be read none. */
export function rowsInRegistry({ registry }: Desk, records: readonly HeldRecord[]): InRegistry[] {
  const niks = records.flatMap(({ entity, row }) => (entity === 'resident' && typeof row.nik === 'string' ? [row.nik] : []))
  return registry
    .askEach(({ edition: { source, period }, byNik }) => niks.flatMap(byNik).map(person => ({ source, period, person })))
    .flat()
}

/** A letter as it was printed, under the name that it gets beside the copy; without bytes where only another desk has them. */
export type LetterFile = { letterId: string; name: string; bytes: Uint8Array | undefined }

/** The names tell a place in the row of letters and nothing of anybody. */
export async function letterFiles(desk: Desk, records: readonly HeldRecord[], name: string): Promise<LetterFile[]> {
  const files: LetterFile[] = []
  for (const { entity, row } of records) {
    if (entity !== 'letter') continue
    const pdf = await frozenPdf(desk, row as unknown as IssuedLetter)
    files.push({ letterId: row.id, name: `${name}_surat-${files.length + 1}.pdf`, bytes: pdf.ok ? pdf.value : undefined })
  }
  return files
}
