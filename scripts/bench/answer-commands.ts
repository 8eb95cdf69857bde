// The other end of `child-process.ts`: answers the commands of its input, one a line, each with a line.
import { createInterface } from 'node:readline'
import { peakMb } from './peak-memory.ts'

type Facts = Record<string, unknown> | undefined
type Command = Record<string, unknown> & { id?: number; do: string }
export type Commands = Record<string, (command: Command) => Promise<Facts>>

/** Says `hello`, then does as it is told; a question may overtake long work, so answers bear the id of what they answer. Ends with its input. */
export async function answerCommands(hello: Record<string, unknown>, commands: Commands): Promise<void> {
  const say = (line: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(line)}\n`)
  const answer = async (command: Command) => {
    const from = performance.now()
    try {
      const facts = await (commands[command.do] ?? nothing)(command)
      say({ id: command.id, ms: performance.now() - from, ...facts, peakRssMb: Math.round(peakMb()) })
    } catch (error) {
      say({ id: command.id, failed: String(error instanceof Error ? error.stack : error) })
    }
  }
  say(hello)
  for await (const line of createInterface({ input: process.stdin })) void answer(JSON.parse(line) as Command)
  process.exit(0)
}

const nothing = async (): Promise<Facts> => undefined
