import { writeFileSync } from 'node:fs'
import { countersign } from '#wire/audit-head'
import { findBase, findHead, listHeads } from '../audit/heads.store'
import { acceptLog } from '../audit/take-head'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { listDevices } from '../devices/devices.store'
import { districtKey } from '../districts/district-key'
import { deskNamed } from './desk-named'
import type { Command, Shell } from './shell'
import { chosenDistrict, readArgs, textOf, withServer } from './with-server'

/** How far the access logs of the desks are known here, and the proof of it for whoever looks into one. */
export const accessLog: Command = {
  usage:
    'access-log [--desk A [--out FILE] [--accept "REASON"]] [--district CODE]   how far each access log is known; FILE for `npm run audit -- verify`',
  async run(shell, args) {
    const options = { desk: { type: 'string' }, out: { type: 'string' }, accept: { type: 'string' }, district: { type: 'string' } } as const
    const given = readArgs(args, options)
    const [desk, out, reason] = [given.values.desk, given.values.out, given.values.accept].map(textOf)
    if (!desk && (out !== undefined || reason !== undefined)) throw new PlaceError(`usage: ${this.usage}`)
    await withServer(shell, given, async server => {
      const district = await chosenDistrict(server, given)
      if (!desk) await tellAll(shell, server, district)
      else {
        if (reason !== undefined) await accept(shell, server, district, desk.toUpperCase(), reason)
        await tellOne(shell, server, district, desk.toUpperCase())
        if (out !== undefined) await writeProof(shell, server, district, desk.toUpperCase(), out)
      }
    })
  }
}

async function tellAll(shell: Shell, server: Database, district: string): Promise<void> {
  await inDistrict(server, district, async inside => {
    const devices = await listDevices(inside)
    if (devices.length === 0) shell.say('No desk has been taken in yet.')
    for (const { id, code } of devices) {
      const [newest, base] = [await findHead(inside, id), await findBase(inside, id)]
      const known = base?.kind === 'kept' ? `known up to line ${base.n}, ${moment(base.at)}` : 'not known yet'
      shell.say(`desk ${code}: ${known}${newest?.kind === 'contradicts' ? `; CONTRADICTED on ${moment(newest.at)}` : ''}`)
    }
  })
}

async function tellOne(shell: Shell, server: Database, district: string, desk: string): Promise<void> {
  const heads = await inDistrict(server, district, async inside => listHeads(inside, (await deskNamed(inside, desk)).id))
  if (heads.length === 0) return shell.say(`desk ${desk}: its access log is not known yet`)
  const SHOWN = 20
  for (const { n, hash, kind, at, reason } of heads.slice(0, SHOWN))
    shell.say(`${moment(at)}  ${n}:${hash.slice(0, 16)}  ${kind}${reason === null ? '' : `: ${reason}`}`)
  if (heads.length > SHOWN) shell.say(`and ${heads.length - SHOWN} older`)
}

async function accept(shell: Shell, server: Database, district: string, desk: string, reason: string): Promise<void> {
  if (reason.trim() === '') throw new PlaceError('say why the log of this desk is another one')
  await inDistrict(server, district, async inside => acceptLog(inside, (await deskNamed(inside, desk)).id, reason.trim(), shell.now()))
  shell.say(`desk ${desk}: what it tells next counts; what it told before stays here.`)
}

async function writeProof(shell: Shell, server: Database, district: string, desk: string, out: string): Promise<void> {
  const key = await districtKey(server, district)
  const kept = await inDistrict(server, district, async inside =>
    (await listHeads(inside, (await deskNamed(inside, desk)).id)).find(({ kind }) => kind === 'kept')
  )
  if (!kept) throw new PlaceError(`desk ${desk}: its access log is not known yet`)
  const { device, n, hash, at } = kept
  writeFileSync(out, `${JSON.stringify(countersign({ district, device, n, hash, at }, key))}\n`, { flag: 'wx' })
  shell.say(`written to ${out}: npm run audit -- verify --data DIR --countersign ${out}`)
}

const moment = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
