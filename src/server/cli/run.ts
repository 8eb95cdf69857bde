import { faultWord } from '../database/fault-word'
import { PlaceError } from '../database/place-error'
import { quietError } from '../quiet-logs'
import { accessLog } from './access-log'
import { affected } from './affected'
import { backup } from './backup'
import { confirm } from './confirm'
import { devices } from './devices'
import { enrolCode } from './enrol-code'
import { escrow } from './escrow'
import { program, reference, registry } from './files'
import { init } from './init'
import { pack } from './pack'
import { release } from './release'
import { restore } from './restore'
import { revoke } from './revoke'
import { scope } from './scope'
import { serve } from './serve'
import type { Command, Shell } from './shell'
import { status } from './status'

const commands: Record<string, Command> = {
  serve,
  init,
  'enrol-code': enrolCode,
  confirm,
  devices,
  revoke,
  release,
  backup,
  restore,
  pack,
  reference,
  registry,
  scope,
  program,
  escrow,
  'access-log': accessLog,
  affected,
  status
}

/** Runs the command that the arguments name, `serve` when they name none; gives the exit code. */
export async function runCommand(shell: Shell, args: string[]): Promise<number> {
  const at = args.findIndex((word, i) => Object.hasOwn(commands, word) && args[i - 1] !== '--data')
  const isUnknown = at < 0 && args[0] !== undefined && !args[0].startsWith('-')
  const command = isUnknown ? undefined : commands[args[at] ?? 'serve']
  if (!command || args.includes('--help')) {
    const all = ['npm run district -- COMMAND [--data DIR]', ...Object.values(commands).map(({ usage }) => `  ${usage}`)]
    if (isUnknown) shell.say(`"${args[0]}" is no command`)
    shell.say(at >= 0 && command ? `npm run district -- ${command.usage}` : all.join('\n'))
    return args.includes('--help') ? 0 : 2
  }
  try {
    await command.run(
      shell,
      args.filter((_, i) => i !== at)
    )
    return 0
  } catch (error) {
    shell.say(wordFor(shell, error))
    return 1
  }
}

/** In a sentence why a command was not done. What nobody expected is logged without its words: a database puts values into those. */
function wordFor(shell: Shell, error: unknown): string {
  if (error instanceof PlaceError) return error.message
  const word = faultWord(error)
  if (word !== undefined) return word
  shell.log(`${JSON.stringify(quietError(error as Error))}\n`)
  return 'this was not done, for a reason that the program does not know; what it knows of it is in its log'
}
