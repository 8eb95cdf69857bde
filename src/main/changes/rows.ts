import type { Database, Statement } from 'better-sqlite3'
import type { z } from 'zod'
import { type EntityName, type EntityRow, entities } from '#shared/changes/entities'
import type { Row } from '#shared/changes/reduce'
import type { Stored } from '../database/tables'

type ColumnKind = 'plain' | 'flag' | 'json'

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
export const tableOf = (entity: EntityName): string => snake(entity)

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

type Statements = { read: string; put: string; fields: readonly (readonly [string, ColumnKind])[] }

const statements = Object.fromEntries(
  Object.entries(columnKinds).map(([entity, kinds]) => {
    const fields = Object.entries(kinds)
    const columns = [...fields.map(([field]) => `"${snake(field)}"`), 'stamps']
    const table = `"${tableOf(entity as EntityName)}"`
    const written = columns.filter(column => column !== '"id"').map(column => `${column} = excluded.${column}`)
    return [
      entity,
      {
        read: `select ${columns.join(', ')} from ${table} where id = ?`,
        put: `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict (id) do update set ${written.join(', ')}`,
        fields
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

/** The folded row of one entity as it stands in the tables. */
export function readRow(raw: Database, entity: EntityName, id: string): Row | undefined {
  const { read, fields } = statements[entity]
  const values = statement(raw, read).raw(true).get(id) as unknown[] | undefined
  if (!values) return undefined
  return {
    fields: Object.fromEntries(fields.map(([field, kind], i) => [field, decodeValue(kind, values[i])])),
    stamps: JSON.parse(values[fields.length] as string)
  }
}

/** Writes the folded row of one entity to its table. */
export function putRow(raw: Database, entity: EntityName, row: Row): void {
  const { put, fields } = statements[entity]
  statement(raw, put).run(...fields.map(([field, kind]) => encode(kind, row.fields[field])), JSON.stringify(row.stamps))
}
