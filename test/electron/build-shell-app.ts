import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const pageOf = (title: string, script: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="assets/page.css">` +
  `<script src="assets/${script}" defer></script></head><body><h1>${title}</h1></body></html>`

const deskScript = `
globalThis.announced = []
globalThis.violations = []
document.addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective))
window.desk.on(announcement => announced.push(announcement))
try {
  globalThis.ran = new Function('return 1')()
} catch {
  globalThis.ran = 'refused'
}
`
// a sheet says itself what becomes of it, so that every way it can end is tried
const sheetScript = `
window.sheet.onRender(({ id, sheet }) => {
  document.querySelector('h1').textContent = sheet.text
  if (sheet.ends === 'never') return
  window.sheet.rendered({ id, text: sheet.text, overflow: sheet.ends === 'overflow', ...(sheet.ends === 'error' && { error: 'no such kind' }) })
})
`

async function bundle(input: string, name: string, format: 'es' | 'cjs', folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { input, external: ['electron'], output: { format, entryFileNames: name } }
    }
  })
}

/** Builds the real shell and preloads around pages made up for a test; gives the folder to start. */
export async function buildShellApp(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'shell-app-'))
  const root = join(import.meta.dirname, '../..')
  await bundle(join(import.meta.dirname, 'shell-app.ts'), 'main.js', 'es', folder)
  await bundle(join(root, 'src/preload/index.ts'), 'index.cjs', 'cjs', folder)
  await bundle(join(root, 'src/preload/sheet.ts'), 'sheet.cjs', 'cjs', folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'shell-app', type: 'module', main: 'main.js' }))
  const pages = join(folder, 'pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), pageOf('Loket', 'desk.js'))
  writeFileSync(join(pages, 'sheet.html'), pageOf('Lembar', 'sheet.js'))
  writeFileSync(join(pages, 'assets/desk.js'), deskScript)
  writeFileSync(join(pages, 'assets/sheet.js'), sheetScript)
  writeFileSync(join(pages, 'assets/page.css'), '@page { size: 215mm 330mm; margin: 20mm }')
  return folder
}
