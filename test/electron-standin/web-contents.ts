import type { PrintToPDFOptions, WebContents, WindowOpenHandlerResponse } from 'electron'
import { app } from './app.ts'
import { openBridge, tellPage } from './bridge.ts'
import { answer, deliver } from './ipc.ts'
import { NamedEmitter, named, notThere, preventable } from './named.ts'
import { pdfParameters } from './pdf.ts'
import { obeyPermissions } from './permissions.ts'
import type { FromPage, ToPage } from './preload-runtime.ts'
import { fromChromium, toChromium } from './protocol.ts'
import { type Navigation, serveRequests } from './requests.ts'
import type { StandInSession } from './session.ts'
import { onGone, openPage, type Page, type Wanted } from './targets.ts'

const events = [
  ...['did-finish-load', 'dom-ready', 'did-navigate', 'render-process-gone', 'destroyed', 'page-title-updated'],
  ...['will-navigate', 'will-frame-navigate', 'will-redirect'],
  // a stand-in page has none of these
  ...['will-attach-webview', 'devtools-opened', 'unresponsive', 'responsive', 'preload-error', 'select-bluetooth-device'],
  // keys, zoom and questions before leaving are Chromium's own here
  ...['before-input-event', 'zoom-changed', 'will-prevent-unload', 'did-navigate-in-page']
]
type OpenHandler = (details: Electron.HandlerDetails) => WindowOpenHandlerResponse
type Frame = { id: string; parentId?: string; url: string; loaderId: string }

const all = new Set<StandInContents>()

/** One page, as the app's main process knows it. */
export class StandInContents extends NamedEmitter {
  readonly id = all.size + 1
  readonly session: StandInSession
  readonly opened = Promise.withResolvers<Page>()
  private readonly loaders = new Set<string>()
  private targetId = ''
  private url = ''
  private expected = ''
  private loader = ''
  private isGone = false
  private openHandler: OpenHandler | undefined
  private waiting: { loader: string; done(): void } | undefined

  constructor(session: StandInSession) {
    super('webContents', events)
    this.session = session
    const self = named('webContents', this)
    all.add(self)
    this.opened.promise.catch(() => {})
    app.emit('web-contents-created', {}, self)
    // biome-ignore lint/correctness/noConstructorReturn: what it lacks has to throw by name
    return self
  }

  /** Opens the page itself; nothing is loaded yet. */
  async open(wanted: Wanted, preload: string | undefined): Promise<void> {
    const page = await openPage(wanted)
    const { devtools, sessionId } = page
    this.targetId = page.targetId
    onGone(page.targetId, () => this.vanish(page))
    await devtools.send('Page.enable', {}, sessionId)
    devtools.on<{ frame: Frame }>('Page.frameNavigated', ({ frame }) => this.arrived(page, frame), sessionId)
    devtools.on('Page.domContentEventFired', () => this.emit('dom-ready', {}), sessionId)
    devtools.on('Page.loadEventFired', () => this.loaded(), sessionId)
    devtools.on<{ url: string }>('Page.windowOpen', ({ url }) => this.refuseWindow(fromChromium(url)), sessionId)
    devtools.on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }), sessionId)
    await serveRequests(page, this.session, navigation => this.mayNavigate(navigation))
    if (preload) await openBridge(page, preload, message => this.hear(page, message))
    this.opened.resolve(page)
  }

  async loadURL(url: string): Promise<void> {
    const { devtools, sessionId } = await this.opened.promise
    await obeyPermissions(devtools, this.session, this as never, url.split('/').slice(0, 3).join('/'))
    this.expected = url
    const answer = await devtools.send<{ errorText?: string; loaderId: string }>('Page.navigate', { url: toChromium(url) }, sessionId)
    if (answer.errorText) throw new Error(`${answer.errorText} loading '${url}'`)
    if (this.loaders.has(answer.loaderId)) return
    await new Promise<void>(done => {
      this.waiting = { loader: answer.loaderId, done }
    })
  }

  getURL(): string {
    return this.url
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  setZoomFactor(): void {}
  async setVisualZoomLevelLimits(): Promise<void> {}
  closeDevTools(): void {}
  forcefullyCrashRenderer(): void {
    this.opened.promise.then(({ devtools, sessionId }) => devtools.send('Page.crash', {}, sessionId).catch(() => {})).catch(() => {})
  }

  send(channel: string, ...args: unknown[]): void {
    this.tell({ kind: 'event', channel, args })
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { devtools, sessionId } = await this.opened.promise
    const { data } = await devtools.send<{ data: string }>('Page.printToPDF', pdfParameters(options), sessionId)
    return Buffer.from(data, 'base64')
  }

  close(): void {
    const closing = ({ devtools, targetId }: Page) => devtools.send('Target.closeTarget', { targetId }).catch(() => {})
    this.opened.promise.then(closing, () => {})
    this.destroyed()
  }

  /** Whether DevTools knows this page by that name. */
  isTarget(targetId: string): boolean {
    return this.targetId === targetId
  }

  /** Answers a page that wants a window: it never gets one, but the app is asked. */
  private refuseWindow(url: string, frameName = '', features = ''): void {
    const details = { url, frameName, features, disposition: 'new-window' as const, referrer: { url: '', policy: 'default' as const } }
    const action = this.openHandler?.(details).action ?? 'allow'
    if (action !== 'deny') process.stderr.write(`${notThere('windows that a page opens').message}\n`)
  }

  private mayNavigate({ url, isMainFrame, isRedirect }: Navigation): boolean {
    // the app's own loadURL, and a reload, are no wish of the page
    if (isMainFrame && !isRedirect && (url === this.expected || url === this.url)) return true
    const names = isRedirect ? ['will-redirect'] : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])]
    return names.every(name => {
      const event = preventable({ url, isMainFrame, isSameDocument: false, initiator: null, frame: null })
      this.emit(name, event, url, false, isMainFrame)
      return !event.defaultPrevented
    })
  }

  private arrived({ devtools, sessionId }: Page, frame: Frame): void {
    if (frame.parentId !== undefined) return
    const url = fromChromium(frame.url)
    // about: and blob: pages ask no server, so they can only be undone
    const isUnasked = this.url !== '' && /^(about|blob):/.test(url) && url !== this.expected
    if (isUnasked && !this.mayNavigate({ url, isMainFrame: true, isRedirect: false })) {
      this.expected = this.url
      devtools.send('Page.navigate', { url: toChromium(this.url) }, sessionId).catch(() => {})
      return
    }
    this.loader = frame.loaderId
    if (!url.startsWith('about:')) this.url = url
    this.emit('did-navigate', {}, url, 200, '')
  }

  private loaded(): void {
    this.loaders.add(this.loader)
    if (this.waiting?.loader === this.loader) {
      this.waiting.done()
      this.waiting = undefined
    }
    if (this.url === this.expected) this.emit('did-finish-load', {})
  }

  private hear(page: Page, message: FromPage): void {
    const origin = this.url.split('/').slice(0, 3).join('/')
    const event = { type: 'frame', sender: this, senderFrame: { url: this.url, origin, parent: null, name: '' }, processId: 1, frameId: 1 }
    if (message.kind === 'open') this.refuseWindow(fromChromium(message.url), message.frameName, message.features)
    else if (message.kind === 'send') deliver(event, message.channel, message.args)
    else {
      answer(event, message.channel, message.args)
        .then(value => tellPage(page, { kind: 'reply', n: message.n, value }))
        .catch(error => tellPage(page, { kind: 'failure', n: message.n, message: error instanceof Error ? error.message : String(error) }))
    }
  }

  private tell(message: ToPage): void {
    this.opened.promise.then(page => tellPage(page, message)).catch(() => {})
  }

  private vanish({ devtools, sessionId }: Page): void {
    devtools.forget(sessionId)
    this.destroyed()
  }

  private destroyed(): void {
    if (this.isGone) return
    this.isGone = true
    for (const contents of all) if (contents.id === this.id) all.delete(contents)
    this.emit('destroyed')
  }
}

const parts = {
  getAllWebContents: () => [...all] as unknown as WebContents[],
  fromDevToolsTargetId: targetId => [...all].find(contents => contents.isTarget(targetId)) as unknown as WebContents | undefined
} satisfies Pick<typeof Electron.WebContents, 'getAllWebContents' | 'fromDevToolsTargetId'>
export const webContents = named('webContents', parts)
