import { inDistrict } from '../database/inside'
import { PlaceError } from '../database/place-error'
import { setDeviceState } from '../devices/devices.store'
import { deskNamed } from './desk-named'
import type { Command } from './shell'
import { chosenDistrict, readArgs, withServer } from './with-server'

export const revoke: Command = {
  usage: 'revoke DESK [--district CODE]   shuts a desk out for good, by its letter',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' } }, 1)
    const code = given.rest[0]?.toUpperCase()
    if (!code) throw new PlaceError(`usage: ${this.usage}`)
    await withServer(shell, given, async server => {
      await inDistrict(server, await chosenDistrict(server, given), async inside => {
        await setDeviceState(inside, (await deskNamed(inside, code)).id, 'revoked', shell.now())
      })
    })
    shell.say(`Desk ${code} is shut out. What it had sent stays.`)
  }
}
