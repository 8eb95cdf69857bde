import { hkdfSync, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openRegistry } from '#registry/open'
import { localDateOf, type TimeZone } from '#shared/clock'
import { AuditBook } from './audit/audit-book'
import { backupsOf } from './backups/backups'
import { headOf } from './changes/log'
import { recoverFromJournal } from './changes/recover'
import { statement } from './changes/rows'
import { openJournals } from './changes/second-journal'
import { migrate, NEWEST_VERSION } from './database/migrate'
import { asClosed, ClosedError, openDatabase, readerOf } from './database/open'
import type { Desk } from './desk'
import { isDiskFull } from './disk-full'
import { finishErasing } from './erasure/erasing'
import { keepFace } from './intake/book-copies'
import { waitingBook } from './intake/waiting-book'
import { type DeskKeys, makeKeys, readKeys } from './keys/desk-keys'
import { KeptOutside } from './keys/kept-outside'
import type { Secrets } from './keys/secrets'
import { settleHere } from './keys/settle-here'
import { mendOutside } from './officers/mend-outside'
import { lockAway } from './officers/screen-lock'
import { screenWatch } from './officers/screen-watch'
import { seatAgain } from './officers/seated'
import { openFiles } from './open-files'
import type { Ports } from './ports'
import { finishFetch } from './recovery/from-stick'
import { setAsides } from './recovery/set-aside'
import { furthestCopy } from './recovery/sources'
import { databaseFile, finishSwap } from './recovery/swap'
import { hasLostDatabase, isOldDesk } from './recovery/traces'
import { importJob } from './registry/import-job'
import { adoptOldScope } from './registry/old-scope'
import { finishDestroying } from './registry/put-in-service'
import { registryPlace, registryShelf, trustOf } from './registry/registry-shelf'
import { fillSampleRegistry } from './registry/sample-registry'
import { spaceGuard } from './space/space-guard'
import { syncAgent } from './sync/agent'
import type { SyncAgent } from './sync/sync-agent'
import type { Program } from './updates/keep-release'
import { updatesOf } from './updates/updates'

/** `sampleRegistry`: made-up people for the sample office. */
export type DeskFolder = {
  data: string
  referenceFile: string
  secrets: Secrets
  sampleRegistry?: string | undefined
  /** Without it, releases of the program that the district hands on are not kept. */
  program?: Program
  /** What a code has opened, where this computer's account may not keep it. */
  keys?: DeskKeys | undefined
}

/** Opens the desk whose data lie in a folder, making them when the folder is new. Throws a ClosedError, and touches nothing, when that cannot be done safely. */
export async function openDesk(
  { data, referenceFile, secrets, sampleRegistry, keys: given, program }: DeskFolder,
  ports: Ports
): Promise<Desk> {
  makeFolder(data)
  const erased = finishErasing(data)
  if (erased) throw new ClosedError(erased)
  finishSwap(data, ports.clock.now())
  finishFetch(data, ports.clock.now())
  const file = databaseFile(data)
  const keys = given ?? (await keysFor(data, secrets))
  // an empty database would be made, and take the place of the copies' content
  if (hasLostDatabase(data)) throw new ClosedError('database-missing')
  const raw = openDatabase(file, keys.databaseKey, NEWEST_VERSION)
  const db = readerOf(raw)
  const author = { device: keys.device, privateKey: keys.privateKey, publicKey: keys.publicKey }
  const zone = () =>
    (
      statement(raw, 'select time_zone as zone from office order by desk_code is not (select desk_code from here) limit 1')
        .raw(false)
        .get() as { zone: TimeZone } | undefined
    )?.zone ?? 'WIB'
  const today = () => localDateOf(ports.clock.now(), zone())
  try {
    await migrate(raw, db, file, keys.databaseKey)
    settleHere(raw, keys)
    keepFace(data, keys)
    const journal = openJournals({ data, key: keys.databaseKey, device: keys.device, day: today })
    const isEmpty = headOf(raw).seq === 0
    const recoveredChanges = recover(raw, journal, author, furthestCopy(data))
    const boot = randomUUID()
    const outside = new KeptOutside(join(data, 'keys'), keys.databaseKey)
    const isProofGone = mendOutside(raw, outside, ports.clock.now(), isEmpty && recoveredChanges > 0)
    const markKey = Buffer.from(hkdfSync('sha256', keys.databaseKey, new Uint8Array(), 'loket-slrt access log', 32))
    const audit = new AuditBook(raw, db, author, ports, markKey, outside)
    const registry = registryShelf({
      ...registryPlace(data, keys.databaseKey),
      trust: trustOf(raw),
      open: openRegistry,
      report: ports.report
    })
    finishDestroying(registry, ports)
    const { files, shelf, scopes } = await openFiles({ data, raw, shipped: referenceFile, keys, registry, program }, ports)
    const desk: Omit<Desk, 'sync'> = {
      ...ports,
      announce: said => {
        seatAgain(desk as Desk, said)
        ports.announce(said)
      },
      db,
      raw,
      files,
      scopes,
      get reference() {
        return shelf.current()
      },
      closeReference: () => shelf.close(),
      referenceFile,
      registry,
      imports: importJob({ ...ports, registry, author, today, referenceFile }),
      journal,
      audit,
      author,
      keyId: keys.keyId,
      keyProtection: { name: secrets.name, isProtected: secrets.isProtected },
      recoveredChanges,
      intake: await waitingBook({ data, secrets, keys, db }, ports),
      space: spaceGuard(data, ports),
      updates: updatesOf(data, program ?? { version: '0.0.0', publisherKey: undefined }),
      backups: backupsOf({ raw, db, data, keys, journal }, ports),
      setAsides: setAsides({ data, databaseKey: keys.databaseKey, device: keys.device, raw, work: ports.backupWork }),
      triedAt: new Map(),
      session: { officer: undefined, lockedFor: undefined, mustChoose: undefined, wasCutOff: audit.wasCutOff },
      outside,
      pepper: Buffer.from(hkdfSync('sha256', keys.databaseKey, new Uint8Array(), 'loket-slrt pin', 32)),
      watch: screenWatch(ports.timers, () => lockAway(desk as Desk)),
      zone,
      today,
      moment: () => ({ wall: ports.clock.now(), boot, mono: Math.round(ports.monotonic()) })
    }
    await audit.noteLinesGone(isProofGone)
    await audit.note({ kind: 'start', ...(recoveredChanges > 0 && { count: recoveredChanges }) })
    // not spread: the reference data are asked for anew each time
    if (sampleRegistry) Object.assign(desk, { fillSampleRegistry: () => fillSampleRegistry(desk, sampleRegistry) })
    const whole = withAgent(desk)
    await adoptOldScope(whole)
    return whole
  } catch (error) {
    raw.close()
    throw asClosed(error)
  }
}

/** Lets go of the data, so that another process may open them. */
export async function closeDesk(desk: Desk): Promise<void> {
  desk.watch.stop()
  await desk.imports.stop()
  await desk.sync.stop()
  await desk.backups.stop()
  await desk.space.stop()
  await endAudit(desk)
  desk.journal.close()
  if (desk.intake !== 'unreadable') desk.intake?.close()
  try {
    desk.raw.pragma('wal_checkpoint(truncate)')
  } catch {
    // on a full disk SQLite's log stays beside the database, and nothing of it is lost
  }
  await desk.db.destroy()
  // Kysely closes nothing when it was never asked anything
  desk.raw.close()
  await desk.closeReference()
  desk.registry.close()
}

/** A log that ends without a `stop` tells of a crash; on a full disk it has to. */
async function endAudit(desk: Desk): Promise<void> {
  try {
    await desk.audit.note({ kind: 'stop' })
    desk.audit.seal()
  } catch (error) {
    if (!isDiskFull(error)) throw error
  }
}

/** The agent and the desk know each other. */
function withAgent(alone: Omit<Desk, 'sync'>): Desk {
  const desk = alone as Desk & { sync: SyncAgent }
  return Object.assign(desk, { sync: syncAgent(desk, alone.timers) })
}

async function keysFor(data: string, secrets: Secrets): Promise<DeskKeys> {
  const folder = join(data, 'keys')
  if (secrets.isRefused) throw new ClosedError('no-keychain')
  const found = await readKeys(folder, secrets)
  if (found.kind === 'found') return found.keys
  if (found.kind === 'unreadable') throw new ClosedError('key-unreadable')
  if (isOldDesk(data)) throw new ClosedError('key-missing')
  return makeKeys(folder, secrets).catch(error => Promise.reject(asClosed(error)))
}

function recover(...parts: Parameters<typeof recoverFromJournal>): number {
  try {
    return recoverFromJournal(...parts)
  } catch (error) {
    const closed = asClosed(error)
    throw closed instanceof ClosedError ? closed : new ClosedError('damaged')
  }
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
  } catch {
    throw new ClosedError('no-access')
  }
}
