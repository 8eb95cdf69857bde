import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { type Migration, Migrator } from 'kysely/migration'
import { foldAgain } from '../changes/fold'
import { beforeFile, dropOlderBefores, unfinishedBefore } from './before-file'
import { firstTables } from './migrations/0001-first-tables'
import { replication } from './migrations/0002-replication'
import { audit } from './migrations/0003-audit'
import { dataQuality } from './migrations/0003-data-quality'
import { registryAnswers } from './migrations/0004-registry-answers'
import { screenLock } from './migrations/0005-screen-lock'
import { satisfaction } from './migrations/0006-satisfaction'
import { deskPin } from './migrations/0007-desk-pin'
import { auditCountersign } from './migrations/0008-audit-countersign'
import { deskScope } from './migrations/0009-desk-scope'
import { yearsOfWork } from './migrations/0010-years-of-work'
import { clockChecks } from './migrations/0011-clock-checks'
import { nameKeys } from './migrations/0012-name-keys'
import { pairsAnew } from './migrations/0013-pairs-anew'
import { mergedNames } from './migrations/0014-merged-names'
import { flawChecks } from './migrations/0015-flaw-checks'
import { oldAttachments } from './migrations/0017-old-attachments'
import { ClosedError, openCopy } from './open'
import type { Reader } from './tables'

/** Frozen once released; they only add. */
const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-replication': replication,
  '0003-audit': audit,
  '0003-data-quality': dataQuality,
  '0004-registry-answers': registryAnswers,
  '0005-screen-lock': screenLock,
  '0006-satisfaction': satisfaction,
  '0007-desk-pin': deskPin,
  '0008-audit-countersign': auditCountersign,
  '0009-desk-scope': deskScope,
  '0010-years-of-work': yearsOfWork,
  '0011-clock-checks': clockChecks,
  '0012-name-keys': nameKeys,
  '0013-pairs-anew': pairsAnew,
  '0014-merged-names': mergedNames,
  '0015-flaw-checks': flawChecks,
  '0016-pairs-by-village': pairsAnew,
  '0017-old-attachments': oldAttachments
}
export const NEWEST_VERSION = Object.keys(migrations).length

/**
 * Brings the tables to this version's form. Before an existing database is touched, a copy is made beside it, opened with the key and checked;
 * the copy is left there in place of earlier ones, so that the version before can still be used. All migrations happen, or none.
 */
export async function migrate(raw: Database, db: Reader, file: string, key: Uint8Array): Promise<void> {
  const version = raw.pragma('user_version', { simple: true }) as number
  if (version === NEWEST_VERSION) return
  if (version > 0) copyBefore(raw, beforeFile(file, NEWEST_VERSION), key)
  // Kysely gives each statement of SQLite its own transaction: a crash between two would leave half of the tables
  raw.exec('begin immediate')
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
    if (error) throw error
    // the log is the truth: a new version folds it as it understands it
    foldAgain(raw)
    raw.pragma(`user_version = ${NEWEST_VERSION}`)
    raw.exec('commit')
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback')
    throw error
  }
  dropOlderBefores(file, NEWEST_VERSION)
}

/** A copy that opens, is whole, and holds as many changes as the original; otherwise nothing stays of it, because it may have taken the last of the disk. */
export function copyBefore(raw: Database, copy: string, key: Uint8Array): void {
  const unfinished = unfinishedBefore(copy)
  rmSync(unfinished, { force: true })
  try {
    raw.prepare('vacuum into ?').run(unfinished)
    if (!isSame(raw, unfinished, key)) throw new ClosedError('damaged')
    if (existsSync(copy)) rmSync(copy)
    renameSync(unfinished, copy)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function isSame(raw: Database, file: string, key: Uint8Array): boolean {
  const check = openCopy(file, key)
  try {
    const count = (db: Database) => (db.prepare('select count(*) as n from "change"').get() as { n: number }).n
    return check.pragma('integrity_check', { simple: true }) === 'ok' && count(check) === count(raw)
  } finally {
    check.close()
  }
}
