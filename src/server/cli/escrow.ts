import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { listDevices } from '../devices/devices.store'
import { answerTo, makeEscrowKey, readAsked } from '../escrow/escrow'
import { listEscrowKeys, listOpenings } from '../escrow/escrow.store'
import type { Command, Shell } from './shell'
import { chosenDistrict, readArgs, textOf, withServer } from './with-server'

/** The key with which a district opens a desk that has lost its own; two people of three, and no line to the desk. */
export const escrow: Command = {
  usage:
    'escrow [make --holders "A, B, C" [--again] | open REQUEST] [--district CODE]   a key in three pieces: two of them open a desk that lost its own',
  async run(shell, args) {
    const given = readArgs(
      args,
      { district: { type: 'string' }, holders: { type: 'string' }, again: { type: 'boolean' } },
      Number.POSITIVE_INFINITY
    )
    const [what, ...rest] = given.rest
    await withServer(shell, given, async server => {
      const district = await chosenDistrict(server, given)
      if (what === undefined) await tell(shell, server, district)
      else if (what === 'make') await make(shell, server, district, textOf(given.values.holders), given.values.again === true)
      else if (what === 'open') await open(shell, server, district, rest.join(' '))
      else throw new PlaceError(`usage: ${this.usage}`)
    })
  }
}

async function make(shell: Shell, server: Database, district: string, named: string | undefined, isAgain: boolean): Promise<void> {
  const holders = (named ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
  const known = await inDistrict(server, district, listEscrowKeys)
  if (known.length > 0 && !isAgain)
    throw new PlaceError('there is an escrow key already; --again makes another one, and its pieces replace the old')
  const pieces = await makeEscrowKey(server, district, holders, shell.now())
  shell.say(`${district}: the desks are handed the new key with their next sync. Each piece is shown this once and kept nowhere:`)
  for (const [i, piece] of pieces.entries()) shell.say(`\n  ${holders[i]}\n  ${piece}`)
  shell.say(
    '\nWrite each one down by hand, in an envelope of its own. Any two of the three open a desk; the pieces of older keys stay with them.'
  )
}

async function open(shell: Shell, server: Database, district: string, request: string): Promise<void> {
  const asked = await readAsked(server, district, request || (await ask(shell, 'Request on the screen of the desk: ')))
  shell.say(`Desk ${asked.device.code} (${asked.device.name}) asks. Call the office back on its known number before you answer.`)
  const reason = await ask(shell, 'Why: ')
  const [holders, pieces]: [string[], string[]] = [[], []]
  for (const nth of ['First', 'Second']) {
    holders.push(await ask(shell, `${nth} person, name: `))
    pieces.push(await ask(shell, `${nth} person, piece: `))
  }
  const { code, words } = await answerTo(server, district, asked, { pieces, holders, reason }, shell.now())
  shell.say(`The answer for desk ${asked.device.code}, in letters or in words:\n\n  ${code}\n\n  ${words.join(' ')}`)
}

async function tell(shell: Shell, server: Database, district: string): Promise<void> {
  await inDistrict(server, district, async inside => {
    const [newest] = await listEscrowKeys(inside)
    if (!newest)
      return shell.say(`${district}: there is no escrow key yet. Make one with: npm run district -- escrow make --holders "A, B, C"`)
    shell.say(`${district}: escrow key of ${day(newest.madeAt)}, its pieces with ${namesIn(newest.holders)}`)
    const devices = new Map((await listDevices(inside)).map(({ id, code }) => [id, code]))
    for (const { at, device, holders, reason } of await listOpenings(inside))
      shell.say(`  ${day(at)}  desk ${devices.get(device) ?? device}  ${namesIn(holders)}: ${reason}`)
  })
}

const ask = (shell: Shell, question: string): Promise<string> => {
  if (!shell.ask) throw new PlaceError('this command asks questions: run it where somebody can answer')
  return shell.ask(question)
}
const day = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
const namesIn = (holders: string): string => (JSON.parse(holders) as string[]).join(', ')
