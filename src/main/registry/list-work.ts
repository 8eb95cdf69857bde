import { createPrivateKey } from 'node:crypto'
import { buildRegistry } from '#registry/build'
import { type CheckOrder, checkList } from '#registry/duplicates/check-list'
import { type ImportOrder, type ImportReport, type ImportTools, importRegistry } from '#registry/import/import-registry'
import { checkInThread, importInThread, previewInThread } from '#registry/import/import-thread'
import { type PreviewOrder, previewList } from '#registry/import/preview'
import { signerOf } from '#registry/manifest'
import type { ListFindings } from '#shared/quality/list-check'
import type { ListPreview } from '#shared/registry/list-preview'

export type Watching = Pick<ImportTools, 'onProgress' | 'signal'>

/** Reading a list takes its time and memory: a thread does it, and the counter goes on. All throw an ImportError. */
export type ListWork = {
  preview(order: PreviewOrder, signal?: AbortSignal): Promise<ListPreview>
  /** Looks through a village's own list. */
  check(order: CheckOrder): Promise<ListFindings>
  /** `privateKey`: PKCS #8 in base64. */
  importList(work: { order: ImportOrder; privateKey: string }, watching: Watching): Promise<ImportReport>
}

export const listThread = (program: URL): ListWork => ({
  check: order => checkInThread(program, order),
  preview: (order, signal) => previewInThread(program, order, signal),
  importList: (work, watching) => importInThread(program, work, watching)
})

/** Without a thread, for where none can be had. */
export const listWork: ListWork = {
  check: checkList,
  preview: previewList,
  importList: ({ order, privateKey }, watching) =>
    importRegistry(order, {
      ...watching,
      build: buildRegistry,
      signer: signerOf(createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' }))
    })
}
