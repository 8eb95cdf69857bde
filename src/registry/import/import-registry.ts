import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Edition, type EditionDraft, lastMonthOf } from '#shared/registry/edition'
import { COLUMN_TARGETS, type ColumnMap, type ColumnTarget } from '#shared/registry/import-columns'
import { type BuildProgress, type BuildRegistry, RegistryError, type RegistrySigner } from '../registry'
import { openAreaBook } from './areas'
import { rememberedMap, rememberMap, type SaidMap } from './column-maps'
import { ImportError, problemOfSystem } from './import-error'
import { chosenColumns, fingerprintOf, guessAnswers, habitsOf, isHeaderOf, kindOf, type Look, look, refuseMissing } from './look'
import { type Counts, noCounts, readPeople } from './read-people'
import { isSetAsideList, openSetAsideList } from './set-aside-list'

/** What is to be imported, and over what. */
export type ImportOrder = {
  file: string
  source: EditionDraft['source']
  period: string
  takenOn: string | null
  /** Whose list it is: who has no village in it lives in this one. */
  village?: string | null
  /** UTC milliseconds. */
  now: number
  /** What the officer says of the columns; null for what was said of such a header before, or for the guess. */
  map: SaidMap | null
  referenceFile: string
  /** Where the registry file stands; its folder also keeps what was said of columns. */
  path: string
  key: Uint8Array
  /** The edition that is in service, if any. */
  held: Edition | null
  /** Where the list of rows set aside is written. */
  setAsideFile: string
  /** Import although the file was imported before, has an older period, or far fewer rows than the one in service. */
  isForced: boolean
}

export type ImportProgress = { step: 'file' | BuildProgress['step']; share: number; read: number; setAside: number }

export type ImportReport = Counts & {
  /** `unchanged`: this very file is what is in service. */
  outcome: 'imported' | 'unchanged'
  edition: Edition
  /** Which header was read as what. */
  columns: Partial<Record<ColumnTarget, string>>
  setAsideFile: string | null
  /** Sheets of a workbook that hold a list of people with other columns: they were not read. */
  sheetsLeftOut: string[]
}

export type ImportTools = {
  build: BuildRegistry
  signer: RegistrySigner
  /** See `BuildRequest`. */
  secondThread?: URL
  onProgress?: (progress: ImportProgress) => void
  signal?: AbortSignal
}

/** Takes a list over as the new registry. Throws an ImportError, and leaves the registry in service as it is, when that cannot be done. */
export async function importRegistry(order: ImportOrder, tools: ImportTools): Promise<ImportReport> {
  try {
    return await run(order, tools)
  } catch (error) {
    throw asImportError(error, tools.signal)
  }
}

async function run(order: ImportOrder, tools: ImportTools): Promise<ImportReport> {
  const { held, source, period } = order
  // what is no list is said before two gigabytes of it are read
  await kindOf(order.file)
  const fileHash = await hashOf(order.file, share => tools.onProgress?.({ step: 'file', share, read: 0, setAside: 0 }), tools.signal)
  if (held && !order.isForced) {
    if (lastMonthOf(period) < lastMonthOf(held.period)) throw new ImportError({ kind: 'older-period', held: held.period })
  }
  const folder = dirname(order.path)
  const isHeader = order.map
    ? isHeaderOf(order.map)
    : (cells: readonly string[]) => rememberedMap(folder, fingerprintOf(cells)) !== undefined
  const found = await look(order.file, isHeader, tools.signal)
  if (held && !order.isForced && isSetAsideList(found.header)) throw new ImportError({ kind: 'only-set-aside' })
  const before = rememberedMap(folder, found.fingerprint)
  const unused = { ...unusedIn(before), ...unusedIn(order.map) }
  const said = order.map ? { ...order.map, columns: { ...unused, ...order.map.columns } } : before
  const columns = chosenColumns(found, said?.columns ?? {})
  refuseMissing(columns, source)
  const isAsBefore =
    before === undefined
      ? order.map === null
      : isDeepStrictEqual(chosenColumns(found, before.columns), columns) && isKkFromAbove(before) === isKkFromAbove(said)
  if (held && !order.isForced && isAsBefore && isHeld(held, order, fileHash))
    return { ...noCounts(), outcome: 'unchanged', edition: held, columns: {}, setAsideFile: null, sheetsLeftOut: [] }
  const report = await build(order, tools, { found, columns, said, fileHash })
  const spoken = Object.entries(report.columns).filter(([, heading]) => heading !== '')
  rememberMap(folder, found.fingerprint, { ...said, columns: { ...unused, ...Object.fromEntries(spoken) } })
  return report
}

/** Whether what is in service was made of this very file, with nothing more said of it. */
const isHeld = (held: Edition, { source, period, takenOn }: ImportOrder, fileHash: string): boolean =>
  held.source === source && held.period === period && held.fileHash === fileHash && (takenOn === null || takenOn === held.takenOn)

const isKkFromAbove = (said: SaidMap | undefined): boolean => said?.kkFromAbove ?? false

/** Of which targets somebody said that no column holds them. */
const unusedIn = (said: SaidMap | null | undefined): SaidMap['columns'] =>
  Object.fromEntries(Object.entries(said?.columns ?? {}).filter(([, heading]) => heading === ''))

type Prepared = { found: Look; columns: ColumnMap; said: SaidMap | undefined; fileHash: string }

async function build(order: ImportOrder, tools: ImportTools, { found, columns, said, fileHash }: Prepared): Promise<ImportReport> {
  const { table, header, headings, width, skippedRows } = found
  const areas = openAreaBook(order.referenceFile)
  const setAside = openSetAsideList(order.setAsideFile, headings)
  const counts = noCounts()
  const tell = (step: ImportProgress['step'], share: number): void =>
    tools.onProgress?.({ step, share, read: counts.read, setAside: counts.setAside })
  const before = statSync(order.file)
  // the builder gives every failure a reason of its own; those of the list are kept here
  let failure: unknown
  const people = async function* () {
    try {
      const reading = {
        columns,
        header,
        width,
        decode: table.decode,
        answers: said?.answers ?? guessAnswers(found, columns, order.source),
        kkFromAbove: isKkFromAbove(said),
        areas,
        ...(await habitsOf(found, columns)),
        year: Number(order.period.slice(0, 4)),
        ...(order.village ? { village: order.village } : {})
      }
      const onRows = (): void => tell('rows', table.done() / Math.max(1, table.size))
      yield* readPeople({ table, reading, skippedRows, setAside, counts, onRows, signal: tools.signal })
      const after = statSync(order.file)
      if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw new ImportError({ kind: 'file-changed' })
      await setAside.close()
      refusePoor(order, counts)
    } catch (error) {
      failure = error
      throw error
    }
  }
  try {
    const { source, period, takenOn } = order
    const edition = await tools.build({
      path: order.path,
      key: order.key,
      edition: { source, period, takenOn, importedAt: order.now, fileHash },
      rows: people(),
      signer: tools.signer,
      ...(tools.secondThread && { secondThread: tools.secondThread }),
      onProgress: ({ step, done, total }) => {
        if (step !== 'rows') tell(step, total ? done / total : 0)
      },
      ...(tools.signal ? { signal: tools.signal } : {})
    })
    return {
      ...counts,
      outcome: 'imported',
      edition,
      columns: named(columns, headings),
      setAsideFile: counts.setAside > 0 ? order.setAsideFile : null,
      sheetsLeftOut: table.sheetsLeftOut
    }
  } catch (error) {
    // a list that is refused keeps its rows set aside: they show what is wrong with it
    const isPoor = failure instanceof ImportError && failure.problem.kind === 'nothing-taken-over'
    if (!isPoor) await setAside.discard()
    throw failure ?? error
  } finally {
    areas.close()
  }
}

/** Refuses what would put an empty or a half list in the place of a whole one. */
function refusePoor({ held, isForced }: ImportOrder, { read, kept, reasons }: Counts): void {
  if (kept === 0) {
    const [reason] = Object.entries(reasons).sort((a, b) => b[1] - a[1])
    throw new ImportError({ kind: 'nothing-taken-over', read, reason: reason?.[0] ?? '' })
  }
  if (held && !isForced && kept < held.rowCount / 2) throw new ImportError({ kind: 'far-fewer-rows', held: held.rowCount, kept })
}

function named(columns: ColumnMap, headings: readonly string[]): Partial<Record<ColumnTarget, string>> {
  const names: Partial<Record<ColumnTarget, string>> = {}
  for (const target of COLUMN_TARGETS) {
    const column = columns[target]
    if (column !== undefined) names[target] = headings[column] ?? ''
  }
  return names
}

async function hashOf(file: string, onShare: (share: number) => void, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const size = Math.max(1, statSync(file).size)
  let done = 0
  for await (const chunk of createReadStream(file, {
    highWaterMark: 4 * 2 ** 20,
    ...(signal ? { signal } : {})
  }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    done += chunk.length
    onShare(done / size)
  }
  return hash.digest('hex')
}

function asImportError(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return new ImportError({ kind: 'cancelled' }, error)
  if (error instanceof ImportError) return error
  if (error instanceof RegistryError) {
    if (error.problem === 'disk-full') return new ImportError({ kind: 'no-room' }, error)
    if (error.problem === 'no-access' || error.problem === 'cancelled') return new ImportError({ kind: error.problem }, error)
    return new ImportError({ kind: 'registry-refused', why: error.problem }, error)
  }
  const problem = problemOfSystem(error)
  return problem ? new ImportError(problem, error) : error
}
