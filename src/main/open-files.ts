import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { DISTRICT_FILES, type DistrictFileName } from '#shared/sync/district-file'
import { PROGRAM_FILES } from '#wire/release'
import { referenceShelf } from './directory/reference-shelf'
import type { DeskKeys } from './keys/desk-keys'
import { readEscrowFile, sealToDistrict } from './keys/escrow-key'
import { deskScopes } from './office/desk-scopes'
import type { Ports } from './ports'
import { districtRegistry } from './registry/district-registry'
import { readOldScope } from './registry/old-scope'
import type { RegistryShelf } from './registry/registry-shelf'
import { hearHeldScopes, scopesTaker, takeAnew } from './registry/serve-villages'
import { districtFiles, type FileTaker } from './sync/district-files'
import { nowAndThen } from './sync/now-and-then'
import { isReleaseGone, type Program, releasesFor, releaseTaker } from './updates/keep-release'
import { updatesFolder } from './updates/updates'

/** How often the screen is told, at most, how far a file of the district has come. */
const TELL_MS = 500
const isProgram = (name: DistrictFileName): boolean => Object.values<DistrictFileName>(PROGRAM_FILES).includes(name)

type FilesOf = { data: string; raw: Database; shipped: string; keys: DeskKeys; registry: RegistryShelf; program: Program | undefined }

/** What the district has handed to this desk, and the reference data as it has them. */
export async function openFiles({ data, raw, shipped, keys, registry, program }: FilesOf, ports: Ports) {
  const { announce, report, registryWork, clock } = ports
  const { databaseKey, privateKey } = keys
  const takers: Partial<Record<DistrictFileName, FileTaker>> = {}
  const changed = nowAndThen(ports, TELL_MS, () => announce({ kind: 'sync-changed' }))
  const scopes = deskScopes(raw, () => readOldScope(registry.folder))
  const fromDistrict = districtRegistry({ registry, scopes, registryWork, announce, clock, privateKey })
  const { fitOf, villages, wantedOf } = fromDistrict
  const folder = join(data, 'district-files')
  const releases = releasesFor(program)
  const names = DISTRICT_FILES.filter(name => name === releases || !isProgram(name))
  const files = await districtFiles({ folder, secret: databaseKey, takers, names, fitOf, villages, wantedOf, changed })
  await hearHeldScopes(scopes, files)
  const shelf = await referenceShelf(shipped, join(data, 'reference'), files.held('reference'), error => report('reference', error))
  takers.reference = async file => {
    const outcome = await shelf.take(file)
    if (outcome === 'taken') announce({ kind: 'reference-changed' })
    return outcome
  }
  // an administrator runs the installer from there; the version before lies beside it
  if (program && releases) takers[releases] = releaseTaker(updatesFolder(data), program)
  takers.escrow = async file => {
    const escrow = await readEscrowFile(file.read)
    if (!escrow) return 'newer-program'
    sealToDistrict(data, keys, escrow, clock.now())
    return 'taken'
  }
  const renewed = () => void takeAnew({ files, announce, report }).catch(error => report('district-files', error))
  takers['desk-scopes'] = scopesTaker(scopes, renewed)
  takers.registry = fromDistrict.takeWhole
  takers['registry-difference'] = fromDistrict.takeDifference
  // what was opened once is sealed anew, and a copy that went missing is made again
  const escrow = files.held('escrow')
  if (escrow) void takers.escrow(escrow).catch(error => report('escrow', error))
  // what an older program made of it is made anew, or fetched
  const given = files.held('registry')
  if (given && fromDistrict.isLost(given.manifest)) await files.renew('registry')
  const brought = releases && files.held(releases)
  if (program && brought && (await isReleaseGone(updatesFolder(data), brought, program))) await files.renew(releases)
  // intake never waits for it
  void files.retry().catch(error => report('district-files', error))
  return { files, shelf, scopes }
}
