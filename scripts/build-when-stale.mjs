// Builds the app when `out/` is missing or older than what it is made of.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const INPUTS = ['src', 'electron.vite.config.ts', 'package-lock.json']
const OUTPUTS = [
  'out/main/index.js',
  'out/main/pdf-worker.js',
  'out/preload/index.cjs',
  'out/preload/sheet.cjs',
  'out/renderer/index.html',
  'out/renderer/sheet.html'
]

const changedAt = path => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Whether a source is newer than the oldest part of the build. */
export function isBuildStale() {
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map(name => join('src', name))
  return Math.min(...OUTPUTS.map(changedAt)) < Math.max(...[...INPUTS, ...sources].map(changedAt))
}

/** Runs the two steps of `npm run build` in this process where something changed; throws when the build does. */
export async function buildWhenStale() {
  await import('./build-reference.ts')
  if (!isBuildStale()) return
  process.stdout.write('Building the desk …\n')
  process.env.NODE_ENV_ELECTRON_VITE = 'production'
  // the inputs that the configuration names are found from here
  process.chdir(root)
  const { build } = await import('electron-vite')
  await build({ root, logLevel: 'warn' })
}
