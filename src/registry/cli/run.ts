import { ImportError } from '../import/import-error'
import { RegistryError } from '../registry'
import { duplicatesCommand } from './duplicates'
import { findCommand } from './find'
import { importCommand } from './import'
import { refusalOf, sentenceOf, whatOf } from './sentences'
import { type Command, type Shell, UsageError } from './shell'
import { snapshotCommand } from './snapshot'
import { statusCommand } from './status'

const commands: Record<string, Command> = {
  import: importCommand,
  find: findCommand,
  status: statusCommand,
  duplicates: duplicatesCommand,
  snapshot: snapshotCommand
}

/** Runs the command that the first word names; gives the exit code. */
export async function runRegistryCommand(shell: Shell, [name = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || args.includes('--help')) {
    shell.say(['npm run registry -- COMMAND', ...Object.values(commands).map(({ usage }) => `  ${usage}`)].join('\n'))
    return args.includes('--help') || name === '--help' ? 0 : 2
  }
  try {
    return await command.run(shell, args)
  } catch (error) {
    const told = toldOf(error, command)
    if (!told) throw error
    shell.note(told.text)
    return told.code
  }
}

function toldOf(error: unknown, command: Command): { text: string; code: number } | undefined {
  const { usage } = command
  const say = command === importCommand ? sentenceOf : whatOf
  if (error instanceof ImportError) return { text: say(error.problem), code: error.problem.kind === 'cancelled' ? 130 : 1 }
  if (error instanceof RegistryError) return { text: refusalOf(error.problem), code: 1 }
  const isArgs = error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  return error instanceof UsageError || isArgs ? { text: `${(error as Error).message}\n${usage}`, code: 2 } : undefined
}
