import { appendFileSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const modules = join(import.meta.dirname, '../../node_modules')
// where @electron/fuses finds the switches of an executable: a mark, a version, how many there are, and all of them off
const fuses = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('000000000')])

/** A folder that looks like an unzipped Electron release to electron-builder, without being one. */
export function makeElectronDist(system: 'linux' | 'win'): string {
  const dist = mkdtempSync(join(tmpdir(), `loket-electron-${system}-`))
  const executable = join(dist, system === 'linux' ? 'electron' : 'electron.exe')
  // any small PE with a version in it will do: its resources are rewritten
  if (system === 'win') copyFileSync(join(modules, 'electron-winstaller/vendor/rcedit.exe'), executable)
  else writeFileSync(executable, Buffer.from('\x7fELF made up\n', 'latin1'), { mode: 0o755 })
  appendFileSync(executable, fuses)
  mkdirSync(join(dist, 'locales'))
  for (const language of ['id', 'en-US', 'de']) writeFileSync(join(dist, 'locales', `${language}.pak`), language)
  writeFileSync(join(dist, 'version'), '45.4.1')
  writeFileSync(join(dist, 'LICENSE'), 'made up')
  return dist
}

/** A project with a built app of one line, the real native addon and, beside them, what must never be packed. */
export function makeProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'loket-pack-'))
  const put = (path: string, text: string): void => {
    mkdirSync(join(project, path, '..'), { recursive: true })
    writeFileSync(join(project, path), text)
  }
  const manifest = {
    ...{ name: 'loket-slrt', productName: 'Loket SLRT', version: '0.0.1', description: 'made up', author: 'made up', license: 'MIT' },
    ...{ type: 'module', main: 'out/main/index.js', dependencies: { 'better-sqlite3': '13.0.3' }, devDependencies: { electron: '45.4.1' } }
  }
  put('package.json', JSON.stringify(manifest))
  for (const part of ['main/index.js', 'preload/index.cjs', 'preload/sheet.cjs', 'renderer/index.html', 'renderer/assets/index.js.map']) {
    put(`out/${part}`, '// built')
  }
  put('out/reference/reference.db', 'made up')
  for (const secret of ['src/main/index.ts', 'test/e2e/walk-in.e2e.ts', 'scripts/setup.mjs', 'build/notes.md', '.env'])
    put(secret, 'source')
  for (const part of ['package.json', 'lib', 'prebuilds', 'src', 'README.md', 'index.d.ts']) {
    cpSync(join(modules, 'better-sqlite3', part), join(project, 'node_modules/better-sqlite3', part), { recursive: true })
  }
  cpSync(join(modules, 'node-addon-api'), join(project, 'node_modules/node-addon-api'), { recursive: true })
  return project
}
