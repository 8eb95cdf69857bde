import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { allowsUrl, WEB_PREFERENCES } from '../security/policy'

const TITLE = 'Loket SLRT'

/** The only place that makes a window: the policy's preferences always win over what the caller wishes. */
export function createWindow(wishes: BrowserWindowConstructorOptions, preload: string): BrowserWindow {
  const webPreferences = { ...WEB_PREFERENCES, devTools: !app.isPackaged, preload }
  const window = new BrowserWindow({ ...wishes, title: TITLE, show: false, autoHideMenuBar: true, webPreferences })
  // a page cannot call itself something else in the task bar
  window.on('page-title-updated', event => event.preventDefault())
  return window
}

type DeskWindow = { kiosk: boolean; preload: string; url?: string }

/** Opens the officer's window: the whole screen as a kiosk, else 1366x768, shown when there is something to see. */
export async function openDeskWindow({ kiosk, preload, url = 'app://desk/index.html' }: DeskWindow): Promise<BrowserWindow> {
  if (!allowsUrl(url)) throw new Error(`${url} is no page of the desk`)
  const window = createWindow({ width: 1366, height: 768, useContentSize: true, kiosk, backgroundColor: '#f6f4ef' }, preload)
  window.once('ready-to-show', () => window.show())
  // the hidden sheet window alone would keep the desk running
  window.once('closed', () => app.quit())
  await window.loadURL(url)
  return window
}
