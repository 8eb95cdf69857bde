import { partsOfId, seq20Of } from './change-place'
import { type ChangeRef, partsOf } from './change-ref'
import type { EntityCodec } from './entity-codec'
import type { Pass } from './field'
import { FrameError } from './frame-error'
import { type Layout, numberColumn } from './layout'
import type { JsonObject } from './memory'
import { must } from './plain-fields'
import { isObject } from './sameness'
import { likelyMaker } from './stamps'

const AS_EXPECTED = 0
const BASES_ONLY = 1
const OTHERWISE = 2
const LISTED = 3

/** Tells what a change rests on: mostly just what its ops have seen, and what made the entities they name. */
export function dependencyCoder(layout: Layout, codecs: readonly EntityCodec[], refs: ChangeRef) {
  const [way, column] = [numberColumn(layout, 'deps'), numberColumn(layout, 'deps otherwise')]
  const byName = new Map<string, EntityCodec>(codecs.map(codec => [codec.name, codec]))

  return (pass: Pass, ops: readonly JsonObject[], deps: readonly string[]): string[] => {
    const { tape } = pass
    const bases = new Set(ops.flatMap(op => (isObject(op.base) ? Object.values(op.base).map(String) : [])))
    const named = new Set(ops.flatMap(op => idsIn(op, byName)))
    const makers = [...named].map(id => likelyMaker(pass, id))
    const expected = sorted([...bases, ...makers], pass.place.ownId)
    const onlyBases = () => sorted([...bases], pass.place.ownId)
    const code = tape.uint(way, tape.isWriting ? wayOf(deps, expected, onlyBases) : 0)
    const coded = code === AS_EXPECTED ? expected : code === BASES_ONLY ? onlyBases() : otherwise(pass, expected, deps, code)
    for (const dep of coded) tape.spend(dep.length)
    if (code >= OTHERWISE) learnMakers(pass, [...named], without(coded, expected))
    return coded
  }

  function ref({ tape, memory, place }: Pass, value: string | undefined): string {
    return refs(tape, memory, place.prefix, place.seq, value ?? '')
  }

  function otherwise(pass: Pass, expected: readonly string[], deps: readonly string[], code: number): string[] {
    const { tape } = pass
    if (code === LISTED) return list(tape.uint(column, deps.length), index => ref(pass, deps[index]))
    if (code !== OTHERWISE) throw new FrameError('damaged')
    const places = new Map(expected.map((dep, index) => [dep, index]))
    const gone = without(expected, deps)
    const added = without(deps, expected)
    const isGone = list(tape.uint(column, gone.length), index => must(expected[tape.uint(column, places.get(gone[index] ?? '') ?? 0)]))
    const more = list(tape.uint(column, added.length), index => ref(pass, added[index]))
    return sorted([...without(expected, isGone), ...more])
  }
}

function without(deps: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return deps.filter(dep => !known.has(dep))
}

function wayOf(deps: readonly string[], expected: readonly string[], onlyBases: () => readonly string[]): number {
  if (isEqual(deps, expected)) return AS_EXPECTED
  if (isEqual(deps, onlyBases())) return BASES_ONLY
  return isEqual(deps, sorted(deps)) ? OTHERWISE : LISTED
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, i) => text === b[i])

const sorted = (deps: readonly (string | undefined)[], own?: string): string[] =>
  [...new Set(deps.filter(dep => dep !== undefined && dep !== own) as string[])].sort()

/** One after another, as many as could really be there: each costs something to read. */
function list<T>(count: number, each: (index: number) => T): T[] {
  const found: T[] = []
  for (let index = 0; index < count; index++) found.push(each(index))
  return found
}

/** The entities that an op names: its own and those its fields refer to. */
function idsIn(op: JsonObject, codecs: ReadonlyMap<string, EntityCodec>): string[] {
  const codec = codecs.get(String(op.entity))
  const fields = isObject(op.fields) ? op.fields : {}
  const named = [op.id, op.into, ...(codec?.references ?? []).map(field => fields[field])]
  return named.filter(id => typeof id === 'string')
}

/** Takes from deps that were not expected whose the runs are that ids were made in, and what made an id that says nothing. */
function learnMakers(pass: Pass, ids: readonly string[], unexpected: readonly string[]): void {
  const { memory } = pass
  const desks = new Map(unexpected.map(partsOf).map(({ prefix, seq }) => [seq20Of(seq), prefix]))
  const left = ids.filter(id => {
    if (likelyMaker(pass, id) !== undefined) return false
    const parts = partsOfId(id)
    const desk = parts && desks.get(parts.seq20)
    if (parts && desk !== undefined) memory.owners.set(parts.run, desk)
    return desk === undefined
  })
  const [id, dep] = [left[0], unexpected[0]]
  if (id !== undefined && dep !== undefined && left.length === 1 && unexpected.length === 1) memory.makers.set(id, dep)
}
