// Opens what a broken disk has left, by the ways that an officer has, and asks it for everything that it stood for.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from '#main/backups/backup-file'
import { backupWork } from '#main/backups/backup-work'
import { checkLog } from '#main/changes/check-log'
import { headOf } from '#main/changes/log'
import { isBeforeFile } from '#main/database/before-file'
import { ClosedError, openCopy } from '#main/database/open'
import type { Desk } from '#main/desk'
import { MARK_FILE } from '#main/erasure/mark'
import { adoptKeys, readKeys } from '#main/keys/desk-keys'
import { NEW_RECOVERY_FILE, openWithCode, RECOVERY_FILE } from '#main/keys/recovery-key'
import { sealedIn } from '#main/keys/sealed-keys'
import { closeDesk } from '#main/open-desk'
import { inTheOpen } from '../lone-desk.ts'
import { openAt } from './desk-of.ts'
import { type Flow, mend } from './flows.ts'
import type { Said } from './said-by.ts'

const TROUBLES = ['lost', 'half', 'corrupt', 'closed', 'backupsLost', 'ghosts'] as const
export type Trouble = (typeof TROUBLES)[number]
export const noTrouble = (): Record<Trouble, number> => Object.fromEntries(TROUBLES.map(kind => [kind, 0])) as Record<Trouble, number>
export type Tell = (kind: Trouble, what: string) => void

/** `isThorough`: folds the log, reads every copy and asks the flow; slow, so not every state of thousands does it. */
export type Looking = { said: readonly Said[]; isThorough: boolean; atMost?: number | undefined }

export async function look(data: string, flow: Flow, { said, isThorough, atMost }: Looking, tell: Tell): Promise<void> {
  try {
    const desk = await openAgain(data, flow, said)
    if (desk === 'erased') {
      const left = readdirSync(data).filter(name => name !== MARK_FILE)
      if (left.length > 0) tell('half', `erased, but for ${left.join()}`)
      return
    }
    if (said.some(({ isErased }) => isErased)) tell('lost', 'it was erased and opens again')
    try {
      askForAll(desk, data, said, tell)
      if (atMost !== undefined && headOf(desk.raw).seq > atMost) tell('ghosts', `change ${headOf(desk.raw).seq} was refused and is there`)
      if (isThorough) await readAll(desk, data, flow, tell)
    } finally {
      await closeDesk(desk)
    }
  } catch (error) {
    tell('closed', error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** A desk that says why it is closed, where the flow allows that reason, is opened as its screen offers it. */
async function openAgain(data: string, flow: Flow, said: readonly Said[]): Promise<Desk | 'erased'> {
  try {
    return await openAt(data)
  } catch (error) {
    if (flow.mayBeErased && error instanceof ClosedError && error.reason === 'erased') return 'erased'
    if (!(error instanceof ClosedError) || !flow.mayBeClosed?.includes(error.reason)) throw error
    if (error.reason === 'damaged' || error.reason === 'database-missing') await mend(data)
    else {
      const opened = openWithAny(data, codesOf(said))
      if (!opened) throw new Error('no code that is on paper opens the data')
      await adoptKeys(join(data, 'keys'), opened, inTheOpen)
    }
    return openAt(data)
  }
}

/** The code on paper, and the one that was being put in its place when the desk stopped. */
function codesOf(said: readonly Said[]): string[] {
  const last = said.findLastIndex(({ code }) => code !== undefined)
  return said.slice(Math.max(last, 0)).flatMap(({ code, nextCode }) => [code ?? [], nextCode ?? []].flat())
}

function openWithAny(data: string, codes: readonly string[]): Uint8Array | undefined {
  for (const code of codes) {
    const opened = openWithCode(data, code)
    if (opened.kind === 'opened') return opened.content
  }
  return undefined
}

function askForAll(desk: Desk, data: string, said: readonly Said[], tell: Tell): void {
  const last = said.at(-1) ?? { seq: 0, hash: '' }
  const kept = desk.raw.prepare('select n from "change" where hash = ?').pluck()
  if (last.seq > 0 && kept.get(last.hash) === undefined) tell('lost', `change ${last.seq} was acknowledged and is gone`)
  const here = new Set(listBackups(join(data, 'backups'), desk.author.publicKey).map(({ name }) => name))
  for (const { backup } of said) if (backup !== undefined && !here.has(backup)) tell('backupsLost', `${backup} is gone`)
  const codes = codesOf(said)
  if (codes.length > 0 && !opensWithAny(data, codes)) tell('lost', 'no recovery code that is on paper opens the data')
}

/** Trying a code is slow on purpose: of the same sealed keys it is tried once. */
const tried = new Map<string, boolean>()
function opensWithAny(data: string, codes: readonly string[]): boolean {
  const sealed = [RECOVERY_FILE, NEW_RECOVERY_FILE].flatMap(name => [name, ...sealedIn(data, name).map(({ file }) => file.sealed)])
  const name = [...codes, ...sealed].join(' ')
  const opens = tried.get(name) ?? openWithAny(data, codes) !== undefined
  tried.set(name, opens)
  return opens
}

async function readAll(desk: Desk, data: string, flow: Flow, tell: Tell): Promise<void> {
  if (desk.raw.pragma('integrity_check', { simple: true }) !== 'ok') tell('corrupt', 'the database is not whole')
  for (const table of (await checkLog(desk.db, desk.raw)).differences) tell('half', `${table} is not what the log says`)
  const keys = await readKeys(join(data, 'keys'), inTheOpen)
  for (const note of listBackups(join(data, 'backups'), desk.author.publicKey)) {
    const isWhole = keys.kind === 'found' && (await backupWork.check(join(data, 'backups', note.name), keys.keys.databaseKey, note)).isWhole
    if (!isWhole) tell('corrupt', `${note.name} is not whole`)
  }
  for (const name of readdirSync(data).filter(isBeforeFile))
    if (keys.kind === 'found' && !isWholeCopy(join(data, name), keys.keys.databaseKey)) tell('corrupt', `${name} is not whole`)
  const trouble = await flow.holds?.(desk, data)
  if (trouble) tell('half', trouble)
}

function isWholeCopy(file: string, key: Uint8Array): boolean {
  try {
    const copy = openCopy(file, key)
    try {
      return copy.pragma('integrity_check', { simple: true }) === 'ok'
    } finally {
      copy.close()
    }
  } catch {
    return false
  }
}
