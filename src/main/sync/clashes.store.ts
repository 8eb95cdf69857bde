import { Change } from '#shared/changes/change'
import { references } from '#shared/changes/parents'
import type { ClashKind } from '#shared/changes/reduce'
import { stampOf } from '#shared/changes/reduce'
import type { Author, ClashCard } from '#shared/sync/sync.contract'
import { qualityOf } from '../changes/clock-checks'
import { readRow } from '../changes/rows'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { parentOf, titleOf } from './titles.store'

/** What two desks wrote without knowing of each other, one card a record and change; the officer's own records first. */
export async function listClashes(desk: Desk, officerId: string | undefined): Promise<ClashCard[]> {
  const rows = await desk.db.selectFrom('clash').selectAll().execute()
  const cards = await Promise.all(
    rows.map(async ({ entity, id, change, kind, fields }): Promise<ClashCard> => {
      const row = readRow(desk.raw, entity, id)
      const wished = JSON.parse(fields) as Record<string, unknown>
      const names = Object.keys(wished)
      const told = (field: string, value: unknown) => valueAsTold(desk.db, entity, field, value)
      const parent = (await parentOf(desk, { entity, id })) ?? null
      const standingIn = Object.fromEntries(names.map(field => [field, row ? stampOf(row, field) : '']))
      const firstStandingIn = standingIn[names[0] ?? '']
      return {
        entity,
        id,
        change,
        kind: kind as ClashKind,
        title: (await titleOf(desk.db, { entity, id })) || parent?.title || '',
        parent: parent && { entity: parent.entity, id: parent.id },
        fields: await Promise.all(
          names.map(async field => ({
            field,
            standing: await told(field, row?.fields[field] ?? null),
            wished: await told(field, wished[field])
          }))
        ),
        wishedBy: (await authorOf(desk, change)) ?? { officerName: null, deskCode: '', at: 0, clock: { kind: 'unknown' } },
        standingBy: firstStandingIn ? ((await authorOf(desk, firstStandingIn)) ?? null) : null,
        standingIn,
        isMine: officerId !== undefined && row?.fields.ownerId === officerId
      }
    })
  )
  return cards.sort((a, b) => Number(b.isMine) - Number(a.isMine) || b.wishedBy.at - a.wishedBy.at)
}

/** A value as a person reads it: what names another record is told by what people call that one. */
async function valueAsTold(db: Reader, entity: string, field: string, value: unknown): Promise<unknown> {
  const named = field === 'mergedInto' ? entity : references[entity]?.[field]
  if (named === undefined || typeof value !== 'string') return value
  return (await titleOf(db, { entity: named, id: value })) || `…${value.slice(-6)}`
}

/** Who made a change, where and when, and how far its desk's clock can be trusted. */
async function authorOf({ db, raw, author }: Desk, id: string): Promise<Author | undefined> {
  const row = await db
    .selectFrom('change')
    .leftJoin('device', 'device.id', 'change.device')
    .select(['change.body', 'device.code'])
    .where('change.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const made = Change.parse(JSON.parse(row.body))
  const { officer, at } = made
  const found = officer ? await db.selectFrom('officer').select('name').where('id', '=', officer).executeTakeFirst() : undefined
  return {
    officerName: found?.name ?? null,
    deskCode: row.code ?? '',
    at: at.wall,
    clock: qualityOf(raw, made, author.device)
  }
}
