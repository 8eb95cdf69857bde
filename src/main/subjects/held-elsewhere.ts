import type { IssuedLetter } from '#shared/letters/issued-letter'
import type { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import type { Desk } from '../desk'
import { frozenPdf } from '../letters/frozen-pdf'
import { keptPicture } from '../registry/kept-picture'
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

/** A file beside the copy, and the record that it belongs to; without bytes where they are on another desk alone or are not what they were. */
export type HeldFile = { entity: 'letter' | 'registryCheck'; id: string; name: string; bytes: Uint8Array | undefined }

/** The letters as they were printed and the pictures of hand lookups. The names tell a place in the row of records and nothing of anybody. */
export async function heldFiles(desk: Desk, records: readonly HeldRecord[], name: string): Promise<HeldFile[]> {
  const files: HeldFile[] = []
  const counted = (entity: HeldFile['entity']): number => files.filter(file => file.entity === entity).length + 1
  for (const { entity, row } of records) {
    if (entity === 'letter') {
      const pdf = await frozenPdf(desk, row as unknown as IssuedLetter).catch(notWhole(desk))
      files.push({ entity, id: row.id, name: `${name}_surat-${counted(entity)}.pdf`, bytes: pdf?.ok ? pdf.value : undefined })
    }
    if (entity === 'registryCheck' && typeof row.screenshot === 'string') {
      const kept = await keptPicture(desk, row.screenshot)
      const [bytes, type] = typeof kept === 'string' ? [undefined, 'image/png' as const] : [kept.bytes, kept.type]
      files.push({ entity, id: row.id, name: `${name}_gambar-${counted(entity)}.${ENDING[type]}`, bytes })
    }
  }
  return files
}

const ENDING = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const

/** One letter that the disk has spoilt keeps nobody from the rest. */
const notWhole = (desk: Desk) => (error: unknown) => void desk.report('subjects.export', error)
