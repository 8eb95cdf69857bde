import { readManifest, type SignedManifest } from '#shared/sync/district-file'
import type { Inside, Tables } from '../database/tables'

export type DistrictFile = Omit<Tables['districtFile'], 'district'>

/** The newest file of each name; a difference that leads to another registry than the newest is of no use to anybody. */
export async function listFiles({ trx, district }: Inside): Promise<DistrictFile[]> {
  const all = await trx.selectFrom('districtFile').selectAll().where('district', '=', district).orderBy('name').orderBy('version').execute()
  const newest = new Map(all.map(({ district: _, ...file }) => [file.name, file]))
  const leadsTo = contentOf(newest.get('registry-difference'))
  if (leadsTo !== contentOf(newest.get('registry'))) newest.delete('registry-difference')
  return [...newest.values()]
}

const contentOf = (file: Pick<DistrictFile, 'text'> | undefined): string | undefined => file && readManifest(file.text)?.registry?.content

/** A file as it once was, whatever came after it. */
export async function findFile({ trx, district }: Inside, name: string, version: number): Promise<DistrictFile | undefined> {
  return trx
    .selectFrom('districtFile')
    .selectAll()
    .where('district', '=', district)
    .where('name', '=', name)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** The files of a name that were there at a moment, the newest first. */
export function listFilesUntil({ trx, district }: Inside, name: string, at: number): Promise<DistrictFile[]> {
  return trx
    .selectFrom('districtFile')
    .select(['name', 'version', 'label', 'hash', 'size', 'text', 'signature'])
    .where('district', '=', district)
    .where('name', '=', name)
    .where('version', '<=', at)
    .orderBy('version', 'desc')
    .execute()
}

export const signedOf = ({ text, signature }: DistrictFile): SignedManifest => ({ text, signature })

/** How often something was published; a desk that has heard another number asks what there is. */
export async function countFiles({ trx, district }: Inside): Promise<number> {
  const { n } = await trx
    .selectFrom('districtFile')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('district', '=', district)
    .executeTakeFirstOrThrow()
  return n
}

/** The version of the newest file of a name; 0 when there was none. */
export async function lastVersion({ trx, district }: Inside, name: string): Promise<number> {
  const found = await trx
    .selectFrom('districtFile')
    .select(({ fn }) => fn.max<number | null>('version').as('version'))
    .where('district', '=', district)
    .where('name', '=', name)
    .executeTakeFirst()
  return found?.version ?? 0
}

export async function saveFile({ trx, district }: Inside, file: DistrictFile): Promise<void> {
  await trx
    .insertInto('districtFile')
    .values({ district, ...file })
    .execute()
}

/** The hashes of files that no desk is handed any more. */
export async function listOutdated(inside: Inside): Promise<string[]> {
  const { trx, district } = inside
  const current = new Set((await listFiles(inside)).map(({ hash }) => hash))
  const all = await trx.selectFrom('districtFile').select('hash').where('district', '=', district).execute()
  return [...new Set(all.map(({ hash }) => hash))].filter(hash => !current.has(hash))
}
