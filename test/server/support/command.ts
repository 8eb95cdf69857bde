import { runCommand } from '#server/cli/run'

/** Runs a command of the administrator as `npm run district` does; what it said, and its exit code. */
export async function command(env: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const code = await runCommand({ env, say: text => void said.push(text), log: () => undefined, now: () => Date.now() }, args)
  return { code, said: said.join('\n') }
}
