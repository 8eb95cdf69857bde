import { inDistrict } from '../database/inside'
import { PlaceError } from '../database/place-error'
import { broughtOn, forgetBrought, isMuch } from '../devices/brought.store'
import { forgetRenewals, releaseDevice } from '../devices/devices.store'
import { deskNamed } from './desk-named'
import type { Command } from './shell'
import { chosenDistrict, readArgs, withServer } from './with-server'

export const release: Command = {
  usage:
    'release DESK [--district CODE]  lets a desk speak again that was stopped because two PCs had its name, once the copy is switched off, because it made the feed begin anew too often, or because it brought too much in a day',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' } }, 1)
    const code = given.rest[0]?.toUpperCase()
    if (!code) throw new PlaceError(`usage: ${this.usage}`)
    await withServer(shell, given, async server => {
      await inDistrict(server, await chosenDistrict(server, given), async inside => {
        const device = await deskNamed(inside, code)
        const { id, state } = device
        const mayBeHeldBack = state === 'active' && (device.renewals !== '[]' || isMuch(broughtOn(device, shell.now())))
        if (state !== 'frozen' && !mayBeHeldBack) throw new PlaceError(`desk ${code} is not stopped`)
        await forgetRenewals(inside, id)
        await forgetBrought(inside, id)
        if (state === 'frozen') await releaseDevice(inside, id, shell.now())
      })
    })
    shell.say(`Desk ${code} may speak again. Two PCs under one name would be stopped once more.`)
  }
}
