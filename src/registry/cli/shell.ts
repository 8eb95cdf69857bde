/** What a command needs of the outside; tests listen to it instead of a terminal. */
export type Shell = {
  say: (text: string) => void
  /** Progress and remarks, apart from the answer. */
  note: (text: string) => void
  now: () => number
  referenceFile: string
  /** The program of the thread that imports. */
  importProgram: URL
  signal?: AbortSignal
}

export type Command = {
  usage: string
  /** The exit code: 0 done, 1 refused with a sentence, 2 asked in a way that is not understood. */
  run: (shell: Shell, args: string[]) => Promise<number>
}

/** The command line was not understood; the message says how it should read. */
export class UsageError extends Error {}
