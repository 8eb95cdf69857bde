import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { announce as Announce } from '#main/electron/ipc'
import type { SheetPrinter } from '#main/electron/sheet-window'
import type { Secrets } from '#main/keys/secrets'
import { channels } from '#shared/rpc/channels'
import { findElectron } from '../../scripts/electron-path.mjs'
import { buildShellApp } from './build-shell-app'

type Call = (input: unknown) => Promise<unknown>
declare const desk: { cases: { board: Call }; office: { change: Call } }
declare const started: Promise<void>
declare const announced: unknown[]
declare const violations: string[]
declare const calls: unknown[]
declare const sheets: SheetPrinter
declare const secrets: Secrets
declare const announce: typeof Announce

const userData = mkdtempSync(join(tmpdir(), 'shell-data-'))
const executablePath = findElectron().path
const made = {} as { folder: string; app: ElectronApplication; page: Page; args: string[] }

beforeAll(async () => {
  made.folder = await buildShellApp()
  made.args = [made.folder, `--user-data-dir=${userData}`]
  made.app = await electron.launch({ executablePath, args: made.args, timeout: 30_000 })
  made.page = await made.app.firstWindow()
  await made.page.waitForFunction(() => 'announced' in globalThis)
  await made.app.evaluate(() => started)
}, 60_000)
afterAll(async () => {
  await made.app.close()
  for (const folder of [userData, made.folder]) rmSync(folder, { recursive: true, force: true })
})

const home = (): Promise<string> => made.page.evaluate(() => document.title)

describe('the page of the desk', () => {
  it('gets one function a call and nothing of Electron', async () => {
    const names = await made.page.evaluate(() =>
      Object.fromEntries(Object.entries(desk).map(([feature, names]) => [feature, Object.keys(names)]))
    )
    expect(names).toEqual({ ...channels, on: [] })
    expect(await made.page.evaluate(() => [typeof require, typeof process, 'ipcRenderer' in globalThis, 'sheet' in globalThis])).toEqual([
      'undefined',
      'undefined',
      false,
      false
    ])
  })

  it('cannot change its bridge', async () => {
    const changed = await made.page.evaluate(() => {
      const before = desk.cases.board
      try {
        Object.assign(desk, { cases: {} })
      } catch {
        // frozen
      }
      return desk.cases.board === before && Object.isFrozen(desk.cases)
    })
    expect(changed).toBe(true)
  })

  it.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'app://sheet/sheet.html',
    'app://desk/index.html?again',
    'app://desk@evil/',
    'app://evil/',
    'about:blank',
    'file:///etc/passwd',
    'data:text/html,evil',
    'javascript:document.title="evil"',
    'blob:https://example.com/x'
  ])('does not leave for %s', async url => {
    await made.page.evaluate(to => {
      location.href = to.startsWith('app://desk/') ? to.replace('app://desk', location.origin) : to
    }, url)
    await made.page.waitForTimeout(60)
    await expect.poll(() => home().catch(() => '')).toBe('Loket')
  })

  it('does not leave by a form, a refresh or a frame', async () => {
    await made.page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { action: 'https://example.com/form' })
      document.body.append(form)
      form.submit()
      const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=https://example.com/refresh' })
      document.head.append(refresh)
      document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/frame' }))
    })
    await made.page.waitForFunction(() => violations.includes('form-action') && violations.includes('frame-src'))
    expect(await home()).toBe('Loket')
  })

  it('gets no window', async () => {
    expect(await made.page.evaluate(() => window.open('https://example.com/'))).toBeNull()
    expect(await made.page.evaluate(() => window.open('', 'named'))).toBeNull()
  })

  it('gets no permission', async () => {
    const states = await made.page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
          async name => (await navigator.permissions.query({ name: name as PermissionName })).state
        )
      )
    )
    expect(new Set(states)).toEqual(new Set(['denied']))
  })

  it('[F25] runs no script that came as text, and reaches no network', async () => {
    const tried = await made.page.evaluate(async () => {
      const attempt = async (work: () => unknown): Promise<string> => {
        try {
          await work()
          return 'done'
        } catch {
          return 'refused'
        }
      }
      return [
        (globalThis as unknown as { ran: string }).ran,
        await attempt(() => {
          document.body.innerHTML = '<img src=x onerror="document.title=1">'
        }),
        await attempt(() => fetch('https://example.com/')),
        await attempt(() => fetch(`${location.origin}/assets/%2e%2e/%2e%2e/main.js`).then(answer => answer.ok || Promise.reject())),
        await attempt(() => fetch(`${location.origin}/index.html`, { method: 'POST' }).then(answer => answer.ok || Promise.reject()))
      ]
    })
    expect(tried).toEqual(['refused', 'refused', 'refused', 'refused', 'refused'])
    expect(await home()).toBe('Loket')
  })
})

describe('calls from the page', () => {
  it('reach their handler as they were sent', async () => {
    const answer = await made.page.evaluate(async () => {
      const { input } = (await desk.cases.board({ on: new Date(5), bytes: new Uint8Array([1, 255]) })) as {
        input: { on: Date; bytes: Uint8Array }
      }
      return [input.on.getTime(), ...input.bytes]
    })
    expect(answer).toEqual([5, 1, 255])
  })

  it('are refused before anything runs when they are too large, except where large ones are expected', async () => {
    const before = await made.app.evaluate(() => calls.length)
    const refusal = await made.page.evaluate(() => desk.cases.board({ note: 'x'.repeat(300_000) }))
    expect(refusal).toEqual({ ok: false, problem: { kind: 'invalid-input', fields: [] } })
    expect(await made.app.evaluate(() => calls.length)).toBe(before)
    const logo = await made.page.evaluate(
      async () => ((await desk.office.change({ logo: 'x'.repeat(300_000) })) as { channel: string }).channel
    )
    expect(logo).toBe('office.change')
  })

  it('cannot be made by the page of the hidden window', async () => {
    await made.app.evaluate(() => sheets.warmUp())
    await expect.poll(() => made.app.windows().length).toBe(2)
    const sheetPage = made.app.windows().find(page => page !== made.page)
    await sheetPage?.waitForFunction(() => 'sheet' in globalThis)
    const found = await sheetPage?.evaluate(() => ['desk' in globalThis, Object.keys((globalThis as unknown as { sheet: object }).sheet)])
    expect(found).toEqual([false, ['onRender', 'rendered']])
  })

  it('are answered by announcements, which carry no event', async () => {
    await made.app.evaluate(() => announce({ kind: 'data-changed', entities: ['case'] }))
    await made.page.waitForFunction(() => announced.length > 0)
    expect(await made.page.evaluate(() => announced)).toEqual([{ kind: 'data-changed', entities: ['case'] }])
  })
})

describe('the sheet window', () => {
  const f4 = { widthMm: 215, heightMm: 330 }
  const render = (sheet: object) =>
    made.app.evaluate(
      async (_, [job, page]) => {
        try {
          const { pdf, ...known } = await sheets.render(job, page)
          return { ...known, size: /\/MediaBox \[([^\]]*)\]/.exec(Buffer.from(pdf).toString('latin1'))?.[1] }
        } catch (error) {
          return (error as Error).message
        }
      },
      [sheet, f4] as const
    )

  it('makes a PDF of the size that the sheet names', async () => {
    const { text, pages, size } = (await render({ text: 'SURAT RUJUKAN' })) as { text: string; pages: number; size: string }
    expect([text, pages]).toEqual(['SURAT RUJUKAN', 1])
    const [, , width, height] = size.split(' ').map(Number)
    expect(width).toBeCloseTo((215 / 25.4) * 72, 0)
    expect(height).toBeCloseTo((330 / 25.4) * 72, 0)
  })

  it('tells when text would be cut off, refuses a sheet that cannot be laid out, and goes on', async () => {
    expect(await render({ text: 'a', ends: 'overflow' })).toMatchObject({ fits: false })
    expect(await render({ text: 'a', ends: 'error' })).toContain('no such kind')
    expect(await render({ text: 'sesudahnya' })).toMatchObject({ text: 'sesudahnya', pages: 1, fits: true })
  })

  it('keeps orders that come together apart', async () => {
    const texts = await made.app.evaluate(async (_, page) => {
      const done = await Promise.all(['satu', 'dua', 'tiga'].map(text => sheets.render({ text }, page)))
      return done.map(({ text }) => text)
    }, f4)
    expect(texts).toEqual(['satu', 'dua', 'tiga'])
  })

  it('survives the death of its page', async () => {
    const message = await made.app.evaluate(async ({ BrowserWindow }, page) => {
      const waiting = sheets.render({ text: 'a', ends: 'never' }, page).catch((error: Error) => error.message)
      await new Promise(done => setTimeout(done, 50))
      for (const window of BrowserWindow.getAllWindows()) if (!window.isVisible()) window.destroy()
      return waiting
    }, f4)
    expect(message).toBe('the sheet window was closed')
    expect(await render({ text: 'lagi' })).toMatchObject({ text: 'lagi' })
  })
})

describe('the desk on its computer', () => {
  it('wraps secrets with the store of the operating system, and says when that protects nothing', async () => {
    const found = await made.app.evaluate(async () => {
      const wrapped = await secrets.wrap(new Uint8Array([1, 0, 255]))
      return {
        name: secrets.name,
        isProtected: secrets.isProtected,
        back: [...(await secrets.unwrap(wrapped))],
        plain: Buffer.from(wrapped).includes(Buffer.from([1, 0, 255]))
      }
    })
    expect(found).toMatchObject({ back: [1, 0, 255], plain: false })
    expect(found.isProtected).toBe(!['standin_file', 'basic_text', 'unknown'].includes(found.name))
  })

  it('has one title, whatever its page calls itself', async () => {
    const titles = await made.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.getTitle()))
    expect(new Set(titles)).toEqual(new Set(['Loket SLRT']))
  })

  it('ends when its window is closed, although a hidden one is left', async () => {
    const ended = new Promise(done => made.app.process().once('exit', done))
    await made.page.close()
    expect(await ended).toBe(0)
    made.app = await electron.launch({ executablePath, args: made.args, timeout: 30_000 })
  }, 30_000)
})
