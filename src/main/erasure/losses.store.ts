import type { Database } from 'better-sqlite3'

/** What hangs on this desk alone, so far as its own tables know. `heldUpTo`: the last of its changes that a copy on a stick holds. */
export type OnlyHere = { unsent: number; unsentBehind: number; attachments: number; attachmentsBehind: number; drafts: number }

/** Without a district every change is unsent; with one, those that it has neither taken nor kept for somebody to decide, also of other desks. */
export function countOnlyHere(raw: Database, heldUpTo: number): OnlyHere {
  const count = (sql: string, ...values: unknown[]) =>
    raw
      .prepare(sql)
      .pluck()
      .get(...values) as number
  const own = `"change" where is_out = 0 and state = 'new' and n > ?`
  const blobs = `blob_to_send where (? = 0 or hash in (select b.value from "change" c, json_each(c.blobs) b where c.n > ?))`
  return {
    unsent: count(`select count(*) from ${own}`, 0),
    unsentBehind: count(`select count(*) from ${own}`, heldUpTo),
    attachments: count(`select count(*) from ${blobs}`, 0, 0),
    attachmentsBehind: count(`select count(*) from ${blobs}`, heldUpTo, heldUpTo),
    drafts: count('select count(*) from draft')
  }
}
