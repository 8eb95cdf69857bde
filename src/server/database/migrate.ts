import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { firstTables } from './migrations/0001-first-tables'
import { districtFiles } from './migrations/0002-district-files'
import { heardRuns } from './migrations/0003-heard-runs'
import { escrow } from './migrations/0004-escrow'
import { auditHeads } from './migrations/0005-audit-heads'
import { affectedListing } from './migrations/0006-affected-listing'
import { feedRenewals } from './migrations/0007-feed-renewals'
import { handedFeed } from './migrations/0008-handed-feed'
import { brought } from './migrations/0009-brought'
import { parkedInOrder } from './migrations/0010-parked-in-order'
import type { Dialect, Tables } from './tables'

/** Frozen once released; they only add. */
const migrations = (dialect: Dialect): Record<string, Migration> => ({
  '0001-first-tables': firstTables(dialect),
  '0002-district-files': districtFiles(dialect),
  '0003-heard-runs': heardRuns,
  '0004-escrow': escrow(dialect),
  '0005-audit-heads': auditHeads(dialect),
  '0006-affected-listing': affectedListing(dialect),
  '0007-feed-renewals': feedRenewals,
  '0008-handed-feed': handedFeed(dialect),
  '0009-brought': brought(dialect),
  '0010-parked-in-order': parkedInOrder
})

export const NEWEST_VERSION = Object.keys(migrations('sqlite')).length

/** Brings the tables to this version's form: all migrations happen, or none. */
export async function migrate(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations(dialect) } }).migrateToLatest()
  if (error) throw error
}
