// `npm run district -- [serve|init|enrol-code|confirm|devices|revoke|backup|restore|escrow|status]`: the district server and what its administrator does.
import './reader-may-leave.ts'
import { createInterface } from 'node:readline/promises'
import { runCommand } from '../src/server/cli/run'

const shell = {
  env: process.env,
  say: (text: string) => void process.stdout.write(`${text}\n`),
  log: (line: string) => void process.stderr.write(line),
  now: () => Date.now(),
  framesProgram: new URL('../src/server/sync/frames-worker.ts', import.meta.url),
  // an answer may be secret: it is asked for, never an argument that a shell remembers
  ...(process.stdin.isTTY && { ask })
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, historySize: 0 })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}

process.exitCode = await runCommand(shell, process.argv.slice(2))
