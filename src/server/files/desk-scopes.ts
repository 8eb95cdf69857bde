import { readScopes, type ScopesSaid } from '#shared/office/desk-scope'
import { readBlob } from '../attachments/read-blob'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { listFiles } from './files.store'
import { publish } from './publish'

/** What the district has said of its desks last; nothing yet is a word too. */
export async function readPublishedScopes(server: Database, district: string): Promise<ScopesSaid> {
  const file = (await inDistrict(server, district, listFiles)).find(({ name }) => name === 'desk-scopes')
  if (!file) return { format: 1, desks: {} }
  const pieces: Uint8Array[] = []
  for await (const piece of readBlob(server, district, file.hash, 0, file.size - 1)) pieces.push(piece)
  const said = readScopes(Buffer.concat(pieces).toString('utf8'))
  if (!said) throw new PlaceError('what was said of the desks was written by a newer version of this program')
  return said
}

/** Hands it to all desks; each finds itself in it by its letter. */
export async function publishScopes(server: Database, district: string, said: ScopesSaid, now: number): Promise<void> {
  const label = Object.keys(said.desks).sort().join(', ').slice(0, 80) || '-'
  const bytes = Buffer.from(JSON.stringify(said))
  await publish(server, { district, name: 'desk-scopes', label, now }, async function* () {
    yield bytes
  })
}
