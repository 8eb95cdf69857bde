import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { contract } from '#shared/contract'
import { pageOf } from '#shared/paper/paper-size'
import { channels } from '#shared/rpc/channels'
import { ClosedError } from './database/open'
import type { Ports } from './desk'
import { beforeQuit, claimDataFolder, exit, installedFile, isPackaged, quit, whenReady } from './electron/app'
import { announce, serveIpc } from './electron/ipc'
import { osSecrets } from './electron/secrets'
import { createSheetPrinter, type SheetPrinter } from './electron/sheet-window'
import { hardenApp, openSession } from './electron/shell'
import { openDeskWindow } from './electron/window'
import { handlers } from './handlers'
import { pdfThread } from './letters/pdf-thread'
import { askAboutCutOffAttempts } from './letters/print'
import { logFile } from './log-file'
import { closeDesk, openDesk } from './open-desk'
import { printerFor } from './printing/printer-for'
import { type Run, serve, serveClosed } from './rpc/serve'
import { serveStdio } from './rpc/stdio'
import { ownSwitches, rejectArgv } from './security/argv'

/** Calls that may carry a picture. */
const LARGE = ['office.setUp', 'office.change']

const refused = rejectArgv(process.argv, isPackaged())
const switches = ownSwitches(process.argv)
const data = claimDataFolder(switches.data)
const preload = (name: string): string => join(import.meta.dirname, `../preload/${name}.cjs`)

if (refused.length > 0) {
  process.stderr.write(`Loket SLRT: switch not known: ${refused.map(text => text.split('=')[0]).join(' ')}\n`)
  exit(2)
} else {
  hardenApp()
  whenReady(start)
}

async function start(): Promise<void> {
  openSession(join(import.meta.dirname, '../renderer'))
  const sheets = createSheetPrinter(preload('sheet'))
  // the window comes up while the data are being opened; its first calls wait for them
  const opening = openRun(sheets)
  if (switches.stdio) {
    await serveStdio(await opening, process.stdin, process.stdout)
    quit()
    return
  }
  const names = Object.entries(channels).flatMap(([feature, calls]) => calls.map(call => `${feature}.${call}`))
  const run: Run = async (channel, input) => {
    const result = await (await opening)(channel, input)
    // no earlier: before the sign-in screen is there it would only be slower; should this fail, the first letter tries again
    if (channel === 'officers.signIn' && result.ok) sheets.warmUp().catch(() => undefined)
    return result
  }
  serveIpc(names, run, LARGE)
  const kiosk = switches.kiosk ?? (isPackaged() && !switches.windowed)
  await Promise.all([opening, openDeskWindow({ kiosk, preload: preload('index') })])
}

/** The desk's calls, or, when its data must stay closed, the one call that says why. */
async function openRun(sheets: SheetPrinter): Promise<Run> {
  try {
    const desk = await openDesk({ data, referenceFile: installedFile('reference', 'reference.db'), secrets: osSecrets() }, portsOf(sheets))
    await askAboutCutOffAttempts(desk)
    beforeQuit(() => closeDesk(desk))
    return serve(contract, handlers, desk)
  } catch (error) {
    if (error instanceof ClosedError) return serveClosed(error.reason, data)
    throw error
  }
}

function portsOf(sheets: SheetPrinter): Ports {
  return {
    clock: { now: () => Date.now() },
    monotonic: () => performance.now(),
    random: bytes => randomBytes(bytes),
    renderSheet: (sheet, paper) => sheets.render(sheet, pageOf(paper)),
    printer: printerFor(process.platform),
    pdf: pdfThread(new URL('./pdf-worker.js', import.meta.url)),
    announce,
    report: logFile(data)
  }
}
