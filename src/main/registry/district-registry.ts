import type { KeyObject } from 'node:crypto'
import { servedSpans } from '#registry/snapshot/served'
import type { Edition } from '#shared/registry/edition'
import { type Manifest, piecesAt, piecesIn } from '#shared/sync/district-file'
import type { DeskScopes } from '../office/desk-scopes'
import type { Ports } from '../ports'
import type { PiecesWanted } from '../sync/coming-file'
import type { FileFit, FileTaker } from '../sync/district-files'
import { putInService } from './put-in-service'
import type { RegistryShelf } from './registry-shelf'
import type { Taken } from './registry-work'

type Needs = Pick<Ports, 'registryWork' | 'announce' | 'clock'> & { registry: RegistryShelf; scopes: DeskScopes; privateKey: KeyObject }
type HeldFile = { path: string; edition: Edition }

/** How the district's registry comes into service here: as a whole, or as a difference laid over the edition that is in service. SPEC R7. */
export function districtRegistry({ registry, scopes, registryWork, announce, clock, privateKey }: Needs) {
  /** What answers of each source, and where it lies. */
  const inService = (): HeldFile[] => {
    const readable = registry
      .editions()
      .flatMap(({ path, opened }) => (opened.kind === 'ready' ? [{ path, edition: opened.registry.edition }] : []))
    return [...Map.groupBy(readable, ({ edition }) => edition.source).values()].flatMap(([newest]) => newest ?? [])
  }
  const baseOf = ({ registry: said }: Manifest): HeldFile | undefined =>
    inService().find(({ edition }) => said?.base !== undefined && edition.contentHash === said.base && edition.origin === 'district')
  const place = () => ({ folder: registry.folder, key: registry.key, n: registry.nextNumber(), privateKey, now: clock.now() })
  const serve = async (outcome: Taken) => {
    if (outcome === 'disk-full') throw Object.assign(new Error('no room for the register'), { code: 'ENOSPC' })
    if (outcome === 'taken') await putInService({ registry, registryWork, announce })
    return outcome
  }

  return {
    fitOf(manifest: Manifest): FileFit {
      const said = manifest.registry
      if (!said) return 'fits'
      const villages = scopes.own().villages
      if (inService().some(({ edition }) => edition.source === said.source && isThat(edition, said.content, villages))) return 'here'
      if (said.base === undefined) return villages?.length === 0 ? 'unfit' : 'fits'
      return villages === null && baseOf(manifest) ? 'fits' : 'unfit'
    },
    /** Of a registry a desk that serves some villages wants the pieces that hold their people, and no others. */
    wantedOf: (async (manifest, here) => {
      const villages = manifest.name === 'registry' ? scopes.own().villages : null
      return villages ? piecesAt(await servedSpans(here, villages)) : piecesIn(manifest)
    }) satisfies PiecesWanted,
    /** A desk that serves some villages follows no differences and keeps nothing of the others. */
    villages: (): readonly string[] | null => scopes.own().villages,
    /** Whether an edition of that source lies here that this program cannot read: one of an older layout, or a damaged one. */
    isLost: ({ registry: said }: Manifest): boolean =>
      registry.editions().some(({ source, opened }) => source === said?.source && opened.kind === 'unreadable'),
    takeWhole: (async ({ sealed }) =>
      serve(await registryWork.take({ snapshot: sealed, villages: scopes.own().villages, ...place() }))) satisfies FileTaker,
    takeDifference: (async ({ manifest, sealed }) => {
      const base = baseOf(manifest)
      return base ? serve(await registryWork.follow({ difference: sealed, base: base.path, ...place() })) : 'unusable'
    }) satisfies FileTaker
  }
}

const isThat = ({ contentHash, scope }: Edition, content: string, villages: readonly string[] | null): boolean =>
  villages === null ? contentHash === content : scope?.of === content && scope.villages.join() === villages.join()
