import type { Transaction } from 'kysely'
import type { Refusal, Standing } from '#shared/sync/district-store'

export type DeviceState = 'unconfirmed' | 'active' | 'revoked' | 'frozen'

/** Every table carries its district; moments are UTC milliseconds, yes and no are 1 and 0, what is nested is JSON text. */
export type Tables = {
  district: {
    district: string
    name: string
    publicKey: string
    feedEpoch: string
    rosterVersion: number
    isSample: number
    createdAt: number
  }
  districtKey: { district: string; privateKey: string }
  /** The one counter of a district: who holds this row gives the next feed numbers. */
  feed: { district: string; last: number }
  device: {
    district: string
    id: string
    code: string
    publicKey: string
    name: string
    state: DeviceState
    /** Of conversations, and of other signed calls: the two go side by side and must not overtake each other. */
    counter: number
    callCounter: number
    checkNumber: string | null
    nonceHash: string
    serverNonce: string
    enrolledAt: number
    confirmedAt: number | null
    lastSeenAt: number | null
    /** When something of the feed was last given out for it, over the line or on a stick; null for never. */
    handedAt: number | null
    lastClock: string | null
    /** The runs of its program that it was heard from, the newest last; a JSON list. */
    runs: string
    /** When it has made the feed begin anew, within a day; a JSON list of moments. */
    renewals: string
    /** On the last day, counted from 1970, on which it brought anything. */
    broughtBytes: number
    broughtDay: number
  }
  enrolmentCode: {
    district: string
    selector: string
    hash: string
    deskCode: string | null
    isAutoConfirm: number
    madeAt: number
    expiresAt: number
    tries: number
    usedBy: string | null
  }
  frame: {
    district: string
    id: string
    device: string
    epoch: number
    first: number
    count: number
    /** As it came, for readers of the same layout; and the texts in plain, for all others and for later years. */
    payload: Uint8Array
    layout: number
    plain: Uint8Array
    signature: Uint8Array
    receivedAt: number
    clock: string | null
  }
  /** `body` is kept here only while a change waits: afterwards its frame has it. */
  change: {
    district: string
    id: string
    device: string
    epoch: number
    seq: number
    hash: string
    frame: string
    place: number
    state: Standing['state']
    feed: number | null
    reason: Refusal | null
    body: string | null
  }
  wait: { district: string; dep: string; change: string }
  /** How far each device's chain is held without a hole. */
  chain: { district: string; device: string; epoch: number; last: number }
  /** What the feed comes to up to some numbers of it. */
  feedMark: { district: string; feed: number; digest: string }
  row: { district: string; id: string; entity: string; body: string }
  claim: { district: string; value: string; name: string; entity: string; id: string }
  blob: { district: string; hash: string; size: number; have: number; isWhole: number; device: string; madeAt: number }
  /** Everything that was ever published; of each name the newest version counts. Its bytes are the attachment of that hash. */
  districtFile: {
    district: string
    name: string
    version: number
    label: string
    hash: string
    size: number
    text: string
    signature: string
  }
  blobChunk: { district: string; hash: string; start: number; bytes: Uint8Array }
  idempotent: { district: string; key: string; asked: string; answer: string; at: number }
  backup: { district: string; at: number; changes: number }
  escrowKey: { district: string; publicKey: string; madeAt: number; holders: string }
  /** How far each desk has said that its access log goes, in the order it said so; never changed. `contradicts`: not the log of the row kept before; `accepted`: somebody knows why. */
  auditHead: {
    district: string
    device: string
    place: number
    n: number
    hash: string
    kind: 'kept' | 'contradicts' | 'accepted'
    at: number
    signature: string
    reason: string | null
  }
  /** Who listed the people whose data a desk held, and why; never changed. */
  affectedListing: { district: string; at: number; device: string; listedBy: string; reason: string; people: number }
  escrowOpening: { district: string; at: number; device: string; publicKey: string; holders: string; reason: string }
}

export type TableName = keyof Tables

export type Dialect = 'postgres' | 'sqlite'

/** What becomes of a row whose key is taken: it is an error, it is left out, or its other columns take the place of those that are there. */
export type Taken<T extends keyof Tables> = 'fail' | 'keep' | { key: readonly (keyof Tables[T] & string)[] }

/** Writes rows of a table in a transaction. All of them name the same columns. */
export type PutRows = <T extends keyof Tables>(
  trx: Transaction<Tables>,
  table: T,
  rows: readonly Tables[T][],
  taken?: Taken<T>
) => Promise<void>

/** A transaction that sees and writes one district only. */
export type Inside = { trx: Transaction<Tables>; district: string; dialect: Dialect; putRows: PutRows }
