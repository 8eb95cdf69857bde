import { type Change, stampName } from '#shared/changes/change'
import { mergedIntoBy, type Place, parentsOf } from '#shared/changes/parents'
import { canonicalId, type Look, type Row, reduce } from '#shared/changes/reduce'
import { claimsOf } from './claims'
import { type Claim, claimKey, type DistrictStore, type Refusal, rowKey } from './district-store'
import type { OpenedChange } from './frame'
import { type KnownOp, knownOps, refusalOf } from './rights'

/** The rows and claims of a district while a frame is being taken: read once, changed in memory, written once. */
export type DistrictFold = {
  /** Reads what these changes touch and name. */
  load(changes: readonly OpenedChange[]): Promise<void>
  /** Folds a change, or says why it is refused and leaves everything as it was. */
  apply(change: Change): Refusal | undefined
  save(): Promise<void>
}

export function districtFold(store: DistrictStore): DistrictFold {
  const rows = new Map<string, Row | undefined>()
  const claimed = new Map<string, string>()
  const touched = new Map<string, Place & { row: Row }>()
  const newClaims: Claim[] = []
  const told = new Map<Change, Told>()
  const look: Look = (entity, id) => rows.get(rowKey(entity, id))

  const tell = (change: Change): Told => {
    const known = told.get(change) ?? toldBy(change)
    told.set(change, known)
    return known
  }

  const loadRows = async (places: readonly KeyedPlace[]) => {
    const missing = new Map<string, Place>()
    for (const place of places) if (!rows.has(place.key)) missing.set(place.key, place)
    if (missing.size === 0) return
    const found = await store.rows([...missing.values()])
    for (const key of missing.keys()) rows.set(key, found.get(key))
  }

  return {
    async load(changes) {
      const all = changes.map(({ change }) => tell(change))
      await loadRows(all.flatMap(({ steps, parents, officer }) => [...steps, ...parents, ...officer]))
      for (const { steps } of all) for (const { op } of steps) await loadMerged(op, loadRows, look)
      const claims = all.flatMap(one => one.claims).filter(claim => !claimed.has(claimKey(claim)))
      if (claims.length > 0) for (const [key, id] of await store.claimed(claims)) claimed.set(key, id)
    },

    apply(change) {
      const { ops, steps, claims, parents } = tell(change)
      const reason = refusalOf(change, look, ops)
      if (reason) return reason
      if (claims.some(claim => (claimed.get(claimKey(claim)) ?? claim.id) !== claim.id)) return 'number-taken'
      const next = new Map<string, Place & { row: Row }>()
      const rowAt = (key: string) => next.get(key)?.row ?? rows.get(key)
      const lookNext: Look = (entity, id) => rowAt(rowKey(entity, id))
      const name = stampName(change)
      for (const { op, entity, id, key } of steps) {
        const { row } = reduce(op, name, rowAt(key), lookNext)
        if (row) next.set(key, { entity, id, row })
      }
      if (parents.some(({ key }) => !rowAt(key))) return 'no-such-parent'
      for (const [key, place] of next) {
        rows.set(key, place.row)
        touched.set(key, place)
      }
      for (const claim of claims) {
        claimed.set(claimKey(claim), claim.id)
        newClaims.push(claim)
      }
      return undefined
    },

    async save() {
      if (touched.size > 0) await store.putRows(touched)
      if (newClaims.length > 0) await store.putClaims(newClaims)
    }
  }
}

/** `key`: its `rowKey`, made once. */
type KeyedPlace = Place & { key: string }
type Step = KeyedPlace & { op: KnownOp }
/** What a change does, names and lays claim to. */
type Told = { ops: KnownOp[]; steps: Step[]; parents: KeyedPlace[]; officer: KeyedPlace[]; claims: Claim[] }

function toldBy(change: Change): Told {
  const ops = knownOps(change)
  return {
    ops,
    steps: ops.map(op => ({ op, entity: op.entity, id: op.id, key: rowKey(op.entity, op.id) })),
    parents: ops.flatMap(parentsOf).map(keyed),
    officer: change.officer ? [keyed({ entity: 'officer', id: change.officer })] : [],
    claims: ops.flatMap(claimsOf)
  }
}

const keyed = ({ entity, id }: Place): KeyedPlace => ({ entity, id, key: rowKey(entity, id) })

/** Reads along the line of merges, so that the fold can see whether it would close a circle. */
async function loadMerged(op: KnownOp, loadRows: (places: readonly KeyedPlace[]) => Promise<void>, look: Look): Promise<void> {
  for (let at = mergedIntoBy(op); at !== undefined; ) {
    await loadRows([keyed({ entity: op.entity, id: at })])
    const next: string = canonicalId(op.entity, at, look)
    at = next === at ? undefined : next
  }
}
