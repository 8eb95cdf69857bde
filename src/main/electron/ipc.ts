import { BrowserWindow, ipcMain } from 'electron'
import { refuse } from '#shared/result'
import type { Announcement } from '#shared/rpc/events'
import { INPUT_LIMIT, LARGE_INPUT_LIMIT } from '../security/policy'
import { comesFrom } from '../security/sender'
import { isWithin } from '../security/size'

export type Run = (channel: string, input: unknown) => Promise<unknown>

const DESK = 'app://desk'

/**
 * Runs every call of the desk's page through `run`. Others are turned away before their input is looked at. An
 * input past 256 KiB, or past 16 MiB on a channel named in `large`, is refused as invalid.
 */
export function serveIpc(channels: readonly string[], run: Run, large: readonly string[] = []): void {
  for (const channel of channels) {
    const limit = large.includes(channel) ? LARGE_INPUT_LIMIT : INPUT_LIMIT
    ipcMain.handle(channel, async (event, input: unknown) => {
      if (!comesFrom(DESK, event)) throw new Error(`${channel}: unknown sender`)
      if (!isWithin(input, limit)) return refuse({ kind: 'invalid-input', fields: [] })
      return run(channel, input)
    })
  }
}

/** Tells every desk window what has happened. */
export function announce(announcement: Announcement): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && window.webContents.getURL().startsWith(`${DESK}/`)) window.webContents.send('announce', announcement)
  }
}
