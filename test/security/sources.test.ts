import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = process.cwd()
const sources = ['src/main', 'src/preload'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
)
const saying = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

describe('the sources of the main process and its preloads', () => {
  it('are there to be read', () => {
    expect(sources.length).toBeGreaterThan(10)
  })

  it('import electron in the shell, the entry and the preloads only', () => {
    const outside = saying(/from 'electron'|require\(['"]electron|import\(['"]electron/).filter(
      path => !path.startsWith('src/main/electron/') && !path.startsWith('src/preload/') && path !== 'src/main/index.ts'
    )
    expect(outside).toEqual([])
  })

  it('make a window in one place', () => {
    expect(saying(/new (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/)).toEqual(['src/main/electron/window.ts'])
  })

  it('take calls from pages in three places, all of which look at the sender', () => {
    const places = saying(/ipcMain\.(handle|on|once)\b/)
    expect(places.sort()).toEqual(['src/main/electron/ipc.ts', 'src/main/electron/sheet-window.ts', 'src/main/electron/visitor-window.ts'])
    for (const { path, text } of sources) if (places.includes(path)) expect(text).toMatch(/comesFrom\(|guard\.judge\(/)
  })

  it('settle the sandbox and the scheme before the app is ready', () => {
    const shell = sources.find(({ path }) => path === 'src/main/electron/shell.ts')?.text ?? ''
    expect(shell).toMatch(/hardenApp\(\): void \{\s+app\.enableSandbox\(\)\s+claimScheme\(\)/)
  })

  it.each([
    ['open an address outside', /openExternal|showItemInFolder/],
    ['speak of file addresses', /file:\/\//],
    ['run text as script', /executeJavaScript|\beval\(|new Function\(|node:vm/],
    ['weaken a window', /sandbox: false|contextIsolation: false|nodeIntegration: true|webSecurity: false|webviewTag: true/],
    ['open the developer tools', /openDevTools|remote-debugging/],
    ['accept a false certificate', /certificate-error|rejectUnauthorized/],
    ['hand Electron itself to a page', /exposeInMainWorld\([^)]*ipcRenderer\)|sendSync/],
    ['copy the database unencrypted', /\bATTACH\b|\.serialize\(|\.backup\(/]
  ])('never %s', (_, pattern) => {
    const allowed = new Set(['src/main/security/argv.ts'])
    expect(saying(pattern).filter(path => !allowed.has(path))).toEqual([])
  })

  it('[F30] let a page open the system’s own window for files only while a PC is set up: whoever sees it can leave a kiosk by it', () => {
    const pages = readdirSync(join(root, 'src/renderer'), { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.tsx'))
    const opening = pages.filter(path =>
      /type="file"|FileButton|showOpenFilePicker/.test(readFileSync(join(root, 'src/renderer', path), 'utf8'))
    )
    expect(opening.map(path => path.split(sep).join('/'))).toEqual(['office/FileOfSystem.tsx'])
  })

  it('start programs in two places: the printer’s tools, and an installer whose publisher signed it', () => {
    expect(saying(/openPath|node:child_process/).sort()).toEqual(['src/main/electron/installer.ts', 'src/main/printing/run-tool.ts'])
  })

  it('reach the network in one folder alone: there only a district server is spoken to', () => {
    const reaching = saying(/https?:\/\/(?!www\.w3\.org)|node:(https?|net|tls|dgram|http2)'|(?<![.\w])fetch\(['"`]/)
    expect(reaching.sort()).toEqual(['src/main/sync/http-line.ts', 'src/main/sync/server-address.ts'])
  })

  it('hide nothing behind the preloads but names', () => {
    for (const { path, text } of sources.filter(({ path }) => path.startsWith('src/preload/'))) {
      for (const [, from] of text.matchAll(/from '([^']+)'/g)) {
        expect([path, from]).toEqual([
          path,
          expect.stringMatching(/^(electron|#shared\/rpc\/(channels|create-api|events)|\.\/refuse-drops)$/)
        ])
      }
    }
  })
})
