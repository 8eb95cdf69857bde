import type { Database } from 'better-sqlite3'
import type { Generated, Kysely, Transaction } from 'kysely'
import type { EntityName, EntityRow } from '#shared/changes/entities'
import type { Op } from '#shared/changes/op'

/** A row as SQLite keeps it: true and false as 1 and 0, everything nested as JSON text. */
export type Stored<T> = { [K in keyof T]: StoredValue<T[K]> }
type StoredValue<V> = V extends boolean ? number : V extends string | number | null | undefined ? Exclude<V, undefined> : string

type Projected = { [E in EntityName]: Stored<EntityRow<E>> & { stamps: string } }

/** What is kept beside the log: the log itself, frozen bytes, and what only this desk knows. */
type Kept = {
  change: { seq: number; id: string; hash: string; body: string; signature: Uint8Array; blobs: string }
  blob: { hash: string; bytes: Uint8Array }
  draft: { visitId: string; form: string; field: string; value: string }
  pinTry: { officerId: string; failures: number; lastAt: number }
  residentSearch: { n: Generated<number>; id: string; nameKey: string }
}

export type Tables = Projected & Kept
export type Reader = Kysely<Tables>

/** The change that a transaction is making; only `changes/record` adds to it. */
export type OpenChange = { id: string; raw: Database; ops: Op[]; blobs: string[] }
export type Writer = Transaction<Tables> & { readonly change: OpenChange }
