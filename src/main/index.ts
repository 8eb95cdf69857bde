import { join } from 'node:path'
import { channels } from '#shared/rpc/channels'
import { appVersion, beforeQuit, claimDataFolder, exit, installedFile, isPackaged, ownFolder, quit, whenReady } from './electron/app'
import { whenAway } from './electron/away'
import { installer } from './electron/installer'
import { announce, serveIpc } from './electron/ipc'
import { osSecrets } from './electron/secrets'
import { createSheetPrinter, type SheetPrinter } from './electron/sheet-window'
import { hardenApp, openSessions } from './electron/shell'
import { openDeskWindow } from './electron/window'
import type { Run } from './rpc/serve'
import { noScreens, type Screens } from './screens/screens'
import { ownSwitches, rejectArgv } from './security/argv'
import { noInstaller } from './updates/installer'

/** Calls that may carry a picture. */
const LARGE = ['office.setUp', 'office.change', 'registry.recordCheck']

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
  openSessions(join(import.meta.dirname, '../renderer'))
  const sheets = createSheetPrinter(preload('sheet'))
  if (switches.stdio) return serveLines(sheets)

  // the window comes up while the desk is loaded and its data are opened; its first calls wait for them
  const kiosk = switches.kiosk ?? (isPackaged() && !switches.windowed)
  const desk = openDeskWindow({ kiosk, preload: preload('index') })
  const opening = screensOf(kiosk, desk.release).then(screens => open(sheets, screens))
  const run: Run = async (channel, input) => {
    const result = await (await opening)(channel, input)
    // no earlier: before the sign-in screen is there it would only be slower; should this fail, the first letter tries again
    if (channel === 'officers.signIn' && result.ok) sheets.warmUp().catch(() => undefined)
    return result
  }
  const names = Object.entries(channels).flatMap(([feature, calls]) => calls.map(call => `${feature}.${call}`))
  serveIpc(names, run, LARGE)
  await Promise.all([opening, desk.loaded])
}

/** Most desks have no visitor's screen, and start without what it needs. */
async function screensOf(isKiosk: boolean, release: () => void): Promise<Screens> {
  const { openVisitorWindow } = switches.visitor ? await import('./electron/visitor-window') : {}
  const visitor = openVisitorWindow?.({ kiosk: isKiosk, preload: preload('visitor') })
  return {
    isKiosk,
    hasVisitor: () => visitor?.isThere() ?? false,
    showVisitor: page => visitor?.show(page),
    showing: () => visitor?.showing() ?? 'idle',
    onAnswer: hear => visitor?.onAnswer(hear),
    leave: () => {
      release()
      visitor?.release()
      quit()
    }
  }
}

async function serveLines(sheets: SheetPrinter): Promise<void> {
  const { serveStdio } = await import('./rpc/stdio')
  await serveStdio(await open(sheets, noScreens), process.stdin, process.stdout)
  quit()
}

/** Loads the desk only now: most of the program is in it, and the window's own processes start meanwhile. */
async function open(sheets: SheetPrinter, screens: Screens): Promise<Run> {
  const { openRun } = await import('./open-run')
  return openRun({
    data,
    referenceFile: installedFile('reference', 'reference.db'),
    sampleRegistry: installedFile('reference', 'sample-registry.json.gz'),
    programs: {
      pdf: new URL('./pdf-worker.js', import.meta.url),
      backup: new URL('./backup-worker.js', import.meta.url),
      registry: new URL('./registry-worker.js', import.meta.url),
      list: new URL('./list-worker.js', import.meta.url),
      password: new URL('./password-worker.js', import.meta.url)
    },
    secrets: osSecrets(),
    version: appVersion(),
    publisherFile: installedFile('publisher.pem'),
    screens,
    installer: switches.stdio ? noInstaller : installer,
    ownFolder,
    renderPage: (sheet, page) => sheets.render(sheet, page),
    announce,
    whenAway,
    beforeQuit
  })
}
