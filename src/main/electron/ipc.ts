import { BrowserWindow, ipcMain } from 'electron'
import { refuse } from '#shared/result'
import type { Announcement } from '#shared/rpc/events'
import { guardOf } from '../security/guard'
import { INPUT_LIMIT, LARGE_INPUT_LIMIT, RATE } from '../security/policy'
import { kindOf } from './window'

export type Run = (channel: string, input: unknown) => Promise<unknown>

/**
 * Runs every call of the desk's page through `run`. Others are turned away before their input is looked at. An input past 256 KiB, or past
 * 16 MiB on a channel named in `large`, is refused as invalid; a page that calls without end is refused until it has waited.
 */
export function serveIpc(channels: readonly string[], run: Run, large: readonly string[] = []): void {
  const guard = guardOf('desk', { rate: RATE, now: () => performance.now() })
  for (const channel of channels) {
    const limit = large.includes(channel) ? LARGE_INPUT_LIMIT : INPUT_LIMIT
    ipcMain.handle(channel, async (event, input: unknown) => {
      switch (guard.judge(event, kindOf(event.sender), input, limit)) {
        case 'stranger':
          throw new Error(`${channel}: unknown sender`)
        case 'too-many':
          return refuse({ kind: 'too-many-calls' })
        case 'too-large':
          return refuse({ kind: 'invalid-input', fields: [] })
        case 'pass':
          return run(channel, input)
      }
    })
  }
}

/** Tells the officer's window what has happened. */
export function announce(announcement: Announcement): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && kindOf(window.webContents) === 'desk') window.webContents.send('announce', announcement)
  }
}
