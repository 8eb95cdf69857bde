import { resolve } from 'node:path'
import { restoreBackup } from '../backup/restore'
import { placeOf } from '../config'
import { PlaceError } from '../database/place-error'
import { backupSaid, damagedSaid } from './counted-backup'
import type { Command } from './shell'
import { readArgs, textOf } from './with-server'

export const restore: Command = {
  usage: 'restore FILE   puts a backup back; desks then send again what came after it. The server must not be running',
  async run(shell, args) {
    const given = readArgs(args, {}, 1)
    if (!given.rest[0]) throw new PlaceError(`usage: ${this.usage}`)
    const restored = await restoreBackup(resolve(given.rest[0]), placeOf(shell.env, textOf(given.values.data)))
    for (const one of restored) shell.say(`${one.district}: brought back ${backupSaid(one)}`)
    const damaged = damagedSaid(restored)
    if (damaged) shell.say(damaged)
    shell.say(
      'Desks that were taken in after that backup have to be taken in again, each under its letter: npm run district -- enrol-code --desk LETTER'
    )
  }
}
