import type { Database } from 'better-sqlite3'
import type { Generated, Kysely, Transaction } from 'kysely'
import type { Change } from '#shared/changes/change'
import type { EntityName, EntityRow } from '#shared/changes/entities'
import type { Op } from '#shared/changes/op'
import type { ResidentFlaw } from '#shared/residents/flaws'

/** A row as SQLite keeps it: true and false as 1 and 0, everything nested as JSON text. */
export type Stored<T> = { [K in keyof T]-?: StoredValue<T[K]> }
type StoredValue<V> = V extends boolean ? number : V extends string | number | null | undefined ? Exclude<V, undefined> : string

type Projected = { [E in EntityName]: Stored<EntityRow<E>> & { stamps: string; rest: string | null } }

/** What is kept beside the log: the log itself, frozen bytes, and what only this desk knows. */
type Kept = {
  change: {
    n: number
    id: string
    device: string
    epoch: number
    seq: number
    hash: string
    body: string
    signature: Uint8Array | null
    blobs: string
    state: 'new' | 'held' | 'waiting' | 'refused' | 'replaced' | 'away' | 'fed'
    feed: number | null
    note: string | null
    pos: number
    frame: string | null
    replaces: string | null
    isOut: number
    was: string | null
  }
  touch: { id: string; n: number }
  here: Here
  /** Filled by a trigger on `blob`. */
  blobToSend: { n: number; hash: string }
  roster: { device: string; code: string; publicKey: Uint8Array; isRevoked: number }
  clockToTell: { n: Generated<number>; run: string; beganAt: number; ahead: number }
  clash: { entity: string; id: string; change: string; kind: string; fields: string }
  blob: { hash: string; bytes: Uint8Array }
  draft: { officerId: string; visitId: string; form: string; field: string; value: string }
  deskPin: { officerId: string; verifier: string; beside: string; passwordAt: number }
  pinTry: { officerId: string; failures: number; lastAt: number }
  audit: {
    n: number
    line: string
    hash: string
    at: Generated<number>
    kind: Generated<string>
    officer: Generated<string | null>
    outcome: Generated<string>
  }
  auditAbout: { id: string; n: number }
  residentFlaw: { residentId: string; flaw: ResidentFlaw; villageCode: string; about: string }
  possiblePair: { residentId: string; otherId: string; score: number; evidence: string }
  pairSearch: { one: number; upTo: number }
  residentSearch: { n: Generated<number>; id: string; nameKey: string }
}

/** What a desk knows of itself and of its server. */
export type Here = {
  device: string
  epoch: number
  machine: string | null
  feedEpoch: string | null
  cursor: number
  cursorHash: string | null
  counter: number
  roster: number
  layout: number | null
  numbering: 'open' | 'held' | 'lost'
  district: string | null
  districtName: string | null
  districtKey: string | null
  server: string | null
  deskCode: string | null
  lastContactAt: number | null
  lastServerAt: number | null
  lastProblem: string | null
  /** After so many minutes without a key or a touch this PC's screen locks. */
  lockMinutes: number
  /** Since when the district says that the access log here is not the one that it knows. */
  auditContradictedAt: number | null
  /** 1 once something has been kept outside the database. */
  keepsOutside: number
}

export type Tables = Projected & Kept
export type Reader = Kysely<Tables>

/** The change that a transaction is making; only `changes/record` adds to it. */
export type OpenChange = {
  readonly place: { epoch: number; seq: number; prev: string }
  readonly id: string
  readonly at: Change['at']
  readonly raw: Database
  readonly ops: Op[]
  readonly blobs: string[]
  /** The refused change whose place this one takes. */
  replaces?: string
}
export type Writer = Transaction<Tables> & { readonly change: OpenChange; newId(): string }
