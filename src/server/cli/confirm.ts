import { inDistrict } from '../database/inside'
import { PlaceError } from '../database/place-error'
import { listDevices, setDeviceState } from '../devices/devices.store'
import type { Command } from './shell'
import { chosenDistrict, readArgs, withServer } from './with-server'

/** Six digits may be typed apart, as they are read out. */
const NUMBER_GROUPS = 6

export const confirm: Command = {
  usage: 'confirm [NUMBER] [--district CODE]   lets in the desk whose officer reads out that number; alone it lists who waits',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' } }, NUMBER_GROUPS)
    const number = given.rest.join('').replaceAll(/\D/g, '')
    await withServer(shell, given, async server => {
      const district = await chosenDistrict(server, given)
      await inDistrict(server, district, async inside => {
        const waiting = (await listDevices(inside)).filter(({ state }) => state === 'unconfirmed')
        if (given.rest.length === 0) {
          if (waiting.length === 0) shell.say('No desk waits to be confirmed.')
          for (const { code, name, checkNumber } of waiting) shell.say(`${code}  ${checkNumber ?? 'has shown no number yet'}  ${name}`)
          return
        }
        const [device, other] = waiting.filter(({ checkNumber }) => checkNumber !== null && checkNumber === number)
        if (!device || other) throw new PlaceError('no desk waits with that number: compare again, and take nobody in whose number differs')
        await setDeviceState(inside, device.id, 'active', shell.now())
        shell.say(`Desk ${device.code} (${device.name}) is in.`)
      })
    })
  }
}
