// Packs the built app for every system whose Electron distribution is given: unpacked, or with `--installers` as NSIS (Windows), AppImage and deb
// (Linux), for which electron-builder fetches its tools from GitHub once.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Arch, build, Platform } from 'electron-builder'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    'electron-dist-linux': { type: 'string' },
    'electron-dist-win': { type: 'string' },
    installers: { type: 'boolean', default: false },
    // where the packed builds go, and which project they are made of: a test packs elsewhere
    out: { type: 'string', default: join(root, 'dist') },
    project: { type: 'string', default: root }
  }
})
const systems = [
  {
    name: 'Linux',
    platform: Platform.LINUX,
    targets: ['AppImage', 'deb'],
    executable: 'electron',
    dist: values['electron-dist-linux'] ?? process.env.ELECTRON_DIST_LINUX
  },
  {
    name: 'Windows',
    platform: Platform.WINDOWS,
    targets: ['nsis'],
    executable: 'electron.exe',
    dist: values['electron-dist-win'] ?? process.env.ELECTRON_DIST_WIN
  }
]

const given = systems.filter(({ dist }) => dist)
if (given.length === 0) {
  console.error(
    'Nothing to pack with: unzip an Electron release (electron-v45.4.1-linux-x64.zip, electron-v45.4.1-win32-x64.zip) and say where it is:\n' +
      '  npm run pack -- --electron-dist-linux DIR --electron-dist-win DIR   (one of the two is enough)'
  )
  process.exit(1)
}
for (const { name, executable, dist } of given) {
  if (!existsSync(join(dist, executable))) {
    console.error(`${resolve(dist)} is not Electron for ${name}: it holds no ${executable}`)
    process.exit(1)
  }
}
if (!existsSync(join(values.project, 'out/main/index.js'))) {
  console.error('There is no built app: run `npm run build` first, or `npm run pack`, which does both.')
  process.exit(1)
}
for (const { name, platform, targets, dist } of given) {
  await build({
    projectDir: values.project,
    targets: platform.createTarget(values.installers ? targets : 'dir', Arch.x64),
    publish: 'never',
    config: { extends: join(root, 'build/electron-builder.yml'), electronDist: resolve(dist), directories: { output: resolve(values.out) } }
  })
  console.log(`${name}: packed into ${resolve(values.out)}`)
}
