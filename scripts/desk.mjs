// Serves the whole contract of a desk on standard input and output, without a window: `npm run desk -- --data DIR`.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { electronCommand } from './electron-path.mjs'

const root = join(import.meta.dirname, '..')
if (!existsSync(join(root, 'out/main/index.js'))) {
  process.stderr.write('The desk is not built yet. Run: npm run build\n')
  process.exit(1)
}
const { command, args } = electronCommand()
const child = spawn(command, [...args, root, '--stdio', ...process.argv.slice(2)], { stdio: 'inherit' })
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
