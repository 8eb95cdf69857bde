import { sql } from 'kysely'
import { Change } from '#shared/changes/change'
import { knownOp, type Op } from '#shared/changes/op'
import type { Place } from '#shared/sync/desk-store'
import type { QueueItem, Receipt } from '#shared/sync/sync.contract'
import { isIssuing, placeToTake } from '#shared/sync/taking-place'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { parentOf, titleOf } from './titles.store'

type Refusal = Extract<Receipt, { kind: 'refused' }>['reason']

/** So many of each kind say enough: whoever reads them has been shown them, and how many there are is counted. */
const MOST = 50

/** Own changes that the district does not have in its order: those it refused first, then those that wait, then those not sent, of each the oldest. */
export async function listQueue(desk: Pick<Desk, 'db' | 'raw'>): Promise<QueueItem[]> {
  const { db } = desk
  const oldest = (state: QueueItem['state']) => {
    const own = db.selectFrom('change').select(['id', 'body', 'state', 'note']).where('state', '=', state).where(isOwnUnfed)
    // ordered by `n` itself, SQLite would read all that this desk has ever done
    return own.orderBy(sql`+n`).limit(MOST).execute()
  }
  const rows = [...(await oldest('refused')), ...(await oldest('waiting')), ...(await oldest('new'))]
  const officers = new Map((await db.selectFrom('officer').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]))
  return Promise.all(
    rows.map(async ({ id, body, state, note }) => {
      const change = Change.parse(JSON.parse(body))
      // how the clock compared rides along with what somebody wrote
      const written = change.ops.filter(op => op.entity !== 'clockCheck')
      const touched = new Map(written.map(op => [op.id, { entity: op.entity, id: op.id }]))
      const records = await Promise.all([...touched.values()].map(async place => ({ ...place, title: await titleOf(db, place) })))
      const named = records.filter(({ title }) => title !== '')
      return {
        change: id,
        at: change.at.wall,
        officerName: officers.get(change.officer ?? '') ?? null,
        records:
          named.length > 0
            ? named
            : await Promise.all(records.map(async place => ({ ...place, title: (await parentOf(desk, place))?.title ?? '' }))),
        state: state as QueueItem['state'],
        reason: state === 'refused' ? (note as Refusal) : null
      }
    })
  )
}

export async function countQueue(
  db: Reader
): Promise<{ unsent: number; oldestUnsent: string | null; waiting: number; refused: number; clashes: number; attachments: number }> {
  const own = db.selectFrom('change').where(isOwnUnfed)
  const counts = await own
    .select(ask => ['state', ask.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute()
  const count = (state: 'new' | 'waiting' | 'refused') => counts.find(found => found.state === state)?.n ?? 0
  const oldest = await own.where(sql<boolean>`state = 'new'`).select('body').orderBy('n').limit(1).executeTakeFirst()
  const clashes = await db
    .selectFrom('clash')
    .select(ask => ask.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const attachments = await db
    .selectFrom('blobToSend')
    .select(ask => ask.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return {
    unsent: count('new'),
    oldestUnsent: oldest?.body ?? null,
    waiting: count('waiting'),
    refused: count('refused'),
    clashes: clashes.n,
    attachments: attachments.n
  }
}

/** Where the newest change of a record stands. */
export async function findReceipt(db: Reader, id: string): Promise<Receipt | undefined> {
  const row = await db
    .selectFrom('touch')
    .innerJoin('change', 'change.n', 'touch.n')
    .select(['change.id', 'change.state', 'change.feed', 'change.note'])
    .where('touch.id', '=', id)
    .where('change.isOut', '=', 0)
    .orderBy(ask =>
      ask
        .case()
        .when('change.state', '=', 'refused')
        .then(0)
        .when('change.state', '=', 'waiting')
        .then(1)
        .when('change.feed', 'is', null)
        .then(2)
        .else(3)
        .end()
    )
    .orderBy('change.feed', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.state === 'fed') return { kind: 'fed', feed: row.feed ?? 0 }
  if (row.state === 'refused') return { kind: 'refused', change: row.id, reason: row.note as Refusal }
  return { kind: row.state === 'waiting' ? 'waiting' : 'here' }
}

/** A change of this desk that the district refused or lets wait, and whose place is taken by what is put instead of it. */
export async function findParked(
  db: Reader,
  id: string
): Promise<{ change: Change; placeToTake: string; reason: Refusal | null } | undefined> {
  const row = await db
    .selectFrom('change')
    .select(['body', 'state', 'note'])
    .where('id', '=', id)
    .where('state', 'in', ['refused', 'waiting'])
    .where(isOwnUnfed)
    .executeTakeFirst()
  if (!row) return undefined
  const change = Change.parse(JSON.parse(row.body))
  const root =
    change.replaces === undefined
      ? undefined
      : await db.selectFrom('change').select('id').where('id', '=', change.replaces).executeTakeFirst()
  const reason = row.state === 'refused' ? (row.note as Refusal) : null
  const place: Place = reason ? { state: 'refused', reason } : { state: 'waiting', for: [] }
  return { change, placeToTake: placeToTake(change, place, () => root !== undefined), reason }
}

export type Taken = { ops: Op[]; placeToTake: string }

/** A refused change that makes a letter whose number another has. */
export async function findTaken(db: Reader, id: string): Promise<Taken | undefined> {
  const parked = await findParked(db, id)
  if (parked?.reason !== 'number-taken') return undefined
  const ops = parked.change.ops.flatMap(op => knownOp(op) ?? [])
  return ops.some(isIssuing) ? { ops, placeToTake: parked.placeToTake } : undefined
}

/**
 * What this desk has lost and was given back came in a frame, and is its own all the same. SPEC D5. Written so that SQLite takes the index
 * `change_unfed`, and never that of all that this desk has ever done.
 */
const isOwnUnfed = sql<boolean>`state <> 'fed' and is_out = 0 and +device = (select device from here)`
