import { inDistrict } from '../database/inside'
import { listDevices } from '../devices/devices.store'
import type { Command } from './shell'
import { chosenDistrict, readArgs, withServer } from './with-server'

export const devices: Command = {
  usage: 'devices [--district CODE]   all desks, what they may do and when they last spoke',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' } })
    const found = await withServer(shell, given, async server => inDistrict(server, await chosenDistrict(server, given), listDevices))
    if (found.length === 0) shell.say('No desk has been taken in yet.')
    for (const { code, state, name, id, lastSeenAt } of found) {
      shell.say(
        `${code.padEnd(3)} ${state.padEnd(11)} ${lastSeenAt ? new Date(lastSeenAt).toISOString() : 'never seen'.padEnd(24)}  ${id}  ${name}`
      )
    }
  }
}
