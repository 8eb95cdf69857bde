import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ImportError } from '#registry/import/import-error'
import type { ImportReport } from '#registry/import/import-registry'
import type { LocalDate } from '#shared/clock'
import type { Edition } from '#shared/registry/edition'
import type { ImportState, StartOrder } from '#shared/registry/extracts.contract'
import type { ListPreview } from '#shared/registry/list-preview'
import type { Author } from '../changes/log'
import { OFFICE_FOLDER } from '../files/save-files'
import type { Ports } from '../ports'
import type { ListWork } from './list-work'
import { putInService } from './put-in-service'
import type { RegistryShelf } from './registry-shelf'

/** `said`: what the officer said of the list. */
export type JobOrder = { path: string; file: string; village: string | null; said: StartOrder }

/** The one import of a desk: it goes on whoever is signed in, and what it came to stays until somebody has seen it. */
export type ImportJob = {
  /** Looks at a list before it is imported; whoever looks at another one looks at the one before no more. Throws an ImportError. */
  look(path: string): Promise<ListPreview>
  state(): ImportState
  /** False when one is running already. */
  start(order: JobOrder): boolean
  /** Stops the import, or the look that is being taken. */
  cancel(): void
  dismiss(): void
  /** Resolves when the import that runs has come to its end, whichever that is. */
  finished(): Promise<void>
  /** Cancels, and resolves when nothing is left behind. */
  stop(): Promise<void>
}

type Needs = Pick<Ports, 'registryWork' | 'listWork' | 'clock' | 'announce' | 'report' | 'ownFolder'> & {
  registry: RegistryShelf
  referenceFile: string
  author: Author
  today(): LocalDate
}

export function importJob(desk: Needs): ImportJob {
  const at: { state: ImportState; stop: AbortController | undefined; done: Promise<void> } = {
    state: { kind: 'idle' },
    stop: undefined,
    done: Promise.resolve()
  }
  const run = async (order: JobOrder, signal: AbortSignal): Promise<void> => {
    const { file, said } = order
    const { source, period } = said
    const name = { file, source, period }
    const setAsideFile = freePath(join(desk.ownFolder('documents'), OFFICE_FOLDER), `baris-disisihkan_${source}_${period}_${desk.today()}`)
    try {
      const report = await importOf(desk, order, setAsideFile, {
        signal,
        onProgress: progress => {
          at.state = { kind: 'running', ...name, ...progress, isCancelling: signal.aborted }
        }
      })
      if (report.outcome === 'imported') await putInService(desk)
      const { outcome, edition, read, kept, setAside, reasons, remarks, sheetsLeftOut } = report
      const counts = { read, kept, setAside, reasons, remarks, setAsideFile: report.setAsideFile, sheetsLeftOut }
      at.state = { kind: 'ended', ...name, outcome, people: edition.rowCount, ...counts }
    } catch (error) {
      const problem =
        error instanceof ImportError ? error.problem : { kind: 'unexpected' as const, reference: desk.report('registry-import', error) }
      // of a list that is refused as a whole, the rows show what is wrong with it
      at.state = {
        kind: 'refused',
        ...name,
        problem,
        setAsideFile: problem.kind === 'nothing-taken-over' ? setAsideFile : null,
        order: said
      }
    } finally {
      at.stop = undefined
    }
  }
  let looking = new AbortController()
  return {
    state: () => at.state,
    look(path) {
      looking.abort()
      looking = new AbortController()
      return desk.listWork.preview({ file: path, folder: desk.registry.folder }, looking.signal)
    },
    start(order) {
      if (at.stop) return false
      const { file, said } = order
      const { source, period } = said
      at.stop = new AbortController()
      at.state = { kind: 'running', file, source, period, step: 'file', share: 0, read: 0, setAside: 0, isCancelling: false }
      at.done = run(order, at.stop.signal)
      return true
    },
    cancel() {
      looking.abort()
      if (!at.stop || at.state.kind !== 'running') return
      at.stop.abort()
      at.state = { ...at.state, isCancelling: true }
    },
    dismiss() {
      if (!at.stop) at.state = { kind: 'idle' }
    },
    finished: () => at.done,
    async stop() {
      looking.abort()
      at.stop?.abort()
      await at.done
    }
  }
}

/** Where no file is yet: rows that another import of this day set aside are still to be put right. */
function freePath(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const path = join(folder, `${name}${n === 1 ? '' : `_${n}`}.csv`)
    if (!existsSync(path)) return path
  }
}

async function importOf(
  desk: Needs,
  order: JobOrder,
  setAsideFile: string,
  watching: Parameters<ListWork['importList']>[1]
): Promise<ImportReport> {
  const { path, village, said } = order
  const { source, period, takenOn, columns, kkFromAbove, isForced } = said
  try {
    await mkdir(desk.registry.folder, { recursive: true, mode: 0o700 })
    await mkdir(join(setAsideFile, '..'), { recursive: true })
  } catch (error) {
    throw new ImportError({ kind: 'no-access' }, error)
  }
  const work = {
    order: {
      file: path,
      source,
      period,
      takenOn,
      village,
      now: desk.clock.now(),
      map: Object.keys(columns).length > 0 ? { columns, kkFromAbove } : null,
      referenceFile: desk.referenceFile,
      ...desk.registry.placeFor({ source, period, village }),
      held: heldOf(desk, source, village),
      setAsideFile,
      isForced
    },
    privateKey: desk.author.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  }
  return desk.listWork.importList(work, watching)
}

/** The edition that the new one takes the place of, or stands before; none when it cannot be read: an import puts that right. */
export function heldOf({ registry }: Pick<Needs, 'registry'>, source: Edition['source'], village: string | null): Edition | null {
  const held = registry.editions().find(edition => edition.source === source && edition.village === village)
  return held?.opened.kind === 'ready' ? held.opened.registry.edition : null
}
