// What the shell asks of Electron, item by item of Electron's own security checklist and the ten of ours; see docs/security.md.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as fake from '#test/fakes/electron'

vi.mock('electron', () => import('#test/fakes/electron'))

const { hardenApp, openSessions } = await import('#main/electron/shell')
const { createWindow, kindOf, openDeskWindow } = await import('#main/electron/window')
const { announce, serveIpc } = await import('#main/electron/ipc')
const { INPUT_LIMIT, LARGE_INPUT_LIMIT, RATE, WEB_PREFERENCES } = await import('#main/security/policy')

const folder = mkdtempSync(join(tmpdir(), 'shell-'))
const [pages, dumps] = [join(folder, 'pages'), join(folder, 'dumps')]
mkdirSync(join(pages, 'assets'), { recursive: true })
for (const page of ['index', 'sheet', 'visitor']) writeFileSync(join(pages, `${page}.html`), page)
mkdirSync(dumps)
writeFileSync(join(dumps, 'old.dmp'), 'what was in memory')
fake.app.paths.set('crashDumps', dumps)
hardenApp()
openSessions(pages)

const sessionOf = (name: string) => fake.session.made.get(name) as fake.FakeSession
const both = ['desk', 'visitor'] as const
const newest = () => fake.BrowserWindow.made.at(-1) as fake.BrowserWindow
const open = (kind: 'desk' | 'sheet' | 'visitor') => {
  createWindow(kind, {}, '/preload.cjs')
  return newest()
}

beforeEach(() => {
  fake.app.isPackaged = true
  fake.BrowserWindow.made = []
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('before the app is ready', () => {
  it('the sandbox is put on for everything (item 4), and app:// is a scheme of its own (item 18)', () => {
    expect(fake.before[0]).toBe('sandbox')
    expect(fake.before[1]).toContain('{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true}}')
  })

  it('dumps of memory are sent nowhere, and those of the last run are gone', () => {
    expect(fake.before).toContain('dumps {"uploadToServer":false}')
    expect([existsSync(folder), existsSync(dumps)]).toEqual([true, false])
  })
})

describe('every session', () => {
  const names = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'clipboard-read'
  ]
  it.each(both)('%s grants no permission, asked or checked (item 5)', name => {
    const own = sessionOf(name)
    for (const permission of names) {
      expect(own.permissionCheck?.(null, permission)).toBe(false)
      const granted = vi.fn()
      own.permissionRequest?.(null, permission, granted)
      expect(granted).toHaveBeenCalledWith(false)
    }
    expect(own.devices?.({ deviceType: 'usb' })).toBe(false)
    expect(own.displayMedia).toBeNull()
  })

  it.each(both)('%s fetches nothing but its own pages (item 1)', name => {
    const own = sessionOf(name)
    for (const url of [
      'https://example.com/',
      'http://10.0.0.1/',
      'file:///etc/passwd',
      'ws://a/',
      'ftp://a/',
      'devtools://devtools/x.js',
      'blob:https://a/x'
    ])
      expect([url, own.lets(url)]).toEqual([url, false])
    expect(own.lets('app://desk/index.html')).toBe(true)
  })

  it.each(both)('%s downloads nothing, keeps nothing and looks up no words', name => {
    expect(fake.isPrevented(sessionOf(name), 'will-download')).toBe(true)
    expect(sessionOf(name).options).toEqual({ cache: false })
    expect(sessionOf(name).isSpellChecking).toBe(false)
    expect(name.startsWith('persist:')).toBe(false)
  })

  it.each(both)('%s serves its pages with the content policy (items 6, 7) and no other file (item 18)', async name => {
    const serve = sessionOf(name).pages.get('app')
    const page = await serve?.({ url: `app://${name}/`, method: 'GET' })
    expect(page?.status).toBe(200)
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(page?.headers.get('x-content-type-options')).toBe('nosniff')
    for (const url of [`app://${name}/../main/index.js`, `app://${name}/assets/%2e%2e/x.js`, 'app://evil/', 'file:///etc/passwd'])
      expect((await serve?.({ url, method: 'GET' }))?.status).toBe(404)
    expect((await serve?.({ url: `app://${name}/`, method: 'POST' }))?.status).toBe(405)
  })

  it('is another one for the visitor than for the officer', () => {
    expect([...fake.session.made.keys()].sort()).toEqual(['desk', 'visitor'])
    expect(open('visitor').options.webPreferences?.partition).toBe('visitor')
    expect(open('desk').options.webPreferences?.partition).toBe('desk')
  })
})

describe('every page', () => {
  it.each(['desk', 'sheet', 'visitor'] as const)(
    'of the window %s has the preferences of the policy, whatever the caller wishes (items 2-4, 6, 8-10)',
    kind => {
      createWindow(kind, { webPreferences: { nodeIntegration: true, sandbox: false, contextIsolation: false } }, '/preload.cjs')
      expect(newest().options.webPreferences).toEqual({
        ...WEB_PREFERENCES,
        partition: kind === 'visitor' ? 'visitor' : 'desk',
        devTools: false,
        preload: '/preload.cjs'
      })
      expect(newest().options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
      expect(kindOf(fake.asContents(newest().webContents))).toBe(kind)
    }
  )

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('goes nowhere: %s (item 13)', name => {
    const { webContents } = open('desk')
    for (const url of [
      'https://example.com/',
      'app://desk@evil/',
      'app://desk/../',
      'file:///c:/',
      'javascript:alert(1)',
      'data:text/html,x',
      '\\\\host\\share'
    ])
      expect(fake.isPrevented(webContents, name, url)).toBe(true)
  })

  it('opens no window (item 14) and embeds no page (items 11, 12)', () => {
    const { webContents } = open('visitor')
    expect(webContents.openHandler?.({ url: 'app://desk/' })).toEqual({ action: 'deny' })
    expect(fake.isPrevented(webContents, 'will-attach-webview')).toBe(true)
    expect(fake.isPrevented(webContents, 'select-bluetooth-device')).toBe(true)
    expect(fake.isPrevented(webContents, 'will-prevent-unload')).toBe(true)
  })

  it('has one size: nobody zooms', () => {
    const { webContents } = open('desk')
    webContents.emit('did-finish-load', {})
    expect([webContents.zoom, webContents.zoomLimits]).toEqual([1, [1, 1]])
  })

  it('has no menu and, installed, no developer tools', () => {
    expect(fake.Menu.menu).toBeNull()
    const { webContents } = open('desk')
    webContents.isToolsOpen = true
    webContents.emit('devtools-opened', {})
    expect(webContents.isToolsOpen).toBe(false)
  })

  it('has one title', () => {
    expect(open('desk').options.title).toBe('Loket SLRT')
    expect(fake.isPrevented(newest(), 'page-title-updated', 'Siti Aminah')).toBe(true)
  })
})

describe('keys', () => {
  const key = (name: string, held: Partial<Record<'control' | 'shift' | 'alt' | 'meta', boolean>> = {}) => ({
    ...{ type: 'keyDown', key: name, control: false, shift: false, alt: false, meta: false },
    ...held
  })
  it.each(['F5', 'F11', 'F12'])('%s does nothing at the officer’s window', name => {
    expect(fake.isPrevented(open('desk').webContents, 'before-input-event', key(name))).toBe(true)
  })
  it.each(['r', 'w', 'n', 't', 'o', 's', 'p', 'u', '+', '-', '0'])('Ctrl %s does nothing there', name => {
    expect(fake.isPrevented(open('desk').webContents, 'before-input-event', key(name, { control: true }))).toBe(true)
  })
  it('the inspector’s keys do nothing there, installed', () => {
    for (const name of ['I', 'J', 'C']) {
      expect(fake.isPrevented(open('desk').webContents, 'before-input-event', key(name, { control: true, shift: true }))).toBe(true)
    }
  })
  it('of the visitor’s window are those of two buttons', () => {
    const { webContents } = open('visitor')
    for (const name of ['Tab', 'Enter', ' ']) expect(fake.isPrevented(webContents, 'before-input-event', key(name))).toBe(false)
    for (const name of ['a', 'F1', 'F5', 'Escape', 'ContextMenu'])
      expect(fake.isPrevented(webContents, 'before-input-event', key(name))).toBe(true)
    for (const held of ['control', 'alt', 'meta'])
      expect(fake.isPrevented(webContents, 'before-input-event', key('Enter', { [held]: true }))).toBe(true)
  })
})

describe('a kiosk’s window', () => {
  const url = 'app://desk/index.html'
  it('does not close until the supervisor’s exit or the end of the program', () => {
    const { release } = openDeskWindow({ kiosk: true, preload: '/p.cjs' })
    newest().close()
    expect(newest().isGone).toBe(false)
    release()
    newest().close()
    expect(newest().isGone).toBe(true)
    openDeskWindow({ kiosk: true, preload: '/p.cjs' })
    fake.app.emit('before-quit', fake.preventable())
    newest().close()
    expect(newest().isGone).toBe(true)
  })

  it('closes like any other when it is no kiosk, and the program ends with it', () => {
    const quits = fake.app.quits
    openDeskWindow({ kiosk: false, preload: '/p.cjs' })
    newest().close()
    expect([newest().isGone, fake.app.quits]).toEqual([true, quits + 1])
  })

  it('is the whole screen, and shows pages of the desk alone', () => {
    openDeskWindow({ kiosk: true, preload: '/p.cjs' })
    expect(newest().options.kiosk).toBe(true)
    expect(() => openDeskWindow({ kiosk: true, preload: '/p.cjs', url: 'https://example.com/' })).toThrow('no page of the desk')
  })

  it('comes back to the same visit when its page dies; where it goes on dying it begins anew after a minute’s rest', () => {
    vi.useFakeTimers()
    openDeskWindow({ kiosk: true, preload: '/p.cjs' })
    const window = newest()
    window.webContents.url = `${url}#/visits/0192f0c0-0000-7000-8000-000000000001`
    for (let n = 0; n < 9; n++) window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(window.loaded).toEqual([url, ...Array.from({ length: 5 }, () => window.webContents.url)])
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(window.loaded).toHaveLength(6)
    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()
    expect(window.loaded.slice(6)).toEqual([url])
  })

  it('begins anew when the page that died was none of the desk’s', () => {
    openDeskWindow({ kiosk: true, preload: '/p.cjs' })
    newest().webContents.url = 'chrome-error://chromewebdata/'
    newest().webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
    expect(newest().loaded).toEqual([url, url])
  })

  it('ends a page that does not answer, so that it comes back', () => {
    vi.useFakeTimers()
    openDeskWindow({ kiosk: true, preload: '/p.cjs' })
    newest().emit('unresponsive')
    newest().emit('responsive')
    vi.advanceTimersByTime(60_000)
    expect(newest().webContents.isCrashed).toBe(false)
    newest().emit('unresponsive')
    vi.advanceTimersByTime(15_000)
    vi.useRealTimers()
    expect(newest().loaded).toHaveLength(2)
  })
})

describe('a call (item 17)', () => {
  const run = vi.fn(async (channel: string) => ({ ok: true, channel }))
  serveIpc(['cases.board', 'cases.addPhoto'], run, ['cases.addPhoto'])
  const handler = fake.ipcMain.handlers.get('cases.board')
  const call = (window: fake.BrowserWindow, origin = 'app://desk', parent: object | null = null, input: unknown = {}) =>
    handler?.({ sender: window.webContents, senderFrame: { origin, parent } }, input)

  it('of the officer’s page is answered', async () => {
    expect(await call(open('desk'))).toEqual({ ok: true, channel: 'cases.board' })
  })

  it.each([
    ['another window of ours', () => call(open('sheet'))],
    ['the visitor’s window, whatever it says it is', () => call(open('visitor'))],
    ['a window that is not ours', () => call(new fake.BrowserWindow({}))],
    ['a frame inside the page', () => call(open('desk'), 'app://desk', {})],
    ['a page from outside', () => call(open('desk'), 'https://desk')]
  ])('of %s is turned away', async (_, make) => {
    run.mockClear()
    await expect(make()).rejects.toThrow('unknown sender')
    expect(run).not.toHaveBeenCalled()
  })

  it('that may be large has a limit of its own', async () => {
    const addPhoto = fake.ipcMain.handlers.get('cases.addPhoto')
    const sent = { sender: open('desk').webContents, senderFrame: { origin: 'app://desk', parent: null } }
    expect(await addPhoto?.(sent, new Uint8Array(INPUT_LIMIT + 1))).toMatchObject({ ok: true })
    expect(await addPhoto?.(sent, new Uint8Array(LARGE_INPUT_LIMIT + 1))).toMatchObject({ problem: { kind: 'invalid-input' } })
  })

  it('that is too large is refused, and so is a flood', async () => {
    const window = open('desk')
    expect(await call(window, 'app://desk', null, 'x'.repeat(300_000))).toEqual({
      ok: false,
      problem: { kind: 'invalid-input', fields: [] }
    })
    const answers = await Promise.all(Array.from({ length: RATE.atOnce + 50 }, () => call(window)))
    expect(answers.at(-1)).toEqual({ ok: false, problem: { kind: 'too-many-calls' } })
  })

  it('is never told to another window', () => {
    const [desk, visitor] = [open('desk'), open('visitor')]
    announce({ kind: 'data-changed', entities: ['case'] })
    expect([desk.webContents.told.length, visitor.webContents.told.length]).toEqual([1, 0])
  })
})
