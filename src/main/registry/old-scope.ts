import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { OwnScope } from '#shared/office/desk-scope'
import { ok } from '#shared/result'
import { patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'

const fileIn = (folder: string): string => join(folder, 'scope.json')

/** The villages of this desk as earlier versions kept them: in a file beside the register, which a new PC did not get. One that cannot be read is an empty choice. */
export function readOldScope(folder: string): OwnScope | undefined {
  const file = fileIn(folder)
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) return undefined
  const own = { officerId: null, at: Math.round(stat.mtimeMs) }
  try {
    return OwnScope.parse({ villages: JSON.parse(readFileSync(file, 'utf8')), ...own })
  } catch {
    return { villages: [], ...own }
  }
}

/** Moves that choice into the log, beside this desk's key. */
export async function adoptOldScope(desk: Desk): Promise<void> {
  const old = readOldScope(desk.registry.folder)
  const device = old && (await find(desk.db, 'device', desk.author.device))
  if (!old || !device) return
  if (!device.serves) await write(desk, async trx => ok(patch(trx, 'device', device.id, { serves: old })))
  rmSync(fileIn(desk.registry.folder), { force: true })
}
