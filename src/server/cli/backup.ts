import { resolve } from 'node:path'
import { backUp } from '../backup/backup'
import { PlaceError } from '../database/place-error'
import { backupSaid, damagedSaid } from './counted-backup'
import type { Command } from './shell'
import { readArgs, withServer } from './with-server'

export const backup: Command = {
  usage: 'backup FILE   writes everything into a new file, checked, while the server goes on',
  async run(shell, args) {
    const given = readArgs(args, {}, 1)
    if (!given.rest[0]) throw new PlaceError(`usage: ${this.usage}`)
    const file = resolve(given.rest[0])
    const written = await withServer(shell, given, server => backUp(server, file, shell.now()))
    shell.say(`${file} is whole:`)
    for (const one of written) shell.say(`  ${one.district}: ${backupSaid(one)}`)
    const damaged = damagedSaid(written)
    if (damaged) shell.say(damaged)
    shell.say('It holds personal data and the keys of the districts, unencrypted: keep it where nobody else can read it.')
  }
}
