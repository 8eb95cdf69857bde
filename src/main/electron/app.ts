import { join } from 'node:path'
import { app } from 'electron'

export const appVersion = (): string => app.getVersion()
export const isPackaged = (): boolean => app.isPackaged

/** The folder of this desk's data: the one that was asked for, else one of the signed-in user's. Chromium's own files go below it. */
export function claimDataFolder(asked: string | undefined): string {
  const data = asked ?? join(app.getPath('appData'), 'loket-slrt')
  app.setPath('userData', join(data, 'chromium'))
  return data
}

/** Where the signed-in user of this PC keeps own files. */
export const ownFolder = (name: 'documents' | 'downloads' | 'desktop'): string => app.getPath(name)

/** Where a file of the installation lies: beside the bundle when packaged, in the build folder otherwise. */
export const installedFile = (...parts: string[]): string =>
  app.isPackaged ? join(process.resourcesPath, ...parts) : join(import.meta.dirname, '..', ...parts)

/** Runs `start` when Electron is ready; a desk that cannot even start says so and ends. */
export function whenReady(start: () => Promise<void>): void {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      app.exit(1)
    })
}

/** Lets `close` finish before the process ends. */
export function beforeQuit(close: () => Promise<void>): void {
  let isClosed = false
  app.on('before-quit', event => {
    if (isClosed) return
    event.preventDefault()
    void close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

export const quit = (): void => app.quit()
export const exit = (code: number): void => app.exit(code)
