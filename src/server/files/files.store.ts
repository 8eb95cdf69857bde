import { type Manifest, readManifest, type SignedManifest } from '#shared/sync/district-file'
import type { Inside, Tables } from '../database/tables'

/** A desk that missed more editions than this fetches the whole. */
const MOST_LINKS = 6

export type DistrictFile = Omit<Tables['districtFile'], 'district'>

const DIFFERENCE = 'registry-difference'

/** The newest file of each name; of differences those that lead, one after the other, to the newest registry. */
export async function listFiles(inside: Inside): Promise<DistrictFile[]> {
  const { trx, district } = inside
  const all = await trx.selectFrom('districtFile').selectAll().where('district', '=', district).orderBy('name').orderBy('version').execute()
  const files = all.map(({ district: _, ...file }) => file)
  const newest = new Map(files.filter(({ name }) => name !== DIFFERENCE).map(file => [file.name, file]))
  const chain = chainTo(
    newest.get('registry'),
    files.filter(({ name }) => name === DIFFERENCE)
  )
  return [...newest.values(), ...(await stillThere(inside, chain))]
}

/** The differences that lead to a registry, the oldest first, as far back as they are together smaller than the whole. SPEC R7. */
function chainTo(registry: DistrictFile | undefined, differences: readonly DistrictFile[]): DistrictFile[] {
  const chain: DistrictFile[] = []
  let [target, room] = [registryOf(registry)?.content, registry?.size ?? 0]
  while (target !== undefined && chain.length < MOST_LINKS) {
    const link = differences.findLast(file => registryOf(file)?.content === target && !chain.includes(file))
    room -= link?.size ?? 0
    if (!link || room <= 0) break
    chain.unshift(link)
    target = registryOf(link)?.base
  }
  return chain
}

/** Back to the first whose bytes were given up once, as they led nowhere then. */
async function stillThere({ trx, district }: Inside, chain: readonly DistrictFile[]): Promise<DistrictFile[]> {
  if (chain.length === 0) return []
  const hashes = chain.map(({ hash }) => hash)
  const found = await trx.selectFrom('blob').select('hash').where('district', '=', district).where('hash', 'in', hashes).execute()
  const there = new Set(found.map(({ hash }) => hash))
  return chain.slice(chain.findLastIndex(({ hash }) => !there.has(hash)) + 1)
}

const registryOf = (file: Pick<DistrictFile, 'text'> | undefined): Manifest['registry'] => file && readManifest(file.text)?.registry

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
