import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App, CommandLine } from 'electron'
import { chromiums, stopChromiums } from './chromium.ts'
import { holdLock } from './instance-lock.ts'
import { launch } from './launch.ts'
import { NamedEmitter, named, notThere, preventable } from './named.ts'
import { openWindows } from './open-windows.ts'

const events = new NamedEmitter('app', [
  ...['ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit', 'web-contents-created', 'browser-window-created'],
  // these never happen here, but an app that is ready for them is right
  ...['second-instance', 'activate', 'certificate-error', 'select-client-certificate', 'login', 'child-process-gone', 'render-process-gone']
])
const state = { isReady: false, phase: 'running' as 'running' | 'closing' | 'exiting' | 'gone' }
const ready = Promise.withResolvers<void>()

const settings = process.platform === 'win32' ? process.env.APPDATA : process.env.XDG_CONFIG_HOME
const appData = settings ?? join(homedir(), process.platform === 'win32' ? 'AppData/Roaming' : '.config')
const userData = launch.userData ?? join(appData, launch.name)
const paths = new Map<string, string>([
  ['home', homedir()],
  ['temp', tmpdir()],
  ['appData', appData],
  ['userData', userData],
  ['exe', join(import.meta.dirname, 'electron')],
  ...['Desktop', 'Documents', 'Downloads'].map(name => [name.toLowerCase(), join(homedir(), name)] as const)
])
// these follow the user data unless the app moves them
const within = new Map([
  ['sessionData', ''],
  ['logs', 'logs'],
  ['crashDumps', 'Crashpad']
])

const added = new Map<string, string>()
const commandLine = {
  appendSwitch: (name, value = '') => void added.set(name, value),
  hasSwitch: name => added.has(name) || launch.typed.some(typed => typed === `--${name}` || typed.startsWith(`--${name}=`)),
  getSwitchValue: name => added.get(name) ?? launch.typed.find(typed => typed.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''
} satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'>

function pathOf(name: string): string {
  const inside = within.get(name)
  const path = paths.get(name) ?? (inside === undefined ? undefined : join(paths.get('userData') ?? userData, inside))
  if (path === undefined) throw notThere(`app.getPath('${name}')`)
  return path
}

export function beforeReady(what: string): void {
  if (state.isReady) throw new Error(`${what} has to be called before the app is ready`)
}

function leave(code: number): void {
  if (state.phase === 'gone') return
  state.phase = 'gone'
  events.emit('quit', {}, code)
  const end = (): never => process.exit(code)
  stopChromiums().then(end, end)
}

/** Quits when the last window is closed, or tells the app so that it may stay. */
export function afterWindowClosed(): void {
  if (openWindows.size > 0 || state.phase === 'exiting' || state.phase === 'gone') return
  if (state.phase === 'closing') finishQuit()
  else if (events.listenerCount('window-all-closed') > 0) events.emit('window-all-closed')
  else quit()
}

function finishQuit(): void {
  const event = preventable({})
  events.emit('will-quit', event)
  if (event.defaultPrevented) state.phase = 'running'
  else leave(0)
}

function quit(): void {
  if (state.phase !== 'running') return
  const event = preventable({})
  events.emit('before-quit', event)
  if (event.defaultPrevented) return
  state.phase = 'closing'
  if (openWindows.size === 0) finishQuit()
  for (const window of [...openWindows]) window.close()
  // a window that would not close keeps the app
  if (openWindows.size > 0 && state.phase === 'closing') state.phase = 'running'
}

const parts = {
  name: launch.name,
  isPackaged: launch.isPackaged,
  commandLine: named('app.commandLine', commandLine) as unknown as CommandLine,
  isReady: () => state.isReady,
  whenReady: () => ready.promise,
  getName: () => launch.name,
  getVersion: () => launch.version,
  getAppPath: () => launch.appPath,
  getLocale: () => 'id',
  getPath: pathOf,
  setPath: (name, path) => {
    if (!paths.has(name) && !within.has(name)) throw notThere(`app.setPath('${name}')`)
    paths.set(name, path)
  },
  setAppUserModelId: () => {},
  setAppLogsPath: path => void paths.set('logs', path ?? ''),
  disableHardwareAcceleration: () => beforeReady('app.disableHardwareAcceleration()'),
  enableSandbox: () => beforeReady('app.enableSandbox()'),
  requestSingleInstanceLock: () => {
    const folder = pathOf('userData')
    mkdirSync(folder, { recursive: true })
    return holdLock(join(folder, 'standin.lock'))
  },
  focus: () => {},
  quit,
  exit: (code = 0) => {
    if (state.phase === 'gone') return
    state.phase = 'exiting'
    for (const window of [...openWindows]) window.destroy()
    leave(code)
  }
} satisfies Partial<Omit<App, 'on' | 'once' | 'off' | 'emit'>>

/** Electron's `app`, as far as a kiosk uses it. */
export const app = named('app', Object.assign(events, parts))

/** Says 'ready'; called once, after the app's own code has run. */
export function becomeReady(): void {
  state.isReady = true
  events.emit('ready', {}, {})
  ready.resolve()
}

// what a packed build keeps beside its archive lies in out/ before it is packed
Object.assign(process, { type: 'browser', defaultApp: !launch.isPackaged, resourcesPath: join(launch.appPath, 'out') })
chromiums.on('exit', () => {
  for (const window of [...openWindows]) window.destroy()
  quit()
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit)
