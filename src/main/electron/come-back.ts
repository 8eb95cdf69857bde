import type { BrowserWindow } from 'electron'
import { allowsUrl } from '../security/policy'

/** A page that dies more often than this in a minute rests for one: what is wrong may pass, and nobody can load it from outside a kiosk. */
const MOST_IN_A_MINUTE = 5
const REST_MS = 60_000
const UNRESPONSIVE_MS = 15_000

/**
 * When a page dies or stops answering, its window shows it again, at the place where it was: whoever had signed in is still signed in, and half-typed
 * fields are in the desk's database. `first` is where it begins, and where it begins anew when it goes on dying.
 */
export function comeBack(window: BrowserWindow, first: string, now: () => number = () => performance.now()): void {
  const { webContents } = window
  let deaths: number[] = []
  let waiting: NodeJS.Timeout | undefined
  let resting: NodeJS.Timeout | undefined
  const show = (url: string): void => {
    if (!window.isDestroyed()) void window.loadURL(url).catch(() => undefined)
  }
  const again = (): void => {
    if (window.isDestroyed()) return
    deaths = [...deaths.filter(at => now() - at < REST_MS), now()]
    const url = webContents.getURL()
    if (deaths.length <= MOST_IN_A_MINUTE) show(allowsUrl(url) ? url : first)
    else {
      clearTimeout(resting)
      resting = setTimeout(() => show(first), REST_MS)
      resting.unref()
    }
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
