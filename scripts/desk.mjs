// Serves the whole contract of a desk on standard input and output, without a window: `npm run desk -- --data DIR`.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { electronCommand } from './electron-path.mjs'

/** How often is looked whether npm, which started this, is still there. */
const WATCH_MS = 100

const root = join(import.meta.dirname, '..')
const data = dataFolder()
if (!existsSync(join(root, 'out/main/index.js'))) {
  process.stderr.write('The desk is not built yet. Run: npm run build\n')
  process.exit(1)
}
const { command, args } = electronCommand()
// its input ends with this process, however that ends: no orphan keeps the data locked
const desk = spawn(command, [...args, root, '--stdio', '--data', data], { stdio: ['pipe', 'inherit', 'inherit'] })
process.stdin.pipe(desk.stdin)
desk.stdin.on('error', () => process.stdin.unpipe(desk.stdin))
desk.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => desk.kill(signal))

const started = starters()
setInterval(() => {
  if (starters() !== started) desk.kill()
}, WATCH_MS).unref()

/** The folder that was named. A word that is not understood opens nothing: without a name it would be the data of the desk that people work with. */
function dataFolder() {
  const usage = 'npm run desk -- --data DIR'
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' } } })
    if (values.data) return resolve(values.data)
    throw new Error('--data names the folder of the desk.')
  } catch (error) {
    process.stderr.write(`${error.message}\n${usage}\n`)
    return process.exit(2)
  }
}

/** Who started this: its parent, and where that is npm's shell also npm, which a shell outlives. */
function starters() {
  const stat = process.platform === 'linux' && readStat(process.ppid)
  const [, name = '', above = ''] = /^\d+ \((.*)\) \S (\d+)/.exec(stat || '') ?? []
  return /^(ba|da)?sh$/.test(name) && process.env.npm_lifecycle_event ? `${process.ppid} ${above}` : `${process.ppid}`
}

function readStat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return '' // it has just ended
  }
}
