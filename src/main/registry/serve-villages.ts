import { readScopes } from '#shared/office/desk-scope'
import type { Desk } from '../desk'
import type { DeskScopes } from '../office/desk-scopes'
import type { DistrictFiles, FileTaker, ReadableFile } from '../sync/district-files'

/** More than any list of desks and their villages. */
const MOST_BYTES = 4 * 1_048_576

/** The district's register is taken anew by what this desk holds from now on; until then the one in service answers. */
export async function takeAnew({ files, announce, report }: Pick<Desk, 'files' | 'announce' | 'report'>): Promise<void> {
  await files.renew('registry')
  announce({ kind: 'data-changed', entities: [] })
  // what lies here whole is taken while the desk is used
  void files.retry().catch(error => report('district-files', error))
}

/** Hears what the district says of its desks; where it changes what this desk holds, `changed` is told when the word is in force. */
export const scopesTaker =
  (scopes: DeskScopes, changed: () => void): FileTaker =>
  async file => {
    const said = await wordIn(file)
    if (!said) return 'newer-program'
    const before = scopes.own().villages?.join()
    scopes.hear(said)
    if (scopes.own().villages?.join() !== before) changed()
    return 'taken'
  }

/** The word as it lies here since it was taken. One that the disk has spoilt lets nothing in, and is fetched again. */
export async function hearHeldScopes(scopes: DeskScopes, files: DistrictFiles): Promise<void> {
  const held = files.held('desk-scopes')
  const said = held && (await wordIn(held).catch(() => undefined))
  if (held && !said) await files.renew('desk-scopes')
  const before = scopes.own().villages?.join()
  scopes.hear(held ? (said ?? 'unreadable') : undefined)
  // what is on its way was looked at before the district's word was known
  const isComing = files.standings().some(({ name, next }) => name === 'registry' && next)
  if (isComing && scopes.own().villages?.join() !== before) await files.renew('registry')
}

async function wordIn({ manifest, read }: ReadableFile) {
  if (manifest.size > MOST_BYTES) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of read()) pieces.push(piece)
  return readScopes(Buffer.concat(pieces).toString('utf8'))
}
