// What the stand-in was asked to run, in which way.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

type Manifest = { main?: string; name?: string; productName?: string; version?: string }

// as in Electron, the executable is followed by what the user typed
process.argv.splice(1, 1)
const typed = process.argv.slice(1)
const named = typed.find(argument => !argument.startsWith('-'))
const target = resolve(named ?? '.')
/** Lets a test see how the app behaves when it is installed: it then is not told which app to run. */
const isPackaged = process.env.STANDIN_PACKAGED === '1'
if (isPackaged && named !== undefined) process.argv.splice(process.argv.indexOf(named), 1)
if (!existsSync(target)) throw new Error(`stand-in: nothing to run at ${target}`)
const appPath = statSync(target).isDirectory() ? target : dirname(target)
const manifestPath = join(appPath, 'package.json')
const manifest: Manifest = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : {}
const entry = target === appPath ? join(appPath, manifest.main ?? 'index.js') : target
if (!existsSync(entry)) throw new Error(`stand-in: no main process at ${entry}; build it first`)

function switchValue(name: string): string | undefined {
  return typed.find(argument => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
}

export const launch = {
  entry,
  appPath,
  name: manifest.productName ?? manifest.name ?? 'Electron',
  version: manifest.version ?? '0.0.0',
  typed,
  userData: switchValue('user-data-dir'),
  /** Somebody (Playwright) wants to see the pages too. */
  isWatched: typed.some(argument => argument === '--remote-debugging-port' || argument.startsWith('--remote-debugging-port=')),
  isPackaged,
  /** A screen to show windows on; Windows and macOS always have one. */
  hasScreen: !typed.includes('--headless') && (process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY))
} as const
