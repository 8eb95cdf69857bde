import { spokenCode } from '../devices/enrolment-code'
import { makeEnrolmentCode } from '../devices/make-code'
import type { Command } from './shell'
import { chosenDistrict, readArgs, textOf, withServer } from './with-server'

export const enrolCode: Command = {
  usage: 'enrol-code [--district CODE] [--desk B] [--auto-confirm]   a code that takes in one desk within 24 hours',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' }, desk: { type: 'string' }, 'auto-confirm': { type: 'boolean' } })
    const isAutoConfirm = given.values['auto-confirm'] === true
    const deskCode = textOf(given.values.desk)?.toUpperCase() ?? null
    const code = await withServer(shell, given, async server =>
      makeEnrolmentCode(server, await chosenDistrict(server, given), { now: shell.now(), isAutoConfirm, deskCode })
    )
    shell.say(spokenCode(code))
    if (!isAutoConfirm) shell.say('When the desk shows a number of six digits, run: npm run district -- confirm NUMBER')
  }
}
