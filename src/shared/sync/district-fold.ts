import { type Change, stampName } from '#shared/changes/change'
import { isEntityName } from '#shared/changes/entities'
import { knownOp, type Op } from '#shared/changes/op'
import { mergedIntoBy, type Place, parentsOf } from '#shared/changes/parents'
import { canonicalId, type Look, type Row, reduce } from '#shared/changes/reduce'
import { claimsOf } from './claims'
import { type Claim, claimKey, type DistrictStore, type Refusal, rowKey } from './district-store'
import type { OpenedChange } from './frame'
import { refusalOf } from './rights'

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

  const loadRows = async (places: Iterable<Place>) => {
    const missing = [...new Map([...places].map(place => [rowKey(place.entity, place.id), place]))].filter(([key]) => !rows.has(key))
    if (missing.length === 0) return
    const found = await store.rows(missing.map(([, place]) => place))
    for (const [key] of missing) rows.set(key, found.get(key))
  }

  return {
    async load(changes) {
      await loadRows(changes.flatMap(({ change }) => tell(change).places))
      for (const { change } of changes) for (const op of tell(change).ops) await loadMerged(op, loadRows, look)
      const claims = changes.flatMap(({ change }) => tell(change).claims).filter(claim => !claimed.has(claimKey(claim)))
      if (claims.length > 0) for (const [key, id] of await store.claimed(claims)) claimed.set(key, id)
    },

    apply(change) {
      const reason = refusalOf(change, look)
      if (reason) return reason
      const { ops, claims, parents } = tell(change)
      if (claims.some(claim => (claimed.get(claimKey(claim)) ?? claim.id) !== claim.id)) return 'number-taken'
      const next = new Map<string, Place & { row: Row }>()
      const lookNext: Look = (entity, id) => next.get(rowKey(entity, id))?.row ?? look(entity, id)
      for (const op of ops) {
        const { row } = reduce(op, stampName(change), lookNext(op.entity, op.id), lookNext)
        if (row) next.set(rowKey(op.entity, op.id), { entity: op.entity, id: op.id, row })
      }
      if (parents.some(({ entity, id }) => !lookNext(entity, id))) return 'no-such-parent'
      for (const [key, place] of next) {
        rows.set(key, place.row)
        touched.set(key, place)
      }
      for (const claim of claims) claimed.set(claimKey(claim), claim.id)
      newClaims.push(...claims)
      return undefined
    },

    async save() {
      if (touched.size > 0) await store.putRows(touched)
      if (newClaims.length > 0) await store.putClaims(newClaims)
    }
  }
}

/** `ops`: those that this program knows, on entities it knows; others are fed as they are and folded by a program that knows them. */
type Told = { ops: Op[]; parents: Place[]; claims: Claim[]; places: Place[] }

function toldBy(change: Change): Told {
  const ops = change.ops.flatMap(op => (isEntityName(op.entity) ? (knownOp(op) ?? []) : []))
  const parents = ops.flatMap(parentsOf)
  const officer = change.officer ? [{ entity: 'officer', id: change.officer }] : []
  const places = [...ops.map(({ entity, id }) => ({ entity, id })), ...parents, ...officer]
  return { ops, parents, claims: ops.flatMap(claimsOf), places }
}

/** Reads along the line of merges, so that the fold can see whether it would close a circle. */
async function loadMerged(op: Op, loadRows: (places: Place[]) => Promise<void>, look: Look): Promise<void> {
  for (let at = mergedIntoBy(op); at !== undefined; ) {
    await loadRows([{ entity: op.entity, id: at }])
    const next: string = canonicalId(op.entity, at, look)
    at = next === at ? undefined : next
  }
}
