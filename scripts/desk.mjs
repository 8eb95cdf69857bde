// Serves the whole contract of a desk on standard input and output, without a window: `npm run desk -- --data DIR`.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronCommand } from './electron-path.mjs'

/** How often is looked whether npm, which started this, is still there. */
const WATCH_MS = 100

const root = join(import.meta.dirname, '..')
if (!existsSync(join(root, 'out/main/index.js'))) {
  process.stderr.write('The desk is not built yet. Run: npm run build\n')
  process.exit(1)
}
const { command, args } = electronCommand()
// its input ends with this process, however that ends: no orphan keeps the data locked
const desk = spawn(command, [...args, root, '--stdio', ...process.argv.slice(2)], { stdio: ['pipe', 'inherit', 'inherit'] })
process.stdin.pipe(desk.stdin)
desk.stdin.on('error', () => process.stdin.unpipe(desk.stdin))
desk.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => desk.kill(signal))

const started = starters()
setInterval(() => {
  if (starters() !== started) desk.kill()
}, WATCH_MS).unref()

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
