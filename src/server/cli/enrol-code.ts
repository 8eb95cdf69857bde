import { DeskLetter } from '#shared/office/desk-scope'
import { inDistrict } from '../database/inside'
import { PlaceError } from '../database/place-error'
import { listDevices } from '../devices/devices.store'
import { spokenCode } from '../devices/enrolment-code'
import { makeEnrolmentCode } from '../devices/make-code'
import type { Command } from './shell'
import { chosenDistrict, flagFor, readArgs, textOf, withServer } from './with-server'

export const enrolCode: Command = {
  usage: 'enrol-code [--district CODE] [--desk B] [--auto-confirm]   a code that takes in one desk within 24 hours',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' }, desk: { type: 'string' }, 'auto-confirm': { type: 'boolean' } })
    const isAutoConfirm = given.values['auto-confirm'] === true
    const deskCode = textOf(given.values.desk)?.toUpperCase() ?? null
    if (deskCode !== null && !DeskLetter.safeParse(deskCode).success) throw new PlaceError('a desk has one or two letters, such as B or AA')
    const { code, flag } = await withServer(shell, given, async server => {
      const district = await chosenDistrict(server, given)
      const holder = (await inDistrict(server, district, listDevices)).find(device => device.code === deskCode)
      if (holder && holder.state !== 'unconfirmed') throw new PlaceError(`there is a desk ${deskCode} already: a letter is given once`)
      const made = await makeEnrolmentCode(server, district, { now: shell.now(), isAutoConfirm, deskCode })
      return { code: made, flag: await flagFor(server, district) }
    })
    shell.say(spokenCode(code))
    if (!isAutoConfirm) shell.say(`When the desk shows a number of six digits, run: npm run district -- confirm NUMBER${flag}`)
  }
}
