import './reader-may-leave.ts'
import { type ParseArgsConfig, parseArgs } from 'node:util'

type Said<O extends ParseArgsConfig['options']> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>

/**
 * What the command line says, with at most `words` words beside its options. `--help` prints the usage and ends with 0; what is not understood is named,
 * with the usage, and ends with 2.
 */
export function said<const O extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: O, words = 0): Said<O> {
  if (process.argv.slice(2).includes('--help')) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  try {
    const found = parseArgs({ options, allowPositionals: true, strict: true })
    if (found.positionals.length > words) throw new Error(`"${found.positionals[words]}" is not understood here.`)
    return found
  } catch (error) {
    return notUnderstood((error as Error).message, usage)
  }
}

/** A number that was typed, a whole one from `least` to `most`; `otherwise` when none was. Anything else is named, with the usage, and ends with 2. */
export function wholeNumber<T>(
  usage: string,
  name: string,
  typed: string | undefined,
  otherwise: T,
  least = 0,
  most = 2 ** 32
): number | T {
  if (typed === undefined) return otherwise
  const number = Number(typed)
  if (/^\d+$/.test(typed) && number >= least && number <= most) return number
  return notUnderstood(`--${name} ${typed}: this wants a whole number from ${least} to ${most}.`, usage)
}

/** Ends the program with 2. */
export function notUnderstood(what: string, usage: string): never {
  process.stderr.write(`${what}\n${usage}\n`)
  return process.exit(2)
}
