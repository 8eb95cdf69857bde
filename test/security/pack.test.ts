import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeElectronDist, makeProject } from './packed-project'

const run = promisify(execFile)
const script = join(process.cwd(), 'scripts/pack.mjs')
const env = { ...process.env, ELECTRON_DIST_LINUX: '', ELECTRON_DIST_WIN: '' }
const made = { project: '', linux: '', win: '' }

type Entry = { files?: Record<string, Entry> }
function packedFiles(archive: string): string[] {
  const bytes = readFileSync(archive)
  const header: Entry = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8'))
  const walk = (entry: Entry, path: string): string[] =>
    entry.files ? Object.entries(entry.files).flatMap(([name, inner]) => walk(inner, `${path}/${name}`)) : [path]
  return walk(header, '')
}
const resources = (system: string) => join(made.project, 'dist', `${system}-unpacked`, 'resources')

beforeAll(async () => {
  Object.assign(made, { project: makeProject(), linux: makeElectronDist('linux'), win: makeElectronDist('win') })
  const where = ['--project', made.project, '--out', join(made.project, 'dist')]
  await run(process.execPath, [script, '--electron-dist-linux', made.linux, '--electron-dist-win', made.win, ...where], { env })
}, 60_000)
afterAll(() => {
  for (const folder of Object.values(made)) rmSync(folder, { recursive: true, force: true })
})

describe.each([
  { system: 'linux', prebuild: 'linux-x64.node', executable: 'loket-slrt' },
  { system: 'win', prebuild: 'win32-x64.node', executable: 'loket-slrt.exe' }
])('the packed build for $system', ({ system, prebuild, executable }) => {
  it('has the native addon of that system and no other', () => {
    const folder = join(resources(system), 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
    expect(readdirSync(folder)).toEqual([prebuild])
    const natives = packedFiles(join(resources(system), 'app.asar')).filter(path => path.endsWith('.node'))
    expect(natives).toEqual([`/node_modules/better-sqlite3/prebuilds/${prebuild}`])
  })

  it('holds the built app and what it needs, and no source', () => {
    const files = packedFiles(join(resources(system), 'app.asar'))
    expect(files.filter(path => !path.startsWith('/node_modules/')).sort()).toEqual([
      '/out/main/index.js',
      '/out/preload/index.cjs',
      '/out/preload/sheet.cjs',
      '/out/renderer/index.html',
      '/package.json'
    ])
    const modules = files.filter(path => path.startsWith('/node_modules/')).map(path => path.split('/').slice(2, 4).join('/'))
    expect([...new Set(modules)].sort()).toEqual(['better-sqlite3/lib', 'better-sqlite3/package.json', 'better-sqlite3/prebuilds'])
  })

  it('carries the reference data beside the archive', () => {
    expect(existsSync(join(resources(system), 'reference/reference.db'))).toBe(true)
  })

  it('has two languages and the fuses of the policy', async () => {
    const folder = join(resources(system), '..')
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual(['en-US.pak', 'id.pak'])
    const wire = await getCurrentFuseWire(join(folder, executable))
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE)
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE)
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE)
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE)
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE)
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE)
  })
})

describe('the installers', () => {
  const config = readFileSync(join(process.cwd(), 'build/electron-builder.yml'), 'utf8')
  const block = (name: string) => new RegExp(`^${name}:\\n((?: {2}.*\\n)+)`, 'm').exec(config)?.[1] ?? ''

  it('are NSIS for Windows, AppImage and deb for Linux', () => {
    expect(block('win')).toContain('target: [nsis]')
    expect(block('linux')).toContain('target: [AppImage, deb]')
  })

  it('install for the whole PC where no officer can write, and take no data along when they go', () => {
    expect(block('nsis')).toContain('perMachine: true')
    expect(block('nsis')).toContain('allowToChangeInstallationDirectory: false')
    expect(block('nsis')).toContain('deleteAppDataOnUninstall: false')
    expect(block('nsis')).toContain('differentialPackage: false')
  })
})

describe('packing', () => {
  it('says what to type when no Electron is given', async () => {
    await expect(run(process.execPath, [script], { env })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm run pack -- --electron-dist-linux DIR --electron-dist-win DIR')
    })
  })

  it('says so when a folder is not an Electron', async () => {
    await expect(run(process.execPath, [script, '--electron-dist-win', made.linux], { env })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not Electron for Windows')
    })
  })
})
