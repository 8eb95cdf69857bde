import { randomBytes } from 'node:crypto'
import { contract } from '#shared/contract'
import { pageOf } from '#shared/paper/paper-size'
import type { Announcement } from '#shared/rpc/events'
import { ClosedError } from './database/open'
import type { Ports } from './desk'
import { handlers } from './handlers'
import type { Secrets } from './keys/secrets'
import { pdfThread } from './letters/pdf-thread'
import { askAboutCutOffAttempts } from './letters/print'
import { logFile } from './log-file'
import { closeDesk, openDesk } from './open-desk'
import { printerFor } from './printing/printer-for'
import { type Run, serve, serveClosed } from './rpc/serve'

/** What the shell lends to the desk. */
export type Shell = {
  data: string
  referenceFile: string
  pdfProgram: URL
  secrets: Secrets
  documents(): string
  renderPage(sheet: unknown, page: { widthMm: number; heightMm: number }): ReturnType<Ports['renderSheet']>
  announce(event: Announcement): void
  beforeQuit(close: () => Promise<void>): void
}

/** The desk's calls, or, when its data must stay closed, the one call that says why. */
export async function openRun(shell: Shell): Promise<Run> {
  const { data, referenceFile, secrets } = shell
  try {
    const desk = await openDesk({ data, referenceFile, secrets }, portsOf(shell))
    await askAboutCutOffAttempts(desk)
    desk.sync.wake()
    shell.beforeQuit(() => closeDesk(desk))
    return serve(contract, handlers, desk)
  } catch (error) {
    if (error instanceof ClosedError) return serveClosed(error.reason, data)
    throw error
  }
}

function portsOf({ data, pdfProgram, renderPage, documents, announce }: Shell): Ports {
  return {
    clock: { now: () => Date.now() },
    monotonic: () => performance.now(),
    random: bytes => randomBytes(bytes),
    renderSheet: (sheet, paper) => renderPage(sheet, pageOf(paper)),
    printer: printerFor(process.platform),
    documents,
    pdf: pdfThread(pdfProgram),
    announce,
    timers: {
      set(ms, run) {
        const timer = setTimeout(run, ms)
        timer.unref()
        return () => clearTimeout(timer)
      }
    },
    report: logFile(data)
  }
}
