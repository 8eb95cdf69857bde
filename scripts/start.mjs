// `npm start`: opens the desk with the sample office; on a machine without a display plays the tour instead. What follows `--` is passed on.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { buildWhenStale } from './build-when-stale.mjs'
import { electronCommand } from './electron-path.mjs'

const root = join(import.meta.dirname, '..')
const given = process.argv.slice(2)
const asks = name => given.some(text => text === `--${name}` || text.startsWith(`--${name}=`))

await buildWhenStale()
process.exit(hasDisplay() ? await openDesk() : await playTour())

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function openDesk() {
  const { command, args, kind } = electronCommand()
  if (kind === 'stand-in') {
    process.stdout.write("Electron's own program is not installed here: the stand-in shows the desk in this machine's Chromium instead.\n")
  }
  const data = asks('data') ? [] : ['--data', await sampleFolder(command, args)]
  return run(command, [...args, root, ...data, ...given])
}

function playTour() {
  process.stdout.write('There is no display here, so the tour is played without one.\n')
  return run(process.execPath, [join(root, 'scripts/tour.ts'), ...(asks('out') ? [] : ['--out', 'tour']), ...given])
}

/** The folder of the sample office, in the user's own application data; the office is set up the first time. */
async function sampleFolder(command, args) {
  const folder = join(applicationData(), 'loket-slrt-sample')
  process.stdout.write(`The sample office keeps its data in ${folder}\n`)
  if (existsSync(join(folder, 'desk.db'))) return folder
  mkdirSync(folder, { recursive: true })
  const desk = spawn(command, [...args, root, '--stdio', '--data', folder], { stdio: ['pipe', 'ignore', 'inherit'] })
  desk.stdin.end(`${JSON.stringify({ call: 'office.setUpSample' })}\n`)
  await ended(desk)
  return folder
}

function applicationData() {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData/Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  return process.env.XDG_DATA_HOME || join(homedir(), '.local/share')
}

function run(command, args) {
  return ended(spawn(command, args, { cwd: root, stdio: 'inherit' }))
}

/** The exit code of a child, which also gets the signals that end this process. */
function ended(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}
