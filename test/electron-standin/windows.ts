import type { BrowserWindowConstructorOptions, WebContents } from 'electron'
import { afterWindowClosed, app } from './app.ts'
import { NamedEmitter, named, notThere, preventable } from './named.ts'
import { openWindows } from './open-windows.ts'
import { toChromium } from './protocol.ts'
import { fromPartition } from './session.ts'
import { StandInContents } from './web-contents.ts'

const events = ['ready-to-show', 'show', 'hide', 'close', 'closed', 'focus', 'blur', 'page-title-updated', 'unresponsive', 'responsive']
// what a window may be told when it is made; most of it is Chromium's own way already
const options = new Set([
  ...[
    'x',
    'y',
    'width',
    'height',
    'minWidth',
    'minHeight',
    'useContentSize',
    'center',
    'show',
    'kiosk',
    'fullscreen',
    'fullscreenable',
    'frame',
    'title'
  ],
  ...['backgroundColor', 'autoHideMenuBar', 'webPreferences', 'resizable', 'skipTaskbar', 'focusable', 'paintWhenInitiallyHidden', 'icon']
])
const all = new Set<BrowserWindow>()
const numbers = { last: 0 }

/** A window: Chromium's on a screen, a page without a face otherwise. */
export class BrowserWindow extends NamedEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...all]
  }
  static fromWebContents(contents: WebContents | null): BrowserWindow | null {
    return [...all].find(window => (window.webContents as unknown) === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return [...all].find(window => window.id === id) ?? null
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...all].find(window => window.isVisible()) ?? null
  }

  readonly id: number
  readonly webContents: StandInContents
  private readonly wished: BrowserWindowConstructorOptions
  private isShown: boolean
  private isGone = false
  private isOpening = false
  private title: string

  constructor(wished: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', events)
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    for (const name of Object.keys(wished)) if (!options.has(name)) throw notThere(`BrowserWindow option ${name}`)
    const { sandbox = true, contextIsolation = true, nodeIntegration = false, partition, session } = wished.webPreferences ?? {}
    if (!sandbox || !contextIsolation || nodeIntegration) throw notThere('BrowserWindow without sandbox and context isolation')
    numbers.last += 1
    this.id = numbers.last
    this.wished = wished
    this.isShown = wished.show !== false
    this.title = wished.title ?? app.getName()
    this.webContents = new StandInContents((session as never) ?? fromPartition(partition ?? ''))
    const self = named('BrowserWindow', this)
    all.add(self)
    openWindows.add(self)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show', {}))
    this.webContents.once('destroyed', () => self.gone())
    app.emit('browser-window-created', {}, self)
    // the first address is usually named in the same breath, and Chromium's app window wants to know it
    setImmediate(() => self.open(''))
    // biome-ignore lint/correctness/noConstructorReturn: what it lacks has to throw by name
    return self
  }

  loadURL(url: string): Promise<void> {
    this.open(url)
    return this.webContents.loadURL(url)
  }
  show(): void {
    this.isShown = true
    this.emit('show')
  }
  hide(): void {
    this.isShown = false
    this.emit('hide')
  }
  focus(): void {}
  isVisible(): boolean {
    return this.isShown
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  isKiosk(): boolean {
    return this.wished.kiosk === true
  }
  isFullScreen(): boolean {
    return this.isKiosk() || this.wished.fullscreen === true
  }
  isMinimized(): boolean {
    return false
  }
  getTitle(): string {
    return this.title
  }
  setTitle(title: string): void {
    this.title = title
  }
  removeMenu(): void {}
  close(): void {
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    this.webContents.close()
  }

  private open(url: string): void {
    if (this.isOpening || this.isGone) return
    this.isOpening = true
    const { width = 800, height = 600, kiosk = false, show = true, focusable = true, webPreferences } = this.wished
    // most windows are born hidden and shown when there is something to see; one that cannot have the focus stays so
    const isHidden = !show && !focusable
    const wanted = { url: url === '' ? 'about:blank' : toChromium(url), isHidden, isKiosk: kiosk, width, height }
    this.webContents.open(wanted, webPreferences?.preload).catch(error => {
      this.webContents.opened.reject(error)
      if (this.isGone) return
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
      app.exit(1)
    })
  }
  private gone(): void {
    if (this.isGone) return
    this.isGone = true
    for (const window of [...all]) if (window.id === this.id) all.delete(window)
    for (const window of [...openWindows]) if (window instanceof BrowserWindow && window.id === this.id) openWindows.delete(window)
    this.emit('closed')
    afterWindowClosed()
  }
}
