import type { IdPlace } from './change-place'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** What both ends know after the changes so far; nothing in it may come from anywhere else, or the two would drift apart. */
export type Memory = {
  /** Ids of each entity, the one that was named last at the end. */
  readonly ids: Map<string, string[]>
  /** Short texts by field, in the order they first came. */
  readonly texts: Map<number, TextTable>
  /** The last number of a field. */
  readonly numbers: Map<number, number>
  /** What is known of each entity, by its id. */
  readonly rows: Map<string, JsonObject>
  /** The newest row of each entity. */
  readonly newest: Map<string, JsonObject>
  /** Which change wrote a field of an entity last: by id, then by field; `*` for the others. */
  readonly stamps: Map<string, Map<string, string>>
  /** The random parts of runs, in the order they first came, and whose runs they are. */
  readonly runs: string[]
  readonly owners: Map<string, string>
  /** Changes outside the frame that ids of it were made in. */
  readonly places: IdPlace[]
  /** Which change made an entity whose id does not say so. */
  readonly makers: Map<string, string>
  /** Answers that came with a question before: what the fields of a kind were when something else was so. */
  readonly habits: Map<string, Json>
}

export type TextTable = { texts: string[]; places: Map<string, number> }

export const emptyMemory = (): Memory => ({
  ids: new Map(),
  texts: new Map(),
  numbers: new Map(),
  rows: new Map(),
  newest: new Map(),
  stamps: new Map(),
  runs: [],
  owners: new Map(),
  places: [],
  makers: new Map(),
  habits: new Map()
})

/** The list of a key, made when it is first asked for. */
export function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key)
  if (known) return known
  const made: V[] = []
  lists.set(key, made)
  return made
}

/** The texts of a field so far. */
export function tableOf({ texts }: Memory, field: number): TextTable {
  const known = texts.get(field)
  if (known) return known
  const made: TextTable = { texts: [], places: new Map() }
  texts.set(field, made)
  return made
}

/** Takes what an op says into the rows. */
export function learnRow(memory: Memory, entity: string, id: string, fields: JsonObject, isNew: boolean): void {
  const row = isNew ? fields : { ...memory.rows.get(id), ...fields }
  memory.rows.set(id, row)
  if (isNew) memory.newest.set(entity, row)
}
