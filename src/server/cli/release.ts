import { inDistrict } from '../database/inside'
import { PlaceError } from '../database/place-error'
import { listDevices, releaseDevice } from '../devices/devices.store'
import type { Command } from './shell'
import { chosenDistrict, readArgs, withServer } from './with-server'

export const release: Command = {
  usage:
    'release DESK [--district CODE]  lets a desk speak again that was stopped because two PCs had its name, once the copy is switched off',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' } })
    const code = given.rest[0]?.toUpperCase()
    if (!code) throw new PlaceError(`usage: ${this.usage}`)
    await withServer(shell, given, async server => {
      await inDistrict(server, await chosenDistrict(server, given), async inside => {
        const device = (await listDevices(inside)).find(known => known.code === code)
        if (device?.state !== 'frozen') throw new PlaceError(device ? `desk ${code} is not stopped` : `there is no desk ${code}`)
        await releaseDevice(inside, device.id, shell.now())
      })
    })
    shell.say(`Desk ${code} may speak again. Two PCs under one name would be stopped once more.`)
  }
}
