import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { framesThread } from '#wire/frame-work'
import { removeSampleFile, sampleFilePath } from '#wire/sample-file'
import { buildApp } from '../app'
import { isLoopback, listenOf, placeOf } from '../config'
import { READ_ONLY } from '../database/fault-word'
import { openDatabase } from '../database/open'
import type { Database, Place } from '../database/place'
import { PlaceError } from '../database/place-error'
import { takeServingLock } from '../database/serving-lock'
import { databaseFile } from '../database/sqlite'
import { type District, listDistricts } from '../districts/districts.store'
import { keepSampleCode } from '../districts/keep-sample-code'
import { makeDistrict, SAMPLE } from '../districts/make-district'
import { LIMITS } from '../limits'
import { noteServed, wasServed } from './served-folders'
import type { Command, Shell } from './shell'
import { readArgs, textOf } from './with-server'

export const serve: Command = {
  usage: 'serve [--data DIR]   runs the server; the first time, on this machine alone, for a sample district',
  async run(shell, args) {
    const running = await startServing(shell, placeOf(shell.env, textOf(readArgs(args).values.data)))
    await new Promise<void>(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    shell.say('Stopping: what is under way is answered first.')
    await running.stop()
  }
}

/** Runs a server until it is stopped. */
export async function startServing(shell: Shell, place: Place): Promise<{ address: string; stop(): Promise<void> }> {
  const ends: (() => unknown)[] = []
  const stop = async (): Promise<void> => {
    for (let end = ends.pop(); end; end = ends.pop()) await end()
  }
  try {
    return { address: await serveAt(shell, place, ends), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Gives the address. What is to be done to end it is added to `ends` as soon as there is something to end. */
async function serveAt(shell: Shell, place: Place, ends: (() => unknown)[]): Promise<string> {
  const listen = listenOf(shell.env)
  // a disk that is not there yet looks like an empty folder
  if (isEmpty(place) && isForReal(shell.env, place))
    throw new PlaceError(`there is no district in ${place.folder}: mount its disk, or make one with \`npm run district -- init\``)
  if (place.kind === 'sqlite') {
    const lock = takeServingLock(place.folder)
    ends.push(() => lock.release())
  }
  const server = await openDatabase(place)
  ends.push(() => server.close())
  if (await server.isReadOnly()) throw new PlaceError(place.kind === 'postgres' ? READ_ONLY : `${place.folder}: it may not be written here`)
  const districts = await districtsOf(server, place, shell)
  if (place.kind === 'sqlite' && districts.some(({ isSample }) => isSample === 0)) noteServed(shell.env, place.folder)
  const app = await buildApp({
    server,
    now: shell.now,
    limits: LIMITS,
    ...(shell.framesProgram ? { frames: framesThread(shell.framesProgram) } : {}),
    log: { write: shell.log },
    ...(listen.tls ? { tls: listen.tls } : {})
  })
  ends.push(() => app.close())
  const bound = await app.listen({ host: listen.host, port: listen.port })
  // Fastify does not know that its listener speaks TLS
  const address = listen.tls ? bound.replace(/^http:/, 'https:') : bound
  shell.say(`The district server listens on ${address}`)
  for (const { district, name } of districts) shell.say(`  ${district} ${name}`)
  shell.say(place.kind === 'sqlite' ? `Its data are in ${place.folder}` : 'Its data are in PostgreSQL')

  const sample = isLoopback(listen.host) ? districts.find(({ isSample }) => isSample === 1) : undefined
  const file = sampleFilePath(shell.env)
  const kept = sample && (await keepSampleCode(server, file, { address, district: sample.district, name: sample.name }, shell.now))
  if (kept) {
    ends.push(() => removeSampleFile(file), kept.stop)
    shell.say(`A desk joins the sample district with the code ${kept.code}; a desk on this machine finds it in ${file}`)
  }
  return address
}

/** Whoever gave it a certificate, or had it serve a district out of this folder, wants no sample there. */
function isForReal(env: Shell['env'], place: Place): boolean {
  const { host, tls } = listenOf(env)
  return tls !== undefined || !isLoopback(host) || (place.kind === 'sqlite' && wasServed(env, place.folder))
}

/** Nothing of a database is there, not even of a restore that was broken off. */
function isEmpty(place: Place): place is Extract<Place, { kind: 'sqlite' }> {
  if (place.kind !== 'sqlite') return false
  const name = basename(databaseFile(place.folder))
  return !existsSync(place.folder) || !readdirSync(place.folder).some(found => found.startsWith(name))
}

async function districtsOf(server: Database, place: Place, { env, now }: Shell): Promise<District[]> {
  const found = await listDistricts(server)
  if (found.length > 0) return found
  if (place.kind === 'postgres' || isForReal(env, place))
    throw new PlaceError('there is no district in this database yet: run `npm run district -- init`')
  await makeDistrict(server, { ...SAMPLE, isSample: true }, now())
  return listDistricts(server)
}
