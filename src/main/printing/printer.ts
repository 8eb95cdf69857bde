import type { PaperSize } from '#shared/paper/paper-size'

export type PrinterState = 'idle' | 'busy' | 'stopped' | 'unknown'
export type PrinterEntry = { name: string; isDefault: boolean; state: PrinterState }

export type PrintJob = {
  pdf: Uint8Array
  printer: string
  paper: PaperSize
  /** Shown in the queue of a shared printer: a letter number or a kind of paper, never a name or a NIK. */
  title: string
  signal?: AbortSignal
}

export type PrintFailure = 'no-printer' | 'stopped' | 'rejected' | 'spooler-down'

/**
 * `spooled`: the spooler says it is done, which proves no paper: the officer is still asked.
 * `failed` and `cancelled`: the job is out of the queue, so nothing comes out later. `no-answer`: nobody knows; the officer looks.
 */
export type PrintOutcome =
  | { kind: 'spooled'; jobId: string }
  | { kind: 'failed'; reason: PrintFailure; detail: string }
  | { kind: 'cancelled' }
  | { kind: 'no-answer' }

/** The operating system's spooler, fed with frozen PDF bytes. */
export type Printer = {
  /** Rejects with `SpoolerDown` when there is no spooler to ask. */
  list(): Promise<PrinterEntry[]>
  /** Never rejects for what a printer or spooler does: every such end is an outcome. */
  print(job: PrintJob): Promise<PrintOutcome>
}

export class SpoolerDown extends Error {
  override name = 'SpoolerDown'
}
