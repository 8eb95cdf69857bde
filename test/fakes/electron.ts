// Electron's main process as far as the shell uses it, in memory: what was set can be looked at, and every event can be made to happen.
// Used with `vi.mock('electron', () => import('#test/fakes/electron'))`; the types of Electron itself hold for the tests too.
import { EventEmitter } from 'node:events'
import type { BeforeSendResponse, BrowserWindowConstructorOptions, Event, WebContents } from 'electron'

type Decide = (granted: boolean) => void
export type Told = { channel: string; args: unknown[] }

export class FakeSession extends EventEmitter {
  readonly pages = new Map<string, (request: { url: string; method: string }) => Promise<Response>>()
  permissionCheck: ((contents: unknown, permission: string) => boolean) | undefined
  permissionRequest: ((contents: unknown, permission: string, decide: Decide) => void) | undefined
  devices: ((details: object) => boolean) | undefined
  displayMedia: unknown
  before: ((details: { url: string }, decide: (answer: BeforeSendResponse) => void) => void) | undefined
  isSpellChecking = true
  readonly options: { cache?: boolean }
  readonly protocol = {
    handle: (scheme: string, serve: (request: { url: string; method: string }) => Promise<Response>) => void this.pages.set(scheme, serve)
  }
  readonly webRequest = {
    onBeforeRequest: (ask: (details: { url: string }, decide: (answer: BeforeSendResponse) => void) => void) => {
      this.before = ask
    }
  }

  constructor(options: { cache?: boolean }) {
    super()
    this.options = options
  }
  setPermissionCheckHandler(check: FakeSession['permissionCheck']): void {
    this.permissionCheck = check
  }
  setPermissionRequestHandler(request: FakeSession['permissionRequest']): void {
    this.permissionRequest = request
  }
  setDevicePermissionHandler(decide: FakeSession['devices']): void {
    this.devices = decide
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    this.displayMedia = handler
  }
  setSpellCheckerEnabled(isOn: boolean): void {
    this.isSpellChecking = isOn
  }
  /** Whether a request of a page of this session gets through. */
  lets(url: string): boolean {
    let isLet = true
    this.before?.({ url }, answer => {
      isLet = answer.cancel !== true
    })
    return isLet
  }
}

export class FakeContents extends EventEmitter {
  readonly told: Told[] = []
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  zoom = 3
  zoomLimits: number[] | undefined
  isToolsOpen = false
  isCrashed = false
  url = ''

  setWindowOpenHandler(handler: FakeContents['openHandler']): void {
    this.openHandler = handler
  }
  setZoomFactor(factor: number): void {
    this.zoom = factor
  }
  async setVisualZoomLevelLimits(low: number, high: number): Promise<void> {
    this.zoomLimits = [low, high]
  }
  closeDevTools(): void {
    this.isToolsOpen = false
  }
  forcefullyCrashRenderer(): void {
    this.isCrashed = true
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 1 })
  }
  getURL(): string {
    return this.url
  }
  send(channel: string, ...args: unknown[]): void {
    this.told.push({ channel, args })
  }
}

export class BrowserWindow extends EventEmitter {
  static made: BrowserWindow[] = []
  static getAllWindows = (): BrowserWindow[] => BrowserWindow.made.filter(window => !window.isGone)
  readonly webContents = new FakeContents()
  readonly options: BrowserWindowConstructorOptions
  readonly loaded: string[] = []
  isGone = false
  isVisible = false

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    BrowserWindow.made.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    this.webContents.url = url
  }
  show(): void {
    this.isVisible = true
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    this.isGone = true
    this.emit('closed')
  }
}

const sessions = new Map<string, FakeSession>()
export const session = {
  made: sessions,
  fromPartition(name: string, options: { cache?: boolean } = {}): FakeSession {
    const known = sessions.get(name) ?? new FakeSession(options)
    sessions.set(name, known)
    return known
  }
}

/** What was asked of Electron before it was ready, in order. */
export const before: string[] = []
export const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  quits: 0,
  paths: new Map<string, string>(),
  enableSandbox: () => void before.push('sandbox'),
  getPath: (name: string) => app.paths.get(name) ?? `/nowhere/${name}`,
  quit: () => {
    app.quits += 1
  },
  relaunched: [] as object[],
  relaunch: (how: object) => void app.relaunched.push(how)
})
export const protocol = {
  registerSchemesAsPrivileged: (schemes: { scheme: string }[]) => void before.push(`scheme ${JSON.stringify(schemes)}`)
}
export const powerMonitor = Object.assign(new EventEmitter(), { isOnBatteryPower: () => shell.battery })
/** What the system was asked to open, and what it says to that; '' when it did. */
export const shell = {
  battery: false,
  opened: [] as string[],
  answer: '',
  openPath: async (path: string): Promise<string> => {
    shell.opened.push(path)
    return shell.answer
  }
}
export const crashReporter = { start: (options: object) => void before.push(`dumps ${JSON.stringify(options)}`) }
export const Menu = {
  menu: 'Electron’s own' as unknown,
  setApplicationMenu: (menu: unknown) => {
    Menu.menu = menu
  }
}

type Handler = (
  event: { sender: unknown; senderFrame: { origin: string; parent: object | null } | null },
  input: unknown
) => Promise<unknown>
export const ipcMain = Object.assign(new EventEmitter(), {
  handlers: new Map<string, Handler>(),
  handle: (channel: string, handler: Handler) => void ipcMain.handlers.set(channel, handler)
})

/** An event that a listener may prevent. */
export function preventable<T extends object>(facts = {} as T): T & Event & { defaultPrevented: boolean } {
  const preventDefault = (): void => {
    event.defaultPrevented = true
  }
  const event = { ...facts, defaultPrevented: false, preventDefault }
  return event as unknown as T & Event & { defaultPrevented: boolean }
}

/** Whether the shell prevents this event of a page or a window. */
export function isPrevented(on: EventEmitter, name: string, ...args: unknown[]): boolean {
  const event = preventable()
  on.emit(name, event, ...args)
  return event.defaultPrevented
}

export const asContents = (contents: FakeContents): WebContents => contents as unknown as WebContents

type FakeDisplay = { id: number; bounds: { x: number; y: number; width: number; height: number } }
const first: FakeDisplay = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } }
export const screen = { first, displays: [first], getAllDisplays: () => screen.displays, getPrimaryDisplay: () => first }
