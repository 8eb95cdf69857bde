import { readFileSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { RegistryScope } from '#shared/registry/edition'
import { writeSynced } from '#wire/write-synced'

/** The villages whose people this desk holds of what the district hands out; null for the whole district. */
export type DeskScope = readonly string[] | null

const fileIn = (folder: string): string => join(folder, 'scope.json')

/** A note that cannot be read is an empty list: such a desk takes nothing in until somebody has chosen anew. */
export function readScope(folder: string): DeskScope {
  let text: string
  try {
    text = readFileSync(fileIn(folder), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return RegistryScope.shape.villages.parse(JSON.parse(text))
  } catch {
    return []
  }
}

export async function writeScope(folder: string, villages: DeskScope): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (villages) writeSynced(fileIn(folder), JSON.stringify([...new Set(villages)].sort()))
  else rmSync(fileIn(folder), { force: true })
}
