import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { makeDistrict } from '../districts/make-district'
import type { Command } from './shell'
import { flagFor, readArgs, textOf, withServer } from './with-server'

export const init: Command = {
  usage: 'init --district 33.25 --name "Kabupaten Batang"   makes a district with its own key',
  async run(shell, args) {
    const given = readArgs(args, { district: { type: 'string' }, name: { type: 'string' } })
    const [code, name] = [textOf(given.values.district), textOf(given.values.name)]
    if (!code || !name) throw new PlaceError(`usage: ${this.usage}`)
    const make = async (server: Database) => {
      await makeDistrict(server, { code, name, isSample: false }, shell.now())
      return flagFor(server, code)
    }
    const flag = await withServer(shell, given, make, { mayMake: true })
    shell.say(`District ${code} ${name} is ready. Take a desk in with: npm run district -- enrol-code${flag}`)
  }
}
