/** What a command may use of the world around it: `say` is for people, `log` for machines, `ask` where somebody sits. */
export type Shell = {
  env: Record<string, string | undefined>
  say(text: string): void
  log(line: string): void
  now(): number
  /** What reads frames in a thread of its own; without it they are read in the server's. */
  framesProgram?: URL
  ask?(question: string): Promise<string>
}

export type Command = { usage: string; run(shell: Shell, args: string[]): Promise<void> }
