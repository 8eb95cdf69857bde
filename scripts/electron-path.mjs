// Which executable runs the built app here: Electron where its binary is installed, else the stand-in.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** @returns {{ path: string, kind: 'electron' | 'stand-in' }} */
export function findElectron() {
  const named = process.env.ELECTRON_EXEC_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`ELECTRON_EXEC_PATH names ${named}, which is not there`)
    return { path: named, kind: 'electron' }
  }
  // electron's own index.js would try to download what is missing
  const note = join(root, 'node_modules/electron/path.txt')
  const installed = existsSync(note) ? join(root, 'node_modules/electron/dist', readFileSync(note, 'utf8').trim()) : undefined
  if (installed && existsSync(installed)) return { path: installed, kind: 'electron' }
  const name = process.platform === 'win32' ? 'electron.cmd' : 'electron'
  return { path: join(root, 'test/electron-standin', name), kind: 'stand-in' }
}
