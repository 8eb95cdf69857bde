// A main process of nothing but the shell: what a page may do is then decided by the shell alone.
import { join } from 'node:path'
import { app } from 'electron'
import { announce, serveIpc } from '#main/electron/ipc'
import { osSecrets } from '#main/electron/secrets'
import { createSheetPrinter } from '#main/electron/sheet-window'
import { hardenApp, openSessions } from '#main/electron/shell'
import { openDeskWindow } from '#main/electron/window'

const built = import.meta.dirname
const calls: unknown[] = []

async function start(): Promise<void> {
  openSessions(join(built, 'pages'))
  serveIpc(
    ['cases.board', 'office.change'],
    async (channel, input) => {
      calls.push([channel, input])
      return { channel, input }
    },
    ['office.change']
  )
  await openDeskWindow({ kiosk: false, preload: join(built, 'index.cjs') }).loaded
  const sheets = createSheetPrinter(join(built, 'sheet.cjs'))
  Object.assign(globalThis, { sheets, announce, secrets: osSecrets(), calls })
}

hardenApp()
Object.assign(globalThis, { started: app.whenReady().then(start) })
