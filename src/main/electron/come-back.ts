import type { BrowserWindow } from 'electron'
import { allowsUrl } from '../security/policy'

/** A page that dies more often than this in a minute is left for a person to see. */
const MOST_IN_A_MINUTE = 5
const UNRESPONSIVE_MS = 15_000

/**
 * When a page dies or stops answering, its window shows it again, at the place where it was: whoever had signed in is still signed in, and half-typed
 * fields are in the desk's database. `first` is where it begins.
 */
export function comeBack(window: BrowserWindow, first: string, now: () => number = () => performance.now()): void {
  const { webContents } = window
  let deaths: number[] = []
  let waiting: NodeJS.Timeout | undefined
  const again = (): void => {
    deaths = [...deaths.filter(at => now() - at < 60_000), now()]
    if (window.isDestroyed() || deaths.length > MOST_IN_A_MINUTE) return
    const url = webContents.getURL()
    void window.loadURL(allowsUrl(url) ? url : first).catch(() => undefined)
  }
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') again()
  })
  window.on('unresponsive', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => !window.isDestroyed() && webContents.forcefullyCrashRenderer(), UNRESPONSIVE_MS)
    waiting.unref()
  })
  window.on('responsive', () => clearTimeout(waiting))
}
