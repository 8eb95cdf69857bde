import type { Database, Statement } from 'better-sqlite3'
import type { z } from 'zod'
import { type EntityName, type EntityRow, entities, isEntityName } from '#shared/changes/entities'
import { references } from '#shared/changes/parents'
import { type Clash, canonicalId, type Row } from '#shared/changes/reduce'
import type { Stored } from '../database/tables'

type ColumnKind = 'plain' | 'flag' | 'json'

export const columnOf = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
export const tableOf = (entity: EntityName): string => columnOf(entity)

/** How each field of an entity is kept, read off its schema. */
export const columnKinds = Object.fromEntries(
  Object.entries(entities).map(([entity, schema]) => [
    entity,
    Object.fromEntries(Object.entries(schema.shape).map(([field, type]) => [field, kindOf(type as z.ZodType)]))
  ])
) as Record<EntityName, Record<string, ColumnKind>>

function kindOf(type: z.ZodType): ColumnKind {
  const def = type.def as { type: string; innerType?: z.ZodType; in?: z.ZodType }
  if (def.innerType) return kindOf(def.innerType)
  if (def.type === 'pipe' && def.in) return kindOf(def.in)
  if (def.type === 'boolean') return 'flag'
  return def.type === 'object' || def.type === 'array' || def.type === 'record' || def.type === 'union' ? 'json' : 'plain'
}

function encode(kind: ColumnKind, value: unknown): unknown {
  if (value === undefined || value === null) return null
  return kind === 'flag' ? Number(value) : kind === 'json' ? JSON.stringify(value) : value
}

function decodeValue(kind: ColumnKind, value: unknown): unknown {
  if (value === null) return null
  return kind === 'flag' ? value === 1 : kind === 'json' ? JSON.parse(value as string) : value
}

/** A stored row as the shared types know it. */
export function decode<E extends EntityName>(entity: E, stored: Stored<EntityRow<E>>): EntityRow<E> {
  const kinds = columnKinds[entity]
  const source = stored as Record<string, unknown>
  return Object.fromEntries(Object.entries(kinds).map(([field, kind]) => [field, decodeValue(kind, source[field])])) as EntityRow<E>
}

type Statements = {
  read: string
  put: string
  fields: readonly (readonly [string, ColumnKind])[]
  names: readonly (readonly [string, string])[]
}

const statements = Object.fromEntries(
  Object.entries(columnKinds).map(([entity, kinds]) => {
    const fields = Object.entries(kinds)
    const columns = [...fields.map(([field]) => `"${columnOf(field)}"`), 'stamps', 'rest']
    const table = `"${tableOf(entity as EntityName)}"`
    const written = columns.filter(column => column !== '"id"').map(column => `${column} = excluded.${column}`)
    return [
      entity,
      {
        read: `select ${columns.join(', ')} from ${table} where id = ?`,
        put: `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict (id) do update set ${written.join(', ')}`,
        fields,
        names: Object.entries(references[entity] ?? {}).filter(([field, parent]) => isMergeable(parent) && field !== 'mergedInto')
      }
    ]
  })
) as unknown as Record<EntityName, Statements>

const prepared = new WeakMap<Database, Map<string, Statement<unknown[]>>>()

/** A prepared statement, made once a connection: preparing costs more than running. */
export function statement(raw: Database, source: string): Statement<unknown[]> {
  const cache = prepared.get(raw) ?? new Map<string, Statement<unknown[]>>()
  prepared.set(raw, cache)
  const found = cache.get(source) ?? raw.prepare<unknown[]>(source)
  cache.set(source, found)
  return found
}

/**
 * What of a folded row has no column of its own: fields of newer versions, what was set aside, who removed it,
 * and, where the entity it names was merged into another, which one it names.
 */
type Rest = { extra?: Record<string, unknown>; clashes?: Clash[]; gone?: string; named?: Record<string, string> }

/** The folded row of one entity, read back as it was folded. */
export function readRow(raw: Database, entity: string, id: string): Row | undefined {
  if (!isEntityName(entity)) return undefined
  const { read, fields } = statements[entity]
  const values = statement(raw, read).raw(true).get(id) as unknown[] | undefined
  if (!values) return undefined
  const { extra, clashes, gone, named } = JSON.parse((values[fields.length + 1] as string | null) ?? '{}') as Rest
  return {
    fields: { ...Object.fromEntries(fields.map(([field, kind], i) => [field, decodeValue(kind, values[i])])), ...extra, ...named },
    stamps: JSON.parse(values[fields.length] as string),
    ...(clashes && { clashes }),
    ...(gone !== undefined && { gone })
  }
}

/** Writes the folded row of one entity to its table; what names a merged entity is shown at the one it was merged into. SPEC C11. */
export function putRow(raw: Database, entity: EntityName, row: Row): void {
  const { put, fields, names } = statements[entity]
  const named: Record<string, string> = {}
  const shown: Record<string, unknown> = { ...row.fields }
  for (const [field, parent] of names) {
    const id = row.fields[field]
    const at = typeof id === 'string' ? shownAt(raw, parent as EntityName, id) : id
    if (at === id) continue
    named[field] = id as string
    shown[field] = at
  }
  const rest = restOf(entity, row, named)
  statement(raw, put).run(...fields.map(([field, kind]) => encode(kind, shown[field])), JSON.stringify(row.stamps), rest)
  keepClashes(raw, entity, String(row.fields.id), row.clashes)
}

/** The fields of an entity that name one that may be merged. */
export const namesIn = (entity: EntityName): readonly (readonly [string, string])[] => statements[entity].names

/** Whether one of these may turn out to be another. */
export function isMergeable(entity: string): boolean {
  return references[entity]?.mergedInto === entity
}

function shownAt(raw: Database, entity: EntityName, id: string): string {
  const table = tableOf(entity)
  if (!statement(raw, `select 1 from "${table}" where merged_into is not null limit 1`).raw(true).get()) return id
  return canonicalId(entity, id, (name, at) => readRow(raw, name, at))
}

function restOf(entity: EntityName, { fields, clashes, gone }: Row, named: Record<string, string>): string | null {
  const kinds = columnKinds[entity]
  const extra = Object.fromEntries(Object.entries(fields).filter(([field]) => !Object.hasOwn(kinds, field)))
  const rest: Rest = {
    ...(Object.keys(extra).length > 0 && { extra }),
    ...(clashes && { clashes }),
    ...(gone !== undefined && { gone }),
    ...(Object.keys(named).length > 0 && { named })
  }
  return Object.keys(rest).length > 0 ? JSON.stringify(rest) : null
}

/** The same clashes where they can be listed. */
function keepClashes(raw: Database, entity: EntityName, id: string, clashes: Clash[] = []): void {
  const isThere = statement(raw, 'select 1 from clash where entity = ? and id = ? limit 1').raw(true).get(entity, id)
  if (isThere) statement(raw, 'delete from clash where entity = ? and id = ?').run(entity, id)
  for (const { change, kind, fields } of clashes)
    statement(raw, 'insert into clash (entity, id, change, kind, fields) values (?, ?, ?, ?, ?)').run(
      entity,
      id,
      change,
      kind,
      JSON.stringify(fields)
    )
}

/** The device that made a stored row. */
export const makerOf = ({ stamps }: { stamps: string }): string => (JSON.parse(stamps) as Row['stamps'])['*']?.split('.')[0] ?? ''
