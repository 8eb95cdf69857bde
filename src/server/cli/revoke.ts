import { inDistrict } from '../database/inside'
import { PlaceError } from '../database/place-error'
import { listDevices, setDeviceState } from '../devices/devices.store'
import type { Command } from './shell'
import { chosenDistrict, readArgs, withServer } from './with-server'

export const revoke: Command = {
  usage: 'revoke DESK [--district CODE]   shuts a desk out for good, by its letter',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' } })
    const code = given.rest[0]?.toUpperCase()
    if (!code) throw new PlaceError(`usage: ${this.usage}`)
    await withServer(shell, given, async server => {
      await inDistrict(server, await chosenDistrict(server, given), async inside => {
        const device = (await listDevices(inside)).find(known => known.code === code)
        if (!device) throw new PlaceError(`there is no desk ${code}`)
        await setDeviceState(inside, device.id, 'revoked', shell.now())
      })
    })
    shell.say(`Desk ${code} is shut out. What it had sent stays.`)
  }
}
