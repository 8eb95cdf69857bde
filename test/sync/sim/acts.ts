// What people do at a desk, as the ops of one change. Numbers choose among what the desk shows; undefined when there is nothing to do it to.
import { type CaseStatus, caseMachine } from '#shared/cases/case-status'
import { knownOp, type LoggedOp, type Op } from '#shared/changes/op'
import { isEndingOf } from '#shared/changes/policy'
import { allStamps, canonicalId, type Row, stampOf } from '#shared/changes/reduce'
import { isIssuing, numberGiven, opsTakenBack, opsVoided, placeToTake } from '#shared/sync/taking-place'
import type { Entry } from './disk'
import type { Desk } from './node'
import { bookFields, caseFields, checkFields, eventFields, letterFields, residentFields, visitFields } from './papers'

export type Act = { ops: LoggedOp[]; by?: 'manager' | 'clerk'; replaces?: string }
/** Numbers that an action carries, and ids that nobody else has. */
export type Draw = { a: number; b: number; newId(): string }
type MakeAct = (desk: Desk, draw: Draw) => Act | undefined

const idsOf = (desk: Desk, entity: string): string[] => {
  const start = `${entity}/`
  return [...desk.store.disk.rows.keys()].filter(key => key.startsWith(start)).map(key => key.slice(start.length))
}

function pick(desk: Desk, entity: string, n: number, is: (row: Row, id: string) => boolean = () => true): [string, Row] | undefined {
  const ids = idsOf(desk, entity).filter(id => is(desk.store.look(entity, id) as Row, id))
  const id = ids[n % Math.max(1, ids.length)]
  return id === undefined ? undefined : [id, desk.store.look(entity, id) as Row]
}

const isHere = (row: Row): boolean => row.gone === undefined
const baseOf = (row: Row, fields: readonly string[]) => Object.fromEntries(fields.map(field => [field, stampOf(row, field)]))

function patch(entity: string, [id, row]: [string, Row], fields: Record<string, unknown>): Op {
  return { type: 'patch', entity, id, fields: fields as never, base: baseOf(row, Object.keys(fields)) }
}

function move([id, row]: [string, Row], entity: string, to: string, fields: Record<string, unknown> = {}): Op {
  const base = baseOf(row, ['status', ...Object.keys(fields)])
  return { type: 'transition', entity, id, from: String(row.fields.status), to, fields: fields as never, base }
}

const LOW = ['note', 'phone', 'occupation'] as const
const HUMAN = ['name', 'birthPlace', 'motherName'] as const
const lowValue = (field: string, n: number): string => (field === 'phone' ? `+6281200000${n % 10}` : `low ${n % 4}`)

export const acts = {
  register: (_desk, { a, newId }) => ({ ops: [{ type: 'create', entity: 'resident', id: newId(), fields: residentFields(`Warga ${a}`) }] }),

  editLow(desk, { a, b }) {
    const found = pick(desk, 'resident', a, isHere)
    const field = LOW[b % LOW.length] as string
    return found && { ops: [patch('resident', found, { [field]: lowValue(field, b) })] }
  },

  editIdentity(desk, { a, b }) {
    const found = pick(desk, 'resident', a, isHere)
    return found && { ops: [patch('resident', found, { [HUMAN[b % HUMAN.length] as string]: `Nama ${b % 7}` })] }
  },

  openCase(desk, { a, newId }) {
    const resident = pick(desk, 'resident', a, isHere)
    if (!resident) return undefined
    const [visit, opened] = [newId(), newId()]
    const ops: Op[] = [
      { type: 'create', entity: 'visit', id: visit, fields: visitFields(desk.code, `${desk.code}${visit.slice(-6)}`) },
      {
        type: 'create',
        entity: 'case',
        id: opened,
        fields: caseFields(`K/${desk.code}/${opened.slice(-6)}`, visit, resident[0], desk.manager)
      }
    ]
    return { ops }
  },

  moveCase(desk, { a, b }) {
    const found = pick(desk, 'case', a, row => isHere(row) && !isEndingOf('case', row.fields.status))
    if (!found) return undefined
    const steps = caseMachine[found[1].fields.status as CaseStatus].filter(to => !isEndingOf('case', to))
    return { ops: [move(found, 'case', steps[b % steps.length] as string, { nextStep: `step ${b}` })] }
  },

  close(desk, { a, b }) {
    const found = pick(desk, 'case', a, row => isHere(row) && !isEndingOf('case', row.fields.status))
    return (
      found && { ops: [move(found, 'case', b % 2 ? 'resolved' : 'rejected', { outcome: b % 2 ? 'fulfilled' : 'ineligible', closedAt: 1 })] }
    )
  },

  reopen(desk, { a }) {
    const found = pick(desk, 'case', a, row => isHere(row) && isEndingOf('case', row.fields.status))
    return found && { ops: [move(found, 'case', 'in-process', { outcome: null, closedAt: null })] }
  },

  finishVisit(desk, { a }) {
    const found = pick(desk, 'visit', a, row => row.fields.status === 'serving')
    return found && { ops: [move(found, 'visit', a % 2 ? 'done' : 'waiting', { endedAt: 1 })] }
  },

  note(desk, { a, b, newId }) {
    const found = pick(desk, 'case', a)
    return (
      found && {
        ops: [{ type: 'append', entity: 'caseEvent', id: newId(), fields: eventFields(found[0], desk.clerk, `note ${b}`) }],
        by: 'clerk'
      }
    )
  },

  check(desk, { a, newId }) {
    const found = pick(desk, 'resident', a, isHere)
    return (
      found && { ops: [{ type: 'create', entity: 'registryCheck', id: newId(), fields: checkFields(found[0], desk.clerk) }], by: 'clerk' }
    )
  },

  addProgramme(desk, { a, b }) {
    const found = pick(desk, 'registryCheck', a)
    if (!found) return undefined
    const programmes = [...new Set([...(found[1].fields.programmes as string[]), ['sembako', 'pbi-jk', 'pip'][b % 3] as string])].sort()
    return { ops: [patch('registryCheck', found, { programmes })] }
  },

  editFixed(desk, { a, b }) {
    const found = pick(desk, 'case', a, isHere)
    const other = pick(desk, 'resident', b)
    return found && other && { ops: [patch('case', found, { residentId: other[0] })] }
  },

  voidLetter(desk, { a }) {
    const found = pick(desk, 'letter', a, row => row.fields.status === 'issued')
    return found && { ops: [move(found, 'letter', 'void', { voidReason: 'salah ketik', voidedAt: 1, voidedBy: desk.manager })] }
  },

  merge(desk, { a, b }) {
    const isFree = (row: Row) => isHere(row) && !row.fields.mergedInto
    const [one, other] = [pick(desk, 'resident', a, isFree), pick(desk, 'resident', b, isFree)]
    if (!one || !other || canonicalId('resident', other[0], desk.store.look) === one[0]) return undefined
    return { ops: [{ type: 'merge', entity: 'resident', id: one[0], into: other[0], base: baseOf(one[1], ['mergedInto']) }] }
  },

  unmerge(desk, { a }) {
    const found = pick(desk, 'resident', a, row => isHere(row) && typeof row.fields.mergedInto === 'string')
    return found && { ops: [{ type: 'unmerge', entity: 'resident', id: found[0], base: baseOf(found[1], ['mergedInto']) }] }
  },

  remove(desk, { a, b }) {
    const entity = ['resident', 'case', 'visit'][b % 3] as string
    const found = pick(desk, entity, a, isHere)
    return found && { ops: [{ type: 'tombstone', entity, id: found[0], base: allStamps(found[1]) }], by: b % 8 === 7 ? 'clerk' : 'manager' }
  },

  resolve(desk, { a, b }) {
    const clashed = [...desk.store.disk.rows].filter(([, row]) => row.clashes)
    const [key, row] = clashed[a % Math.max(1, clashed.length)] ?? []
    const clash = row?.clashes?.[b % row.clashes.length]
    if (!key || !row || !clash) return undefined
    const [entity = '', id = ''] = key.split('/')
    const taken = b % 2 ? Object.entries(clash.fields) : []
    const fields = Object.fromEntries(taken.filter(([field]) => field in row.fields || field === 'mergedInto'))
    return { ops: [{ type: 'resolve', entity, id, clash: clash.change, fields: fields as never, base: baseOf(row, Object.keys(fields)) }] }
  },

  /** A number from the desk's own book, given in the change that makes the letter. SPEC N1. */
  letter(desk, { a, b, newId }) {
    const { bookId } = desk.store.disk
    const found = pick(desk, 'case', a)
    const book = desk.store.look('letterBook', bookId)
    if (!found || !book) return undefined
    const sequence = Number(book.fields.nextSequence)
    const number = `${sequence}/${book.fields.unitCode}`
    const place = { caseId: found[0], residentId: String(found[1].fields.residentId), bookId, officerId: desk.manager, sequence, number }
    const made: Op = { type: 'create', entity: 'letter', id: newId(), fields: letterFields(place) }
    return { ops: [made, patch('letterBook', [bookId, book], { nextSequence: sequence + 1 })], by: b % 2 ? 'clerk' : 'manager' }
  },

  newBook: (desk, { newId }) => {
    const id = newId()
    return { ops: [{ type: 'create', entity: 'letterBook', id, fields: bookFields(`${desk.code}-${id.slice(-6)}`) }] }
  },

  /** An administrator takes a clerk's right away, or gives it. */
  appoint(desk, { a, b }) {
    const found = pick(desk, 'officer', a, ({ fields }) => fields.name === 'Petugas')
    return found && { ops: [patch('officer', found, b % 2 ? { isActive: b % 4 === 1 } : { roles: [b % 4 ? 'front-office' : 'manager'] })] }
  },

  /** What a newer program writes: an op, a field and an entity that this one does not know. */
  later(desk, { a, b, newId }) {
    const found = pick(desk, 'resident', a, isHere)
    if (!found) return undefined
    const whole = { type: 'x-mark', entity: 'resident', id: found[0], colour: `c${b}` }
    const field = patch('resident', found, { xField: `x${b}` })
    const entity = { type: 'create', entity: 'xThing', id: newId(), fields: { x: b } } as const
    return { ops: [[whole], [field], [entity], [whole, field]][b % 4] as LoggedOp[] }
  },

  /** A change that no schema allows, as a program with a fault would write it. */
  poison(desk, { a, b, newId }) {
    const found = pick(desk, 'resident', a, isHere)
    if (!found) return undefined
    const wrong: Op[] = [
      patch('resident', found, { name: b }),
      { type: 'create', entity: 'resident', id: newId(), fields: { name: 'no more than that' } },
      { type: 'create', entity: 'case', id: newId(), fields: caseFields('K/x', newId(), found[0], desk.manager) }
    ]
    return { ops: [wrong[b % 3] as Op] }
  },

  /** Something that a clerk may not do. */
  trespass(desk, { a }) {
    const found = pick(desk, 'case', a, row => isHere(row) && isEndingOf('case', row.fields.status))
    if (found) return { ops: [move(found, 'case', 'in-process', { outcome: null })], by: 'clerk' }
    return { ops: [{ type: 'patch', entity: 'officer', id: desk.manager, fields: { name: 'Saya' }, base: {} }], by: 'clerk' }
  },

  /** A refused change is made good. */
  mend(desk, { a }) {
    const refused = parkedOf(desk, ['refused'])
    const entry = refused[a % Math.max(1, refused.length)]
    if (!entry) return undefined
    const isOfNote = (op: LoggedOp) => op.type === 'patch' && op.entity === 'resident' && 'fields' in op
    const ops = entry.change.ops.map(op =>
      isOfNote(op) ? ({ ...op, fields: { ...(op as { fields: object }).fields, name: 'Benar' } } as LoggedOp) : op
    )
    return { ops, replaces: replacing(desk, entry) }
  },

  /** A parked change is taken back: nothing takes its place, but a number that was given stays given. A letter whose number another has may be issued anew. */
  withdraw(desk, { a, b, newId }) {
    const parked = parkedOf(desk, ['refused', 'waiting'])
    const entry = parked[a % Math.max(1, parked.length)]
    return entry && ((b % 2 ? issuedAnew(desk, entry, newId) : undefined) ?? takenBack(desk, entry))
  }
} as const satisfies Record<string, MakeAct>

export type ActName = keyof typeof acts

export const parkedOf = (desk: Desk, states: readonly string[]) =>
  [...desk.store.disk.log.values()].filter(
    ({ change, place, isOut }) => change.device === desk.device && !isOut && states.includes(place.state)
  )

const replacing = ({ store }: Desk, { change, place }: Entry): string => placeToTake(change, place, id => store.find(id) !== undefined)

/** Whether it makes a letter whose number another has. */
const isTaken = ({ place, change }: Entry): boolean =>
  place.state === 'refused' && place.reason === 'number-taken' && change.ops.some(op => isIssuing(op as Op))

const VOID = { voidReason: 'nomor sudah dipakai', voidedAt: 1 }

export function takenBack(desk: Desk, entry: Entry): Act {
  const ops = entry.change.ops.flatMap(op => knownOp(op) ?? [])
  const left = isTaken(entry) ? opsVoided(ops, { ...VOID, voidedBy: desk.manager }) : opsTakenBack(ops)
  return { ops: left, replaces: replacing(desk, entry) }
}

/** SPEC N5: void under the old number, in force under the next one. */
function issuedAnew(desk: Desk, entry: Entry, newId: () => string): Act | undefined {
  const { bookId } = desk.store.disk
  const book = desk.store.look('letterBook', bookId)
  if (!isTaken(entry) || !book || desk.store.numbering() !== 'open') return undefined
  const sequence = Number(book.fields.nextSequence)
  const voided = takenBack(desk, entry)
  const made = entry.change.ops.flatMap(op => knownOp(op) ?? []).find(isIssuing)
  const fields = { ...made?.fields, bookId, sequence, number: `${sequence}/${book.fields.unitCode}` }
  return { ...voided, ops: [{ type: 'create', entity: 'letter', id: newId(), fields }, ...voided.ops, numberGiven(bookId, sequence)] }
}
