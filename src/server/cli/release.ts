import { inDistrict } from '../database/inside'
import { PlaceError } from '../database/place-error'
import { forgetRenewals, releaseDevice } from '../devices/devices.store'
import { deskNamed } from './desk-named'
import type { Command } from './shell'
import { chosenDistrict, readArgs, withServer } from './with-server'

export const release: Command = {
  usage:
    'release DESK [--district CODE]  lets a desk speak again that was stopped because two PCs had its name, once the copy is switched off, or because it made the feed begin anew too often',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' } }, 1)
    const code = given.rest[0]?.toUpperCase()
    if (!code) throw new PlaceError(`usage: ${this.usage}`)
    await withServer(shell, given, async server => {
      await inDistrict(server, await chosenDistrict(server, given), async inside => {
        const { id, state, renewals } = await deskNamed(inside, code)
        if (state !== 'frozen' && (state !== 'active' || renewals === '[]')) throw new PlaceError(`desk ${code} is not stopped`)
        await forgetRenewals(inside, id)
        if (state === 'frozen') await releaseDevice(inside, id, shell.now())
      })
    })
    shell.say(`Desk ${code} may speak again. Two PCs under one name would be stopped once more.`)
  }
}
