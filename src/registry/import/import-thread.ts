import { Worker } from 'node:worker_threads'
import type { ListFindings } from '#shared/quality/list-check'
import type { ImportProblem } from '#shared/registry/import-problem'
import type { ListPreview } from '#shared/registry/list-preview'
import type { CheckOrder } from '../duplicates/check-list'
import { YOUNG_MB } from '../second-thread'
import { ImportError } from './import-error'
import type { ImportOrder, ImportProgress, ImportReport } from './import-registry'
import type { PreviewOrder } from './preview'

/** `privateKey`: the key that signs, as PKCS #8 in base64. */
export type ThreadOrder =
  | { kind: 'import'; order: ImportOrder; privateKey: string }
  | { kind: 'preview'; order: PreviewOrder }
  | { kind: 'check'; order: CheckOrder }

export type ThreadMessage =
  | { kind: 'progress'; progress: ImportProgress }
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; problem: ImportProblem }
  | { kind: 'failed'; message: string }

/** A workbook that needs more than this is refused with a sentence, instead of taking the whole program with it. */
const MOST_MEMORY_MB = 1500

type Watching = { onProgress?: ((progress: ImportProgress) => void) | undefined; signal?: AbortSignal | undefined }

/**
 * Imports in a thread of its own, so that nobody waits for it. Progress comes a few times a second. Throws an ImportError as `importRegistry` does;
 * what the thread wrote before a cancel is taken away.
 */
export const importInThread = (
  program: URL,
  work: Omit<Extract<ThreadOrder, { kind: 'import' }>, 'kind'>,
  watching?: Watching
): Promise<ImportReport> => inThread(program, { kind: 'import', ...work }, watching)

/** Looks at a list in a thread of its own: a workbook is read as a whole, which takes minutes where it is large. Throws an ImportError. */
export const previewInThread = (program: URL, order: PreviewOrder, signal?: AbortSignal): Promise<ListPreview> =>
  inThread(program, { kind: 'preview', order }, { signal })

/** Looks a village's list through in a thread of its own. Throws an ImportError. */
export const checkInThread = (program: URL, order: CheckOrder): Promise<ListFindings> => inThread(program, { kind: 'check', order })

function inThread<T>(program: URL, work: ThreadOrder, { onProgress, signal }: Watching = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB }
    })
    const cancel = (): void => {
      // a thread in the midst of a workbook hears nothing; one that only looks leaves nothing behind
      if (work.kind === 'preview') void worker.terminate()
      else worker.postMessage('cancel')
    }
    if (signal?.aborted) cancel()
    signal?.addEventListener('abort', cancel, { once: true })
    const end = (settle: () => void): void => {
      signal?.removeEventListener('abort', cancel)
      settle()
    }
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress)
      if (message.kind === 'done') end(() => resolve(message.value as T))
      if (message.kind === 'refused') end(() => reject(new ImportError(message.problem)))
      if (message.kind === 'failed') end(() => reject(new Error(message.message)))
    })
    worker.on('error', error => {
      const isFull = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      end(() => reject(isFull ? new ImportError({ kind: 'out-of-memory' }, error) : error))
    })
    worker.on('exit', () =>
      end(() => reject(signal?.aborted ? new ImportError({ kind: 'cancelled' }) : new Error('the import thread ended without an answer')))
    )
  })
}
