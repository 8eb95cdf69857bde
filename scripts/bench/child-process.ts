// A program in a process of its own that is told one command a line and answers each with a line.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Also for the threads of that program. */
const LOADER = join(import.meta.dirname, '../extensionless.ts')

export type Answer = Record<string, unknown> & { id?: number; failed?: string }

export type Child = {
  /** What it said when it was ready. */
  hello: Answer
  ask(command: Record<string, unknown>): Promise<Answer>
  /** Ends it at once; what was asked is then refused. */
  kill(): Promise<void>
}

/** Starts a program on this Node and waits until it is ready. `flags`: Node's own. */
export async function startChild(file: string, args: readonly string[], flags: readonly string[] = []): Promise<Child> {
  const child = spawn(process.execPath, [...flags, '--import', LOADER, file, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  // a pipe that breaks is seen as the end of the answers
  child.stdin.on('error', () => {})
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-2000)
  })
  const waiting = new Map<unknown, PromiseWithResolvers<Answer>>()
  const expect = (id?: number): Promise<Answer> => {
    const one = Promise.withResolvers<Answer>()
    waiting.set(id, one)
    return one.promise
  }
  createInterface({ input: child.stdout }).on('line', line => {
    const said = JSON.parse(line) as Answer
    const one = waiting.get(said.id)
    waiting.delete(said.id)
    if (said.failed) one?.reject(new Error(`${file}: ${said.failed}`))
    else one?.resolve(said)
  })
  child.on('close', () => {
    for (const one of waiting.values()) one.reject(new Error(`${file} ended: ${complaint}`))
  })
  const hello = await expect()
  let asked = 0
  return {
    hello,
    ask: command => {
      const id = asked++
      child.stdin.write(`${JSON.stringify({ ...command, id })}\n`)
      return expect(id)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    }
  }
}
