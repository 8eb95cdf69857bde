// Makes a fresh machine ready for `npm start` and `npm test`. Plain JavaScript without a dependency, as it runs before there are any.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from './electron-path.mjs'
import { installMissing } from './system-packages.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const lock = join(root, 'package-lock.json')
const marker = join(modules, '.loket-setup')
const isWindows = process.platform === 'win32'

if (Number(process.versions.node.split('.')[0]) < 20) stop(`Node 20 or newer is needed to set up; this is ${process.version}.`)
if (!areModulesCurrent()) installModules()
checkNode()
installMissing({
  purpose: process.env.npm_lifecycle_event === 'pretest' ? 'test' : 'start',
  hasElectron: findElectron().kind === 'electron'
})

/** What the installed packages were made for: these versions, on this kind of machine. */
function fingerprint() {
  return `${process.platform}-${process.arch} ${createHash('sha256').update(readFileSync(lock)).digest('hex')}\n`
}

function areModulesCurrent() {
  if (existsSync(marker)) return readFileSync(marker, 'utf8') === fingerprint()
  // somebody ran npm themselves
  const written = join(modules, '.package-lock.json')
  const isNewer = existsSync(written) && statSync(written).mtimeMs >= statSync(lock).mtimeMs
  if (isNewer) writeFileSync(marker, fingerprint())
  return isNewer
}

function installModules() {
  // Windows does not let go of a program that runs, and `npm ci` would have to delete this one
  if (isWindows && process.execPath.startsWith(modules + sep))
    stop('The packages of this project have changed. Run `npm ci`, then try again.')
  say('Installing the packages of package-lock.json (npm ci); the first time this takes a minute or two.')
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(marker, fingerprint())
}

/** better-sqlite3 needs Node 24; the package `node` brings it, and npm scripts find it before the machine's own. */
function checkNode() {
  const node = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node')
  if (!existsSync(node)) npm('rebuild', 'node')
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' })
  const version = answer.stdout?.trim() || 'nothing'
  if (!version.startsWith('v24.')) {
    stop(
      `node_modules/node should be Node 24, but answers ${version}: its install script did not run. ` +
        'Allow install scripts (npm config get ignore-scripts) and run `npm rebuild node`, or use Node 24 itself.'
    )
  }
}

/** The npm that runs this script, on the Node that runs it; found by name only when this script was started without npm. */
function npm(...args) {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env
  const isInside = node.startsWith(modules + sep)
  const [command, first] = script && !isInside ? [node, [script]] : ['npm', []]
  const { status, error } = spawnSync(command, [...first, ...args], { cwd: root, stdio: 'inherit', shell: isWindows && command === 'npm' })
  if (status !== 0) stop(`npm ${args.join(' ')} did not succeed${error ? ` (${error.message})` : ''}; what it said stands above.`)
}

function say(text) {
  process.stdout.write(`${text}\n`)
}

function stop(text) {
  process.stderr.write(`\n${text}\n\n`)
  process.exit(1)
}
