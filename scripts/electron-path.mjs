// Which executable runs the built app here: Electron where its binary is installed, else the stand-in.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

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

/**
 * The command and first arguments that start that executable; Node refuses to start a .cmd by itself, so there the stand-in is run without its wrapper.
 * @returns {{ command: string, args: string[], kind: 'electron' | 'stand-in' }}
 */
export function electronCommand() {
  const { path, kind } = findElectron()
  if (!path.endsWith('.cmd')) return { command: path, args: [], kind }
  return { command: join(root, 'node_modules/node/bin/node.exe'), args: [join(dirname(path), 'start.ts')], kind }
}
