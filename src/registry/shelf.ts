import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lastMonthOf, REGISTRY_SOURCES, type RegistrySource } from '#shared/registry/edition'
import { SHREDDED } from '#wire/shred'

/** How many periods of a source stay beside each other. Three district-size files and one of an earlier period are all that a small disk has to bear. */
const PERIODS_KEPT: Record<RegistrySource, number> = { DTSEN: 2, DTKS: 1, BDT: 1, 'village-list': 1 }
/** A village's own list stands beside those of other villages; of more than so many the one that was imported first goes. */
const VILLAGE_LISTS_KEPT = 20

/** A file of the shelf, as its name tells: `n` grows with every import, whatever the clock says. What is in the file is told by its signed manifest alone. */
export type ShelfFile = { path: string; source: RegistrySource; period: string; village: string | null; n: number }

const NAME = /^(dtsen|dtks|bdt|village-list)(?:@(\d{2}\.\d{2}\.\d{2}\.\d{4}))?_(\d{4})-(t[1-4]|0[1-9]|1[0-2])_(\d{1,15})\.registry$/

/** Under which name an edition lies on the shelf; another import of the same data has another one, so that no file that is open is ever written over. */
export function shelfPath(folder: string, { source, period, village, n }: Omit<ShelfFile, 'path'>): string {
  const owner = village === null ? '' : `@${village}`
  return join(folder, `${source}${owner}_${period}_${n}.registry`.toLowerCase())
}

/** Takes away what a power cut left of files that were being built; nobody may be building. */
export function sweepShelf(folder: string): void {
  for (const name of namesIn(folder)) if (name.endsWith('.registry.part')) rmSync(join(folder, name), { force: true })
}

/** The finished files in a folder, whatever else lies there; none when there is no such folder. */
export function listShelf(folder: string): ShelfFile[] {
  return namesIn(folder).flatMap(name => {
    const [, source, village, year, part, n] = NAME.exec(name) ?? []
    const known = REGISTRY_SOURCES.find(one => one.toLowerCase() === source)
    if (!known || !year || !part) return []
    return {
      path: join(folder, name),
      source: known,
      period: `${year}-${part.toUpperCase()}`,
      village: village ?? null,
      n: Number(n)
    }
  })
}

/** What has had its time and still lies in a folder, also what a power cut left of the destroying of it. */
export const listSpent = (folder: string): string[] => [
  ...arrangeShelf(listShelf(folder)).surplus.map(({ path }) => path),
  ...namesIn(folder).flatMap(name => (name.endsWith(SHREDDED) ? join(folder, name) : []))
]

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/**
 * Which files answer, in the order of the answer, and which have had their time. Of a source what was imported last is in service, and beside it so
 * many of its earlier periods as are kept; the first source in the order of `REGISTRY_SOURCES` answers first.
 */
export function arrangeShelf<F extends ShelfFile>(files: readonly F[]): { inService: F[]; surplus: F[] } {
  const books = Map.groupBy(files, ({ source, village }) => `${source} ${village}`)
  const kept = [...books.values()].flatMap(keptOf)
  const lists = kept.filter(({ source }) => source === 'village-list').sort((a, b) => b.n - a.n)
  const tooMany = new Set(lists.slice(VILLAGE_LISTS_KEPT))
  const inService = kept
    .filter(file => !tooMany.has(file))
    .sort((a, b) => REGISTRY_SOURCES.indexOf(a.source) - REGISTRY_SOURCES.indexOf(b.source) || b.n - a.n)
  return { inService, surplus: files.filter(file => !inService.includes(file)) }
}

/** An import that goes back to an older period says that the newer one was wrong: that one goes. */
function keptOf<F extends ShelfFile>(book: readonly F[]): F[] {
  const [last, ...rest] = [...book].sort((a, b) => b.n - a.n)
  if (!last) return []
  const kept = [last]
  for (const file of rest) {
    const before = kept.at(-1) ?? last
    if (kept.length < PERIODS_KEPT[file.source] && lastMonthOf(file.period) < lastMonthOf(before.period)) kept.push(file)
  }
  return kept
}
