import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

declare const bridge: { call(channel: string, value?: unknown): Promise<unknown> }
declare const told: unknown[]
declare const violations: string[]
declare const seen: string[]
declare const started: Promise<void>
declare const pdf: () => Promise<Buffer>
declare const tell: (value: unknown) => void

const here = import.meta.dirname
const executablePath = join(here, process.platform === 'win32' ? 'electron.cmd' : 'electron')
const userData = mkdtempSync(join(tmpdir(), 'standin-test-'))
const args = [join(here, 'fixture'), `--user-data-dir=${userData}`]
const run = promisify(execFile)

const open = async (): Promise<{ app: ElectronApplication; page: Page }> => {
  const app = await electron.launch({ executablePath, args, timeout: 30_000 })
  const page = await app.firstWindow()
  await app.evaluate(() => started)
  return { app, page }
}
const opened = {} as { app: ElectronApplication; page: Page }

beforeAll(async () => {
  Object.assign(opened, await open())
}, 60_000)
afterAll(async () => {
  await opened.app.close()
  rmSync(userData, { recursive: true, force: true })
})

describe('the stand-in', () => {
  it('opens a window of the asked size, with the bridge and nothing else of Electron', async () => {
    const { page } = opened
    expect(await page.title()).toBe('Fixture')
    expect(await page.evaluate(() => [innerWidth, innerHeight, isSecureContext])).toEqual([1366, 768, true])
    expect(await page.evaluate(() => [typeof require, typeof process, 'standinSend' in globalThis])).toEqual([
      'undefined',
      'undefined',
      false
    ])
  })

  it('carries dates, bytes, maps and undefined both ways, and knows who asks', async () => {
    const answer = await opened.page.evaluate(async () => {
      const sent = {
        bytes: new Uint8Array([0, 127, 255]),
        day: new Date(86_400_000),
        none: undefined,
        map: new Map([['a', 1n]]),
        odd: [-0, Number.NaN]
      }
      const { value, origin } = (await bridge.call('echo', sent)) as { value: typeof sent; origin: string }
      return [
        origin,
        value.bytes.join(),
        value.day.getTime(),
        'none' in value,
        value.map.get('a') === 1n,
        value.odd.map(n => Object.is(n, -0) || Number.isNaN(n))
      ]
    })
    expect(answer).toEqual(['app://desk', '0,127,255', 86_400_000, true, true, [true, true]])
  })

  it('refuses to carry a function, and rejects as Electron does', async () => {
    const failing = (channel: string, value?: unknown) =>
      opened.page.evaluate(
        ([name, sent]) => bridge.call(name as string, sent === 'function' ? () => 1 : sent).catch(String),
        [channel, value]
      )
    expect(await failing('echo', 'function')).toContain('could not be cloned')
    expect(await failing('fail')).toBe("Error: Error invoking remote method 'fail': Error: no such thing")
    expect(await failing('nobody')).toContain("No handler registered for 'nobody'")
  })

  it('brings events from the main process to the page', async () => {
    await opened.app.evaluate(() => tell({ bytes: new Uint8Array([7]), on: new Date(5) }))
    await opened.page.waitForFunction(() => told.length === 1)
    expect(await opened.page.evaluate(() => (told as [{ bytes: Uint8Array; on: Date }])[0].bytes[0] === 7)).toBe(true)
  })

  it.each(['https://example.com/', 'about:blank', 'app://desk/gone', 'file:///etc/passwd', 'data:text/html,x'])(
    'lets the app stop its page from going to %s',
    async url => {
      const { page, app } = opened
      const before = page.url()
      await page.evaluate(to => {
        Object.assign(globalThis, { isBefore: true })
        location.href = to.replace('app://desk', location.origin)
      }, url)
      if (!/^(file|data):/.test(url)) await expect.poll(() => app.evaluate(() => seen)).toContain(`navigate ${url}`)
      // from an empty page it is brought back, as another document: the next test begins when that one is there
      const isBack = (isOther: boolean) => 'bridge' in globalThis && isOther !== 'isBefore' in globalThis
      await expect.poll(() => page.evaluate(isBack, url === 'about:blank').catch(() => false)).toBe(true)
      expect(page.url()).toBe(before)
    }
  )

  it('lets the app refuse windows, by script or by link', async () => {
    const { page, app } = opened
    expect(await page.evaluate(() => window.open('https://example.com/window'))).toBeNull()
    await page.click('text=new window')
    await expect
      .poll(() => app.evaluate(() => seen))
      .toEqual(expect.arrayContaining(['open https://example.com/window', 'open app://desk/gone']))
    await expect.poll(() => app.windows().length).toBe(2)
  })

  it('has Chromium refuse what the session refuses', async () => {
    const states = await opened.page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map(
          async name => (await navigator.permissions.query({ name: name as PermissionName })).state
        )
      )
    )
    expect(new Set(states)).toEqual(new Set(['denied']))
  })

  it('obeys the content policy that the app sends', async () => {
    const { page } = opened
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.hacked = true'
      document.head.append(script)
    })
    await page.waitForFunction(() => violations.includes('script-src-elem'))
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
  })

  it('makes a PDF of a window that is not shown', async () => {
    const start = await opened.app.evaluate(async () => [...(await pdf()).subarray(0, 5)])
    expect(String.fromCharCode(...start)).toBe('%PDF-')
  })

  it('says by name what it does not have', async () => {
    const said = await opened.app.evaluate(({ app, dialog, BrowserWindow, shell }) =>
      [
        () => app.dock,
        () => dialog.showMessageBox({ message: '' }),
        () => BrowserWindow.getAllWindows()[0]?.setOpacity(0),
        () => shell.beep()
      ].map(use => {
        try {
          return use()
        } catch (error) {
          return (error as Error).message
        }
      })
    )
    expect(said).toEqual(
      ['app.dock', 'dialog.showMessageBox', 'BrowserWindow.setOpacity', 'shell.beep'].map(name => `stand-in: electron.${name} is not there`)
    )
  })

  it('keeps a secret over a restart, names its own store, and writes the secret nowhere', async () => {
    await opened.page.evaluate(() => bridge.call('keep', 'rahasia kantor'))
    await opened.app.close()
    const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    for (const entry of files) expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain('rahasia')
    Object.assign(opened, await open())
    expect(await opened.page.evaluate(() => bridge.call('kept'))).toBe('rahasia kantor')
    expect(await opened.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe('standin_file')
  }, 30_000)

  it('lets one process at a time have a data folder', async () => {
    expect(await opened.app.evaluate(({ app }) => app.requestSingleInstanceLock())).toBe(true)
    const { stdout } = await run(executablePath, [...args, '--lock'])
    expect(stdout).toContain('lock: false')
  })

  it('starts no Chromium and opens no port while there is no window', async () => {
    const { stderr } = await run(executablePath, [...args, '--no-window'], { env: { ...process.env, CHROMIUM: '/nowhere' } })
    expect(stderr).toBe('')
  })

  it('says so when there is no Chromium to open a window with', async () => {
    await expect(run(executablePath, args, { env: { ...process.env, CHROMIUM: '/nowhere' } })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('/nowhere')
    })
  })
})
