import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { placeOf } from '../config'
import { openDatabase } from '../database/open'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { databaseFile } from '../database/sqlite'
import { listDistricts } from '../districts/districts.store'
import type { Shell } from './shell'

type Options = Record<string, { type: 'string' | 'boolean' }>
export type Given = { values: Record<string, string | boolean | undefined>; rest: string[] }

/** The options of a command, besides `--data`, and at most so many words beside them. */
export function readArgs(args: string[], options: Options = {}, words = 0): Given {
  const { values, positionals } = parsed(args, options)
  if (positionals.length > words) throw new PlaceError(`"${positionals[words]}" is not understood here: see npm run district -- --help`)
  return { values: values as Given['values'], rest: positionals }
}

function parsed(args: string[], options: Options) {
  try {
    return parseArgs({ args, options: { data: { type: 'string' }, ...options }, allowPositionals: true })
  } catch (error) {
    // what Node says besides is about how to write such a word all the same
    const [said = ''] = (error as Error).message.split('. ')
    throw new PlaceError(`${said.replace(/\.$/, '')}: see npm run district -- --help`)
  }
}

export const textOf = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

/** Does a piece of work on the database of this machine, whether or not a server runs on it; only where it `mayMake` one is a folder without any no fault. */
export async function withServer<T>(
  shell: Shell,
  given: Given,
  work: (server: Database) => Promise<T>,
  { mayMake = false } = {}
): Promise<T> {
  const place = placeOf(shell.env, textOf(given.values.data))
  if (!mayMake && place.kind === 'sqlite' && !existsSync(databaseFile(place.folder)))
    throw new PlaceError(`there is no district here yet, in ${place.folder}: run \`npm run district -- init\``)
  const server = await openDatabase(place)
  try {
    return await work(server)
  } finally {
    await server.close()
  }
}

/** The district that is meant: the one named, or the only one. */
export async function chosenDistrict(server: Database, given: Given): Promise<string> {
  const codes = (await listDistricts(server)).map(({ district }) => district)
  const named = textOf(given.values.district)
  if (named !== undefined && codes.includes(named)) return named
  if (named === undefined && codes[0] !== undefined && codes.length === 1) return codes[0]
  if (codes.length === 0) throw new PlaceError('there is no district here yet: run `npm run district -- init`')
  const choice = `--district ${codes.join(' or --district ')}`
  throw new PlaceError(named === undefined ? `say which district: ${choice}` : `there is no district ${named} here: ${choice}`)
}

/** What a command that is named to somebody needs beside it where this server keeps several districts. */
export async function flagFor(server: Database, district: string): Promise<string> {
  return (await listDistricts(server)).length > 1 ? ` --district ${district}` : ''
}
