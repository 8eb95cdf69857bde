import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type ReferenceSet, readReferenceSet } from '#shared/directory/reference-set'
import type { DistrictFileName } from '#shared/sync/district-file'
import { MOST_SET_BYTES, packSet, trySet } from '#wire/reference-file'
import { SetDoesNotFit } from '#wire/reference-set.store'
import { PROGRAM_FILES } from '#wire/release'
import { inDistrict } from '../database/inside'
import { PlaceError } from '../database/place-error'
import { listFiles } from '../files/files.store'
import { type Bytes, bytesOfFile, publish } from '../files/publish'
import { publishRegistry } from '../files/publish-registry'
import { readRelease } from '../files/read-release'
import type { Command, Shell } from './shell'
import { chosenDistrict, type Given, readArgs, textOf, withServer } from './with-server'

const OPTIONS = { district: { type: 'string' }, label: { type: 'string' } } as const
/** The lists that this program ships with, where it has been built. */
const SHIPPED = 'out/reference/reference.db'

/** Services, papers, rules, holidays and areas as this district has them. */
export const reference: Command = {
  usage:
    'reference [FILE.json] [--label TEXT] [--district CODE]   hands the desks what this district says otherwise than the lists of the program',
  run: (shell, args) =>
    publishing(shell, readArgs(args, OPTIONS, 1), ['reference'], async path => {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST_SET_BYTES) throw new PlaceError(`${path} is too large to be a set`)
      const bytes = packSet(await setIn(path))
      return {
        name: 'reference',
        label: nameOf(path),
        bytes: async function* () {
          yield bytes
        }
      }
    })
}

/** The social registry's extract, as `npm run registry` has made it. */
export const registry: Command = {
  usage: 'registry [FILE] [--label "DTSEN 2026-T4"] [--district CODE]   hands the desks the snapshot of the registry',
  run: (shell, args) =>
    publishing(
      shell,
      readArgs(args, OPTIONS, 1),
      ['registry'],
      async path => ({ name: 'registry', label: nameOf(path), bytes: await bytesOfFile(path) }),
      publishRegistry
    )
}

/** A version of the program for one system, as `npm run release` has made it: signed by its publisher, whom the district cannot stand in for. */
export const program: Command = {
  usage:
    'program [FILE.release] [--label "0.2.0"] [--district CODE]   hands the desks a version of the program, one for Windows beside one for Linux',
  run: (shell, args) =>
    publishing(shell, readArgs(args, OPTIONS, 1), Object.values(PROGRAM_FILES), async path => {
      const { head, bytes } = await readRelease(path)
      return { name: PROGRAM_FILES[head.platform], label: head.version, bytes }
    })
}

type Read = { name: DistrictFileName; label: string; bytes: Bytes }

/** Alone it says what the desks have been handed under these names; with a file it hands them that. */
async function publishing(
  shell: Shell,
  given: Given,
  names: readonly DistrictFileName[],
  read: (path: string) => Promise<Read>,
  hand: typeof publishRegistry = async (server, about, bytes) => publish(server, about, bytes)
): Promise<void> {
  const path = given.rest[0] && resolve(given.rest[0])
  await withServer(shell, given, async server => {
    const district = await chosenDistrict(server, given)
    if (!path) {
      const files = await inDistrict(server, district, listFiles)
      for (const name of names) {
        const file = files.find(known => known.name === name)
        shell.say(file ? `${district}: ${name} ${told(file)}` : `${district}: no ${name} has been published yet.`)
      }
      return
    }
    const { name, bytes, label: usual } = await read(path)
    const label = (textOf(given.values.label) ?? usual).trim().slice(0, 80)
    if (label === '') throw new PlaceError('a label says what people call this edition')
    const { manifest, isNew, difference } = await hand(server, { district, name, label, now: shell.now() }, bytes, path)
    shell.say(isNew ? `${district}: published ${name} ${told(manifest)}` : `${district}: this is what the desks have been handed already.`)
    if (difference)
      shell.say(`${district}: desks that hold the edition before fetch ${Math.ceil(difference.size / 1024)} kB of difference.`)
  })
}

const nameOf = (path: string): string => basename(path).replace(/\.[a-z]+$/i, '')

const told = ({ label, version, size, hash }: { label: string; version: number; size: number; hash: string }): string =>
  `"${label}", ${new Date(version).toISOString().slice(0, 16).replace('T', ' ')} UTC, ${Math.ceil(size / 1024)} kB, ${hash.slice(0, 12)}`

/** A set that every desk will be able to use, or a word on what is wrong with it. */
async function setIn(path: string): Promise<ReferenceSet> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new PlaceError(`${path} cannot be read`)
  })
  const found = readReferenceSet(text)
  if (found.kind === 'newer') throw new PlaceError(`${path} was written for a newer version of this program`)
  if (found.kind === 'wrong') throw new PlaceError(`${path} is no reference set:\n  ${found.places.slice(0, 10).join('\n  ')}`)
  if (!existsSync(SHIPPED)) throw new PlaceError('the lists of the program are not here to try the set on: run `npm run build` first')
  try {
    trySet(SHIPPED, found.set)
  } catch (error) {
    if (!(error instanceof SetDoesNotFit)) throw error
    throw new PlaceError(`${path} does not fit the lists of the program: ${error.message}`)
  }
  return found.set
}
