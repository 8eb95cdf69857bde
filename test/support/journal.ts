// Looking into a journal from outside, and the ways a desk can come to need it.
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { snapshot } from '#main/changes/fold'
import { Journal } from '#main/changes/journal'
import { changesAfter } from '#main/changes/log'
import { readKeys } from '#main/keys/desk-keys'
import { givenCase, givenLetterOrder } from './given'
import { actAs, testDesk, testSecrets, value } from './test-desk'

/** What the journal of a folder holds, read as the desk reads it. */
export async function journalOf(data: string) {
  const found = await readKeys(join(data, 'keys'), testSecrets())
  if (found.kind !== 'found') throw new Error('no keys')
  return new Journal(join(data, 'journal'), found.keys.databaseKey, () => '2026-11-23').read(0)
}

/** The names and bytes of everything in a folder. */
export function bytesOf(folder: string): Record<string, string> {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter(name => statSync(join(folder, name)).isFile()).sort()
  return Object.fromEntries(
    files.map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')
    ])
  )
}

/** Opens the folder again, as the next morning does. */
export async function reopen(folder: string, now?: number) {
  const at = await testDesk({ folder, ...(now ? { now } : {}) })
  await actAs(at, 'front-office')
  return at
}

/** A desk that was closed, and a copy of its database as it was before its last letter. */
export async function rolledBack() {
  const first = await testDesk({ officer: 'front-office' })
  const { data } = first
  const found = await givenCase(first.api)
  await first.close()
  copyFileSync(join(data, 'desk.db'), join(data, 'older.db'))
  const second = await reopen(data)
  const letter = value(await second.api.letters.issue(await givenLetterOrder(second.api, found.id)))
  const pdf = value(await second.api.letters.pdf({ letterId: letter.id }))
  const [rows, log] = [snapshot(second.desk.raw), changesAfter(second.desk.raw, 0)]
  await second.close()
  copyFileSync(join(data, 'older.db'), join(data, 'desk.db'))
  return { data, letter, pdf, rows, log }
}

/** The line with one character turned into another. */
export const flipped = (line = ''): string => `${line.slice(0, 40)}${line[40] === 'A' ? 'B' : 'A'}${line.slice(41)}`
