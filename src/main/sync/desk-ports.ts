import { createPublicKey, type KeyObject } from 'node:crypto'
import type { DeskPorts } from '#shared/sync/desk-store'
import { PLAIN_LAYOUT } from '#shared/sync/frame'
import { frameLayout, openFrame, sealFrame } from '#wire/frames'
import { isRosterOf } from '#wire/roster'
import { noteClockCheck } from '../changes/clock-checks'
import { statement } from '../changes/rows'
import type { Desk } from '../desk'
import { deskLogStore } from './desk-log.store'

/** A key as it is kept: Ed25519, SPKI in DER. */
export const keyFrom = (der: Uint8Array): KeyObject => createPublicKey({ key: Buffer.from(der), type: 'spki', format: 'der' })

const BOOT = 6

/** How frames go on a line: how hard they are pressed, and whether laying them out is worth its time. */
export type Pressing = { level: number; isPlain: boolean }

type Talker = Pick<Desk, 'raw' | 'author' | 'moment' | 'clock'> & { sync: Pick<Desk['sync'], 'time'> }

/** What a conversation needs of this desk: its log, its key, the district's keys. */
export function deskPorts(desk: Talker, district: string, districtKey: KeyObject, pressing: Pressing): DeskPorts {
  const { raw, author } = desk
  const keys = new Map<string, KeyObject>([[author.device, author.publicKey]])
  const keyOf = (device: string): KeyObject | undefined => {
    const known = keys.get(device)
    if (known) return known
    const row = statement(raw, 'select public_key as der from roster where device = ?').raw(false).get(device) as
      | { der: Uint8Array }
      | undefined
    if (row) keys.set(device, keyFrom(row.der))
    return keys.get(device)
  }
  return {
    store: deskLogStore(raw, author, district),
    // the beginning of a run's name tells it from this desk's other runs
    clock: () => ({ ...desk.moment(), boot: desk.moment().boot.slice(0, BOOT) }),
    layout: pressing.isPlain ? PLAIN_LAYOUT : frameLayout(),
    seal: (changes, isPlain) => sealFrame(changes, { district, privateKey: author.privateKey, level: pressing.level, isPlain }),
    open: frame => {
      const key = keyOf(frame.device)
      const opened = key && openFrame(frame, district, key)
      return opened === 'another-layout' ? undefined : opened
    },
    isGenuine: roster => isRosterOf(district, roster, districtKey),
    learnTime: now => {
      desk.sync.time.learn(now)
      noteClockCheck(raw, { device: author.device, at: desk.moment() }, now)
      statement(raw, 'update here set last_server_at = ?, last_contact_at = ?').run(now, desk.clock.now())
    }
  }
}

/** Runs a step of replication while no transaction of the office is open on the one connection. */
export const stepAlone =
  (desk: Pick<Desk, 'db'>) =>
  <T>(step: () => T): Promise<T> =>
    desk.db.connection().execute(async () => step())
