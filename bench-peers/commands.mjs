import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** @typedef {Record<string, unknown> & { id?: number, do: string }} Command */

/**
 * Says `hello`, then answers the commands of its input, one a line; a question may overtake a long replication, so answers bear the id of what
 * they answer. Ends with its input.
 * @param {Record<string, unknown>} hello
 * @param {Record<string, (command: any) => Promise<Record<string, unknown> | void>>} commands
 */
export async function answerCommands(hello, commands) {
  // stdout belongs to the answers
  console.log = console.info = console.warn = console.error
  const say = line => process.stdout.write(`${JSON.stringify(line)}\n`)
  const all = { ...commands, memory: async () => {} }
  /** @param {Command} command */
  const answer = async command => {
    const told = { id: command.id, did: command.do }
    const from = performance.now()
    try {
      const facts = await all[command.do](command)
      say({ ...told, ms: performance.now() - from, ...facts, peakRssMb: peakRssMb() })
    } catch (error) {
      say({ ...told, failed: String(error instanceof Error ? error.stack : error) })
    }
  }
  say(hello)
  for await (const line of createInterface({ input: process.stdin })) answer(JSON.parse(line))
  process.exit(0)
}

// what the program had that started this one is not counted, as `maxRSS` would
const peakRssMb = () => Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024)
