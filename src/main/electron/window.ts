import { app, BrowserWindow, type BrowserWindowConstructorOptions, type WebContents } from 'electron'
import { isRefusedAtDesk, isRefusedAtVisitor } from '../security/keystrokes'
import { allowsUrl, WEB_PREFERENCES, WINDOWS, type WindowKind } from '../security/policy'
import { comeBack } from './come-back'

const TITLE = 'Loket SLRT'
const kinds = new WeakMap<WebContents, WindowKind>()

/** What a page's window was made for; undefined for one that is not ours. */
export const kindOf = (contents: WebContents): WindowKind | undefined => kinds.get(contents)

/** The only place that makes a window: the policy's preferences always win over what the caller wishes. */
export function createWindow(kind: WindowKind, wishes: BrowserWindowConstructorOptions, preload: string): BrowserWindow {
  const { partition } = WINDOWS[kind]
  const webPreferences = { ...WEB_PREFERENCES, partition, devTools: !app.isPackaged, preload }
  const window = new BrowserWindow({ ...wishes, title: TITLE, show: false, autoHideMenuBar: true, webPreferences })
  kinds.set(window.webContents, kind)
  // a page cannot call itself something else in the task bar
  window.on('page-title-updated', event => event.preventDefault())
  window.webContents.on('before-input-event', (event, key) => {
    if (kind === 'visitor' ? isRefusedAtVisitor(key) : isRefusedAtDesk(key, app.isPackaged)) event.preventDefault()
  })
  return window
}

type DeskWindow = { kiosk: boolean; preload: string; url?: string }
export type OpenedWindow = {
  window: BrowserWindow
  /** Lets a kiosk's window be closed from now on. */
  release(): void
}

/** Opens the officer's window: the whole screen as a kiosk, else 1366x768, shown when there is something to see. */
export function openDeskWindow({
  kiosk,
  preload,
  url = `${WINDOWS.desk.origin}/index.html`
}: DeskWindow): OpenedWindow & { loaded: Promise<void> } {
  if (!allowsUrl(url)) throw new Error(`${url} is no page of the desk`)
  const wishes = { width: 1366, height: 768, useContentSize: true, kiosk, backgroundColor: '#f6f4ef' }
  const window = createWindow('desk', wishes, preload)
  const release = holdOpen(window, kiosk)
  window.once('ready-to-show', () => window.show())
  // the hidden sheet window alone would keep the desk running
  window.once('closed', () => app.quit())
  comeBack(window, url)
  return { window, release, loaded: window.loadURL(url) }
}

/** A kiosk's window does not close by Alt+F4 or from the task bar: only the supervisor's exit, or the end of the program, closes it. */
export function holdOpen(window: BrowserWindow, isHeld: boolean): () => void {
  let isReleased = !isHeld
  const release = (): void => {
    isReleased = true
  }
  window.on('close', event => {
    if (!isReleased) event.preventDefault()
  })
  app.on('before-quit', release)
  return release
}
