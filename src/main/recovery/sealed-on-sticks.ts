import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Doors } from '#shared/recovery/recovery.contract'
import { openJournals } from '../changes/second-journal'
import { openCopy } from '../database/open'
import { type DeskKeys, keysIn } from '../keys/desk-keys'
import { doorOf, ESCROW_FILE } from '../keys/escrow-key'
import { NEW_RECOVERY_FILE, openSealed, RECOVERY_FILE, type Unsealed } from '../keys/recovery-key'
import { readSealed, type SealedKeys, writeSealed } from '../keys/sealed-keys'
import { copyFoldersOnSticks } from './from-stick'
import { sourcesOf } from './sources'

// What opens a desk's data lies sealed beside its copies on a stick: the way in where neither keys nor copies are left on the PC.

type OnStick = { name: string; file: SealedKeys }

async function sealedOnSticks(): Promise<OnStick[]> {
  const folders = await copyFoldersOnSticks()
  return folders.flatMap(folder =>
    [RECOVERY_FILE, NEW_RECOVERY_FILE, ESCROW_FILE].flatMap(name => {
      const file = readSealed(join(folder, name))
      return file ? [{ name, file }] : []
    })
  )
}

/** The ways in that lie on the sticks that are in: when the newest code was made, and what the district is told to open each desk. */
export async function doorsOnSticks(): Promise<Doors> {
  const found = (await sealedOnSticks()).map(({ file }) => file)
  const codes = found.filter(file => !file.escrow).map(file => file.madeAt)
  // a desk may lie on two sticks
  const requests = new Map(found.flatMap(file => doorOf(file) ?? []).map(door => [door.request, door]))
  return { code: codes.length > 0 ? Math.max(...codes) : null, district: [...requests.values()] }
}

/**
 * What a code, from paper or the district, opens on the sticks that are in, if these keys are those of the data here: a stick may carry several desks.
 * `keepHere` puts what was sealed back, so that the envelope opens the data without the stick too.
 */
export async function openFromSticks(data: string, typed: string): Promise<Unsealed & { keepHere?: () => void }> {
  const found = await sealedOnSticks()
  for (const { name, file } of found) {
    const opened = openSealed([file], typed)
    if (opened.kind !== 'opened') continue
    return areOfHere(data, keysIn(opened.content)) ? { ...opened, keepHere: () => writeSealed(data, name, file) } : { kind: 'wrong' }
  }
  return { kind: found.length === 0 ? 'none' : 'wrong' }
}

/** Where nothing is left that could tell, they are. */
function areOfHere(data: string, keys: DeskKeys): boolean {
  const files = sourcesOf(data, keys).flatMap(({ file }) => file ?? [])
  if (files.length === 0 && !hasJournal(data)) return true
  return files.some(file => opens(file, keys)) || reads(data, keys)
}

function opens(file: string, { databaseKey }: DeskKeys): boolean {
  try {
    const copy = openCopy(file, databaseKey)
    try {
      return copy.prepare('select count(*) from sqlite_master').get() !== undefined
    } finally {
      copy.close()
    }
  } catch {
    return false // another key, or damaged: the others may tell
  }
}

const hasJournal = (data: string): boolean => existsSync(join(data, 'journal')) && readdirSync(join(data, 'journal')).length > 0

function reads(data: string, { databaseKey: key, device }: DeskKeys): boolean {
  const journal = openJournals({ data, key, device, day: () => '0000-00-00' })
  try {
    return journal.read(0).entries.length > 0
  } finally {
    journal.close()
  }
}
