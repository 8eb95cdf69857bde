// A desk without a window as a child process: calls go in as lines, answers come out as lines.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { DeskApi } from '#shared/contract'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'
import { electronCommand } from '../electron-path.mjs'

/** What a call rejects with when the desk ended before it answered. */
export class DeskGone extends Error {}

export type DeskProcess = {
  api: DeskApi
  /** Ends the process at once, without any chance to tidy up. */
  kill(): void
  /** Lets the desk close its data and waits for its end. */
  close(): Promise<void>
  ended: Promise<unknown>
}

const ROOT = join(import.meta.dirname, '../..')
/** Compiled once, not at each of hundreds of starts. */
const ENV = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'loket-slrt-compiled') }

/** Starts the built desk on a data folder; `kill` hits the very process that holds the database. */
export function startDesk(data: string): DeskProcess {
  const { command, args } = electronCommand()
  const child = spawn(command, [...args, ROOT, '--stdio', '--data', data], { stdio: ['pipe', 'pipe', 'pipe'], env: ENV })
  const ended = once(child, 'close')
  const ask = asker(child, ended)
  return {
    api: createApi<DeskApi>(channels, (channel, input) => ask(channel, input)),
    kill: () => void child.kill('SIGKILL'),
    close: async () => {
      child.stdin.end()
      await ended
    },
    ended
  }
}

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }

function asker(child: ChildProcess & { stdin: NonNullable<ChildProcess['stdin']> }, ended: Promise<unknown>) {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let isGone = false
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-2000)
  })
  // a pipe that breaks because the desk was killed is what this is about
  child.stdin.on('error', () => undefined)
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', text => {
      const line = readAnswer(text)
      const one = line && waiting.get(line.id)
      if (!line || !one) return
      waiting.delete(line.id)
      one.resolve(line)
    })
  }
  const gone = () => new DeskGone(complaint)
  void ended.then(() => {
    isGone = true
    for (const one of waiting.values()) one.reject(gone())
  })
  return (call: string, input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isGone) return reject(gone())
      const id = ++asked
      waiting.set(id, { resolve, reject })
      child.stdin.write(`${JSON.stringify({ id, call, input })}\n`)
    })
}

/** An answer as it was written; a last line that the kill cut in two answers nothing. */
function readAnswer(text: string): { id: number } | undefined {
  try {
    const { id, ...answer } = JSON.parse(text)
    return typeof id === 'number' ? { id, ...answer } : undefined
  } catch {
    return undefined
  }
}
