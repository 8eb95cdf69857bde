import { derivedId, type IdPlace, idOfParts, isPlainUuid, partsOfId, seq20Of, uuidBytes, uuidOf } from './change-place'
import type { Field, Pass } from './field'
import { type Layout, numberColumn } from './layout'
import { listOf, type Memory } from './memory'
import { must } from './plain-fields'

const NULL = 0
/** The next id that this change makes. */
const NEXT = 1
const ELSEWHERE = 2
const FIRST_KNOWN = 3

/** How an id that has not come up is told: by its number in this change, by its number in another that has come up, by that change, or whole. */
const IN_THIS_CHANGE = 0
const BESIDE = 1
const BY_PLACE = 2
const WHOLE = 3

/** Ids of entities, by what is already known of them; one that its change can say again costs next to nothing. */
export function idFields(layout: Layout): (name: string, entity: string) => Field {
  const elsewhere = elsewhereCoder(layout)
  return (name, entity) => {
    const column = numberColumn(layout, `${name} of ${entity}`)
    return {
      fits: value => value === null || isPlainUuid(value),
      code: (pass, value) => {
        const { tape, memory, place } = pass
        const known = listOf(memory.ids, entity)
        const at = value === null ? -1 : known.lastIndexOf(value as string)
        const isNext = value !== null && at < 0 && tape.isWriting && value === derivedId(place, place.nextN)
        const code = tape.uint(column, value === null ? NULL : at >= 0 ? known.length - 1 - at + FIRST_KNOWN : isNext ? NEXT : ELSEWHERE)
        if (code === NULL) return null
        if (code === NEXT) return named(pass, known, derivedId(place, place.nextN++))
        if (code === ELSEWHERE) return named(pass, known, elsewhere(pass, value as string))
        const found = must(known[known.length - 1 - (code - FIRST_KNOWN)])
        if (code > FIRST_KNOWN) known.push(...known.splice(known.length - 1 - (code - FIRST_KNOWN), 1))
        return found
      }
    }
  }
}

/** How many ids of an entity have numbers; of more, those that were named longest ago are told anew. */
const MOST_KNOWN = 512

function named({ tape }: Pass, known: string[], id: string): string {
  tape.spend(36)
  if (known.push(id) > MOST_KNOWN) known.shift()
  return id
}

function elsewhereCoder(layout: Layout) {
  const [way, n, beside] = [numberColumn(layout, 'id way'), numberColumn(layout, 'id n'), numberColumn(layout, 'id beside')]
  const placeOf = placeCoder(layout)
  return (pass: Pass, id: string): string => {
    const { tape, place, memory } = pass
    const parts = tape.isWriting ? partsOfId(id) : undefined
    const isOurs = parts?.wall === place.wall && parts.run === place.run && parts.seq20 === seq20Of(place.seq)
    const known = parts ? memory.places.findIndex(one => isSamePlace(one, parts)) : -1
    const found = tape.uint(way, isOurs ? IN_THIS_CHANGE : known >= 0 ? BESIDE : parts ? BY_PLACE : WHOLE)
    if (found === IN_THIS_CHANGE) {
      const at = place.nextN + tape.int(n, (parts?.n ?? 0) - place.nextN)
      place.nextN = at + 1
      return derivedId(place, at)
    }
    if (found === WHOLE) return uuidOf(tape.noiseBytes(16, tape.isWriting ? uuidBytes(id) : NOTHING))
    const from = found === BESIDE ? must(memory.places[tape.uint(beside, known)]) : placeOf(pass, parts ?? NOWHERE)
    return idOfParts({ ...from, n: tape.uint(n, parts?.n ?? 0) })
  }
}

const isSamePlace = (a: IdPlace, b: IdPlace): boolean => a.wall === b.wall && a.seq20 === b.seq20 && a.run === b.run

/** Milliseconds of a few hours have no pattern. */
const HOURS_SPAN = 2 ** 24

/** The change that an id was made in. */
function placeCoder(layout: Layout) {
  const [run, wall, seq] = [numberColumn(layout, 'id run'), numberColumn(layout, 'id wall'), numberColumn(layout, 'id seq')]
  return (pass: Pass, from: IdPlace): IdPlace => {
    const { tape, place, memory } = pass
    const ago = place.wall - from.wall
    const hours = tape.int(wall, Math.floor(ago / HOURS_SPAN))
    const coded = {
      run: runCode(pass, run, from.run),
      wall: place.wall - hours * HOURS_SPAN - tape.noise(3, ago - Math.floor(ago / HOURS_SPAN) * HOURS_SPAN),
      seq20: Math.abs(seq20Of(place.seq) - tape.int(seq, seq20Of(place.seq) - from.seq20))
    }
    if (memory.places.length < MOST_KNOWN) memory.places.push(coded)
    return coded
  }
}

const NOTHING = new Uint8Array()
const NOWHERE: IdPlace = { wall: 0, seq20: 0, run: '' }

/** The random part of a run: a number once it has come up. */
function runCode({ tape, memory }: Pass, column: number, run: string): string {
  const at = tape.isWriting ? memory.runs.indexOf(run) : 0
  const code = tape.uint(column, at + 1)
  if (code > 0) return must(memory.runs[code - 1])
  const found = tape.noise(5, Number.parseInt(run, 16)).toString(16).padStart(10, '0')
  if (memory.runs.length < MOST_KNOWN) memory.runs.push(found)
  return found
}

/** Takes a run that a change of a desk names as its own. */
export function learnRun({ runs, owners }: Memory, run: string, prefix: string): void {
  if (!runs.includes(run) && runs.length < MOST_KNOWN) runs.push(run)
  owners.set(run, prefix)
}
