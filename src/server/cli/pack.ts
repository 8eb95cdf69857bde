import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { listDevices } from '../devices/devices.store'
import { unasked } from './pack-answer'
import { type LaneSaid, nothingSaid } from './pack-lane'
import { ANSWER, type Found, lookAt, takePack, WORDS, wordFor } from './pack-take'
import { writeAnswer } from './pack-write'
import type { Command, Shell } from './shell'
import { chosenDistrict, readArgs, textOf, withServer } from './with-server'

export const pack: Command = {
  usage: `pack --in FILE... [--out DIR]   takes packs that desks wrote to a stick, and writes the answer for each desk
  pack --for DESK [--with-difference] [--out DIR] [--district CODE]   writes a pack with everything for a desk that has not asked;
    the registry as a whole, and what leads to it from the edition before when that is wanted too`,
  async run(shell, args) {
    const given = readArgs(
      args,
      {
        in: { type: 'string' },
        out: { type: 'string' },
        for: { type: 'string' },
        district: { type: 'string' },
        'with-difference': { type: 'boolean' }
      },
      Number.POSITIVE_INFINITY
    )
    const [first, desk] = [textOf(given.values.in), textOf(given.values.for)?.toUpperCase()]
    if ((first === undefined) === (desk === undefined)) throw new PlaceError(`usage: ${this.usage}`)
    const out = resolve(textOf(given.values.out) ?? '.')
    if (!statSync(out, { throwIfNoEntry: false })?.isDirectory()) throw new PlaceError(`there is no folder ${out}`)
    await withServer(shell, given, async server => {
      const said = nothingSaid(given.values['with-difference'] === true)
      if (desk !== undefined) return writeUnasked(shell, server, await chosenDistrict(server, given), desk, out, said)
      return takeAll(shell, server, [first ?? '', ...given.rest], out)
    })
  }
}

async function writeUnasked(shell: Shell, server: Database, district: string, code: string, out: string, said: LaneSaid): Promise<void> {
  const device = (await inDistrict(server, district, listDevices)).find(known => known.code === code)
  if (!device) throw new PlaceError(`there is no desk ${code}`)
  if (device.state !== 'active') throw new PlaceError(`desk ${code} ${WORDS[device.state]}`)
  const at = { server, district, now: shell.now() }
  shell.say(`For desk ${code}: ${await writeAnswer(at, device, out, unasked(at, device), said)}`)
}

type Given = Found & { path: string; said?: LaneSaid }

/**
 * All packs are taken, whatever is wrong with one of them, and only then are they answered, so that each desk's answer holds what the
 * others brought. Of each desk's the newest is answered, as it holds what the older ones did.
 */
async function takeAll(shell: Shell, server: Database, files: string[], out: string): Promise<void> {
  const found: Given[] = []
  let refused = 0
  const refuse = (file: string, word: string) => {
    refused++
    shell.say(`${file}: ${word}`)
  }
  const take = async (one: Given, to: string | undefined) => {
    const result = await takePack(server, one.path, one, shell.now(), to, one.said).catch(error => ({ word: wordFor(error) }))
    if ('word' in result) refuse(basename(one.path), result.word)
    return 'word' in result ? undefined : result
  }
  for (const path of files) {
    const file = basename(path)
    const result = await lookAt(server, path).catch(error => wordFor(error))
    if (result === ANSWER) shell.say(`${file}: ${result}`)
    else if (typeof result === 'string') refuse(file, result)
    else found.push({ path, ...result })
  }
  const taken: Given[] = []
  for (const one of found.sort((a, b) => a.at - b.at)) {
    const result = await take(one, undefined)
    if (result) taken.push({ ...one, said: result.said })
  }
  for (const [i, one] of taken.entries()) {
    const isNewest = !taken.slice(i + 1).some(({ district, device }) => district === one.district && device.id === one.device.id)
    const answer = isNewest && (await take(one, out))
    if (answer) shell.say(`${basename(one.path)}: taken; the answer for desk ${one.device.code} is ${answer.answer}`)
    else if (!isNewest) shell.say(`${basename(one.path)}: taken`)
  }
  if (refused > 0) throw new PlaceError(refused === 1 ? '1 file was not taken.' : `${refused} files were not taken.`)
}
