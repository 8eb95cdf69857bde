import { stat } from 'node:fs/promises'
import type { ExtractCard, HeldExtracts, ServedVillage } from '#shared/registry/extracts.contract'
import { daysOld, isOutdated } from '#shared/registry/period'
import type { DistrictFileName } from '#shared/sync/district-file'
import { areaLineOf } from '../areas/area-line'
import { listNames } from '../areas/areas.store'
import { find } from '../database/find'
import type { Desk } from '../desk'
import type { HeldEdition } from './registry-shelf'

/** Villages that are few enough to be named. */
const NAMED = 3

/** One edition in words: what it is, how much and how old, where its people live, and where it came from. */
export async function extractCard(desk: Desk, { n, path, source, period, opened }: HeldEdition): Promise<ExtractCard> {
  const bytes = (await stat(path).catch(() => undefined))?.size ?? 0
  if (opened.kind !== 'ready') return { n, source, period, bytes, facts: null }
  const { edition } = opened.registry
  const villages = opened.registry.villages()
  return {
    n,
    source,
    period: edition.period,
    bytes,
    facts: {
      takenOn: edition.takenOn,
      importedAt: edition.importedAt,
      people: edition.rowCount,
      villages: villages.length,
      scope: await scopeOf(
        desk,
        villages.filter(({ codeSet }) => codeSet === 'kemendagri').map(({ code }) => code)
      ),
      isPart: edition.scope !== undefined,
      origin: edition.origin ?? 'here',
      isOutdated: isOutdated(edition.period, desk.today()),
      daysOld: daysOld(edition.period, desk.today())
    }
  }
}

/** The villages that this desk serves, and of which of them the district's newest edition here has nobody. */
export async function servedVillages({ reference, registry, scopes }: Desk): Promise<ServedVillage[] | null> {
  const codes = scopes.own().villages
  if (!codes) return null
  const part = registry
    .editions()
    .flatMap(({ opened }) => (opened.kind === 'ready' && opened.registry.edition.scope ? [opened.registry] : []))[0]
  const held = new Set(part?.villages().map(({ code }) => code))
  return Promise.all(
    codes.map(async code => ({ code, areaLine: await areaLineOf(reference, code), isMissing: part !== undefined && !held.has(code) }))
  )
}

/** Who said so, and when. */
export async function servedBy({ db, scopes }: Desk): Promise<HeldExtracts['servedBy']> {
  const { by } = scopes.own()
  if (by?.kind !== 'desk') return by
  const officer = by.officerId ? await find(db, 'officer', by.officerId) : undefined
  return { kind: 'desk', at: by.at, officerName: officer?.name ?? null }
}

async function scopeOf({ reference }: Desk, codes: readonly string[]): Promise<string> {
  if (codes.length <= NAMED) return (await Promise.all(codes.map(code => areaLineOf(reference, code)))).filter(Boolean).join('; ')
  const within = (length: number): string[] => [...new Set(codes.map(code => code.slice(0, length)))]
  // a few subdistricts are said by name; more of them are a district
  const areas = within('33.24.14'.length).length <= NAMED ? within('33.24.14'.length) : within('33.24'.length)
  return (await listNames(reference, areas)).map(({ name }) => name).join(', ')
}

/** What the district hands out and is still being fetched: a difference, or the whole, which may stand in for a difference that led nowhere. */
export function incomingOf({ files }: Pick<Desk, 'files'>): HeldExtracts['incoming'] {
  const nextOf = (name: DistrictFileName) => files.standings().find(standing => standing.name === name)?.next
  const [whole, difference] = [nextOf('registry'), nextOf('registry-difference')]
  const next = whole ?? difference
  if (!next) return null
  return {
    label: next.label,
    have: next.have,
    size: next.size,
    how: !whole ? 'difference' : difference?.trouble === 'unusable' ? 'instead' : 'whole'
  }
}
