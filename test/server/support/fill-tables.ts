import { inDistrict } from '#server/database/inside'
import type { Database } from '#server/database/place'
import { withDistrict } from '#server/sync/district.store'
import { givenFrame, kept, waiting } from './given-frames'

const bytes = new Uint8Array([1])

/** Puts one row into every table that has none for this district yet, and says which tables there are. */
export async function fillEveryTable(server: Database, district: string): Promise<string[]> {
  await withDistrict(server, district, { at: 1, clock: null }, async store => {
    const frame = givenFrame()
    await store.keep([kept(frame, () => waiting('x'))])
    await store.putRows(new Map([['k', { entity: 'resident', id: 'r', row: { fields: {}, stamps: {} } }]]))
    await store.putClaims([{ name: 'n', value: 'v', entity: 'e', id: 'i' }])
  })
  await inDistrict(server, district, async ({ trx }) => {
    const device = {
      id: 'd',
      code: 'A',
      publicKey: 'k',
      name: 'Loket',
      state: 'active',
      counter: 0,
      callCounter: 0,
      nonceHash: 'h',
      serverNonce: 'n',
      runs: '[]',
      renewals: '[]',
      broughtBytes: 0,
      broughtDay: 0
    } as const
    await trx
      .insertInto('device')
      .values({ district, ...device, enrolledAt: 1 })
      .execute()
    const code = { selector: 'ABCD', hash: 'h', isAutoConfirm: 0, madeAt: 1, expiresAt: 2, tries: 0 }
    await trx
      .insertInto('enrolmentCode')
      .values({ district, ...code })
      .execute()
    await trx.insertInto('blob').values({ district, hash: 'h', size: 1, have: 1, isWhole: 0, device: 'd', madeAt: 1 }).execute()
    await trx.insertInto('blobChunk').values({ district, hash: 'h', start: 0, bytes }).execute()
    const file = { name: 'reference', version: 1, label: 'l', hash: 'h', size: 1, text: 't', signature: 's' }
    await trx
      .insertInto('districtFile')
      .values({ district, ...file })
      .execute()
    await trx.insertInto('idempotent').values({ district, key: 'k', asked: 'a', answer: '{}', at: 1 }).execute()
    await trx.insertInto('feedMark').values({ district, feed: 1, digest: 'd' }).execute()
    await trx.insertInto('escrowKey').values({ district, publicKey: 'k', madeAt: 1, holders: '[]' }).execute()
    await trx.insertInto('escrowOpening').values({ district, at: 1, device: 'd', publicKey: 'k', holders: '[]', reason: 'r' }).execute()
    const head = { device: 'd', place: 1, n: 1, hash: 'h', kind: 'kept', at: 1, signature: 's' } as const
    await trx
      .insertInto('auditHead')
      .values({ district, ...head })
      .execute()
    await trx.insertInto('affectedListing').values({ district, at: 1, device: 'd', listedBy: 'b', reason: 'r', people: 1 }).execute()
    await trx.insertInto('backup').values({ district, at: 1, changes: 1 }).execute()
  })
  const tables = await server.db.introspection.getTables()
  return tables
    .map(({ name }) => name)
    .filter(name => !name.startsWith('kysely'))
    .sort()
}
