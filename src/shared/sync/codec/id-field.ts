import { derivedId, type IdParts, idOfParts, isPlainUuid, partsOfId, runOf, seq20Of, uuidBytes, uuidOf } from './change-place'
import type { Field, Pass } from './field'
import { type Layout, numberColumn } from './layout'
import { listOf } from './memory'
import { must } from './plain-fields'

const NULL = 0
/** The next id that this change makes. */
const NEXT = 1
const ELSEWHERE = 2
const FIRST_KNOWN = 3

/** How an id that has no number yet is told: by its number in this change, by the place it was made in, or whole. */
const IN_THIS_CHANGE = 0
const BY_PLACE = 1
const WHOLE = 2

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

function named({ tape }: Pass, known: string[], id: string): string {
  tape.spend(36)
  known.push(id)
  return id
}

function elsewhereCoder(layout: Layout) {
  const [way, n, run, wall, seq] = ['way', 'n', 'run', 'wall', 'seq'].map(part => numberColumn(layout, `id ${part}`)) as [
    number,
    number,
    number,
    number,
    number
  ]
  return (pass: Pass, id: string): string => {
    const { tape, place } = pass
    const parts = tape.isWriting ? partsOfId(id) : undefined
    const isOurs = parts !== undefined && derivedId(place, parts.n) === id
    const hasPlace = parts !== undefined && idOfParts(parts) === id
    const found = tape.uint(way, isOurs ? IN_THIS_CHANGE : hasPlace ? BY_PLACE : WHOLE)
    if (found === IN_THIS_CHANGE) {
      const at = place.nextN + tape.int(n, (parts?.n ?? 0) - place.nextN)
      place.nextN = at + 1
      return derivedId(place, at)
    }
    if (found === WHOLE) return uuidOf(tape.noiseBytes(16, tape.isWriting ? uuidBytes(id) : NOTHING))
    const from = parts ?? NO_PARTS
    return idOfParts({
      run: runCode(pass, run, from.run),
      wall: place.wall - tape.int(wall, place.wall - from.wall),
      seq20: seq20Of(Math.abs(seq20Of(place.seq) - tape.int(seq, seq20Of(place.seq) - from.seq20))),
      n: tape.uint(n, from.n)
    })
  }
}

const NOTHING = new Uint8Array()
const NO_PARTS: IdParts = { wall: 0, seq20: 0, n: 0, run: '' }

/** The random part of a run: a number once it has come up. */
function runCode({ tape, memory }: Pass, column: number, run: string): string {
  const at = tape.isWriting ? memory.runs.indexOf(run) : 0
  const code = tape.uint(column, at + 1)
  if (code > 0) return must(memory.runs[code - 1])
  const found = tape.noise(5, Number.parseInt(run, 16)).toString(16).padStart(10, '0')
  memory.runs.push(found)
  return found
}

/** Takes a run that a change names as its own. */
export function learnRun({ memory, place }: Pass): void {
  const run = runOf(place.boot)
  if (!memory.runs.includes(run)) memory.runs.push(run)
  memory.owners.set(run, place.prefix)
}
