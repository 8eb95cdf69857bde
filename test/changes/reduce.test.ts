import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Op } from '#shared/changes/op'
import { type Look, type Row, reduce, stampOf } from '#shared/changes/reduce'

const id = '0192f0c0-0000-7000-8000-000000000001'
const on = { entity: 'case', id }
const resident = { entity: 'resident', id }
const FIELDS = ['status', 'name', 'note', 'constructor', 'toString', 'hasOwnProperty'] as const
type Field = (typeof FIELDS)[number]
type Json = Extract<Op, { type: 'create' }>['fields']
const alone: Look = () => undefined

/** A history of one row as one desk writes it: every op knows the row as it was just before. */
const histories = fc
  .tuple(
    fc.record(Object.fromEntries(FIELDS.map(field => [field, fc.string({ maxLength: 4 })])) as Record<Field, fc.Arbitrary<string>>),
    fc.array(fc.tuple(fc.subarray([...FIELDS], { minLength: 1 }), fc.string({ maxLength: 4 }), fc.boolean()), { maxLength: 12 })
  )
  .map(([first, edits]) => {
    const ops: Op[] = [{ type: 'create', ...on, fields: first }]
    let row = must(reduce(ops[0] as Op, 'c.1', undefined, alone))
    edits.forEach(([fields, text, isMove], i) => {
      const op = edit(row, fields, `${text}${i}`, isMove)
      ops.push(op)
      row = must(reduce(op, `c.${i + 2}`, row, alone))
    })
    return { ops, row }
  })

function edit(row: Row, fields: Field[], text: string, isMove: boolean): Op {
  const base = Object.fromEntries([...fields, 'status'].map(field => [field, stampOf(row, field)]))
  const written: Json = Object.fromEntries(fields.filter(field => !isMove || field !== 'status').map(field => [field, text]))
  if (!isMove) return { type: 'patch', ...on, fields: written, base }
  return { type: 'transition', ...on, from: String(row.fields.status), to: text, fields: written, base }
}

function must(reduced: ReturnType<typeof reduce>): Row {
  if (reduced.clash || !reduced.row) throw new Error(reduced.clash?.kind)
  return reduced.row
}

/** Folds with the row written down and read again between batches. */
function fold(ops: readonly (readonly [Op, string])[], isCut: (i: number) => boolean): Row | undefined {
  let row: Row | undefined
  for (const [i, [op, change]] of ops.entries()) {
    row = reduce(op, change, row, alone).row
    if (isCut(i)) row = row && (JSON.parse(JSON.stringify(row)) as Row)
  }
  return row
}
const named = (ops: Op[]) => ops.map((op, i) => [op, `c.${i + 1}`] as const)

describe('reduce', () => {
  it('gives the same row for any split of the history into batches', () => {
    fc.assert(
      fc.property(histories, fc.func(fc.boolean()), ({ ops, row }, isCut) => {
        expect(fold(named(ops), isCut)).toEqual(row)
      })
    )
  })

  it('changes neither the op nor the row it was given', () => {
    fc.assert(
      fc.property(histories, ({ ops }) => {
        let row: Row | undefined
        for (const [op, change] of named(ops)) {
          const before = JSON.stringify([op, row])
          const reduced = reduce(op, change, row, alone)
          expect(JSON.stringify([op, row])).toBe(before)
          row = must(reduced)
        }
      })
    )
  })
})

const row: Row = {
  fields: { name: 'Siti', phone: null, status: 'registered', summary: 'Lama' },
  stamps: { '*': 'a.1', name: 'a.2' }
}
const patch = (fields: Json, base: Record<string, string>, entity = 'resident'): Op => ({ type: 'patch', entity, id, fields, base })
const step = (from: string, to: string, base: Record<string, string>, entity = 'case'): Op => ({
  type: 'transition',
  entity,
  id,
  from,
  to,
  fields: {},
  base
})
const run = (op: Op, change: string, known: Row | undefined, look: Look = alone) => reduce(op, change, known, look)

describe('two desks that did not know of each other', () => {
  it('[C2] leave the standing name and set the other one aside for a person', () => {
    const { row: next, clash } = run(patch({ name: 'Sri' }, { name: 'a.1' }), 'b.1', row)
    expect(next?.fields.name).toBe('Siti')
    expect(clash).toEqual({ change: 'b.1', kind: 'field-moved-on', fields: { name: 'Sri' } })
    expect(next?.clashes).toEqual([clash])
  })

  it('[C3] let the later telephone number hold', () => {
    const moved = run(patch({ phone: '+62811111111' }, { phone: 'a.1' }), 'b.1', row).row
    const { row: next, clash } = run(patch({ phone: '+62822222222' }, { phone: 'a.1' }), 'c.1', moved)
    expect([next?.fields.phone, clash]).toEqual(['+62822222222', undefined])
  })

  it('[C1] decide field by field: one may hold while the other waits', () => {
    const { row: next, clash } = run(patch({ name: 'Sri', phone: '+62811111111' }, { name: 'a.1', phone: 'a.1' }), 'b.1', row)
    expect(next?.fields).toMatchObject({ name: 'Siti', phone: '+62811111111' })
    expect(clash?.fields).toEqual({ name: 'Sri' })
  })

  it('[C4] keep both sides of a set, and the greater number of a book', () => {
    const check: Row = { fields: { programmes: ['pkh'] }, stamps: { '*': 'a.1', programmes: 'a.2' } }
    expect(run(patch({ programmes: ['pip'] }, { programmes: 'a.1' }, 'registryCheck'), 'b.1', check).row?.fields.programmes).toEqual([
      'pip',
      'pkh'
    ])
    const book: Row = { fields: { nextSequence: 9 }, stamps: { '*': 'a.1', nextSequence: 'a.2' } }
    expect(run(patch({ nextSequence: 7 }, { nextSequence: 'a.1' }, 'letterBook'), 'b.1', book).row?.fields.nextSequence).toBe(9)
  })

  it('[C5] cannot change what is fixed', () => {
    const { row: next, clash } = run(patch({ number: '2' }, { number: 'a.1' }, 'letter'), 'b.1', {
      fields: { number: '1' },
      stamps: { '*': 'a.1' }
    })
    expect([next?.fields.number, clash?.kind]).toEqual(['1', 'fixed'])
  })

  it('[C6] do not clash over the same value', () => {
    const { row: next, clash } = run(patch({ name: 'Siti' }, { name: 'a.1' }), 'b.1', row)
    expect([next?.stamps.name, clash]).toEqual(['b.1', undefined])
  })

  it('[C6] hold what was never said for the same as nothing, as a table does', () => {
    const wish = patch({ motherName: null }, { motherName: 'never' })
    const unsaid = { ...row, stamps: { ...row.stamps, motherName: 'a.2' } }
    const empty = { ...unsaid, fields: { ...unsaid.fields, motherName: null } }
    expect(run(wish, 'b.1', unsaid)).toEqual(run(wish, 'b.1', empty))
    expect(run(wish, 'b.1', unsaid).clash).toBeUndefined()
  })

  it('[C7] agree when both took the same step, and ask a person when they took two', () => {
    const moved = run(step('registered', 'resolved', { status: 'a.1' }), 'b.1', row).row
    expect(run(step('registered', 'resolved', { status: 'a.1' }), 'c.1', moved).clash).toBeUndefined()
    const other = run(step('registered', 'rejected', { status: 'a.1' }), 'c.1', moved)
    expect([other.row?.fields.status, other.clash?.kind]).toEqual(['resolved', 'status-moved-on'])
  })

  it('[C7] leave an ending only knowingly, and only where that may be', () => {
    const closed: Row = { fields: { status: 'resolved' }, stamps: { '*': 'a.1', status: 'a.2' } }
    expect(run(step('resolved', 'in-process', { status: 'a.2' }), 'b.1', closed).row?.fields.status).toBe('in-process')
    expect(run(step('registered', 'in-process', { status: 'a.1' }), 'b.1', closed).row?.fields.status).toBe('resolved')
    const done: Row = { fields: { status: 'done' }, stamps: { '*': 'a.1', status: 'a.2' } }
    expect(run(step('serving', 'waiting', { status: 'a.1' }, 'visit'), 'b.1', done)).toEqual({ row: done })
  })

  it('[C8] never take a void back', () => {
    const letter: Row = { fields: { status: 'void' }, stamps: { '*': 'a.1', status: 'a.2' } }
    const { row: next, clash } = run(step('void', 'issued', { status: 'a.2' }, 'letter'), 'b.1', letter)
    expect([next?.fields.status, clash?.kind]).toEqual(['void', 'status-moved-on'])
  })

  it('[C9] never bring back what was removed, and remove nothing that has moved on', () => {
    const gone = run({ type: 'tombstone', ...resident, base: { '*': 'a.1', name: 'a.2' } }, 'b.1', row).row
    expect(gone?.gone).toBe('b.1')
    const late = run(patch({ phone: '+62811111111' }, { phone: 'a.1' }), 'c.1', gone)
    expect([late.row?.gone, late.row?.fields.phone, late.clash?.kind]).toEqual(['b.1', null, 'gone'])
    const unaware = run({ type: 'tombstone', ...resident, base: { '*': 'a.1' } }, 'b.1', row)
    expect([unaware.row?.gone, unaware.clash?.kind]).toEqual([undefined, 'field-moved-on'])
  })

  it('[C10] make one card of a value that goes on from what was set aside, and none once a person has decided', () => {
    const first = run(patch({ name: 'Sri' }, { name: 'a.1' }), 'b.1', row).row
    const second = run(patch({ name: 'Sri Rahayu' }, { name: 'b.1' }), 'b.2', first).row
    expect(second?.clashes).toEqual([{ change: 'b.2', kind: 'field-moved-on', fields: { name: 'Sri Rahayu' } }])
    const answer: Op = { type: 'resolve', ...resident, clash: 'b.2', fields: { name: 'Sri Rahayu' }, base: { name: 'a.2' } }
    expect(run(answer, 'a.3', second).row).toEqual({
      fields: { ...row.fields, name: 'Sri Rahayu' },
      stamps: { '*': 'a.1', name: 'a.3' }
    })
  })

  it('[C11] merge and un-merge without moving anything, and never in a circle', () => {
    const [a, b] = [id, '0192f0c0-0000-7000-8000-000000000002']
    const rows: Record<string, Row> = { [a]: row, [b]: { fields: { name: 'Siti A.' }, stamps: { '*': 'c.1' } } }
    const look: Look = (_, at) => rows[at]
    const merged = run({ type: 'merge', ...resident, into: b, base: { mergedInto: 'a.1' } }, 'a.3', row, look).row as Row
    expect(merged.fields.mergedInto).toBe(b)
    rows[a] = merged
    const back = run({ type: 'merge', entity: 'resident', id: b, into: a, base: { mergedInto: 'c.1' } }, 'c.2', rows[b], look)
    expect([back.row?.fields.mergedInto, back.clash?.kind]).toEqual([undefined, 'circle'])
    const apart = run({ type: 'unmerge', ...resident, base: { mergedInto: 'a.3' } }, 'a.4', merged, look).row
    expect(apart?.fields).toEqual({ ...row.fields, mergedInto: null })
  })

  it('[C12] always give a row, whatever the op and whatever it meets', () => {
    const bases = fc.dictionary(fc.constantFrom('name', 'status', '*'), fc.constantFrom('a.1', 'a.2', 'x'))
    const fields = fc.dictionary(
      fc.constantFrom('name', 'status', 'nextSequence', 'programmes', '__proto__x'),
      fc.jsonValue()
    ) as fc.Arbitrary<Json>
    const entity = fc.constantFrom('resident', 'case', 'letter', 'visit', 'letterBook', 'home-visit')
    const ops: fc.Arbitrary<Op> = fc.oneof(
      fc.record({ type: fc.constant('patch' as const), entity, id: fc.constant(id), fields, base: bases }),
      fc.record({ type: fc.constant('create' as const), entity, id: fc.constant(id), fields }),
      fc.record({ type: fc.constant('tombstone' as const), entity, id: fc.constant(id), base: bases }),
      fc.record({ type: fc.constant('merge' as const), entity, id: fc.constant(id), into: fc.constant(id), base: bases }),
      fc.record({ type: fc.constant('unmerge' as const), entity, id: fc.constant(id), base: bases }),
      fc.record({
        type: fc.constant('resolve' as const),
        entity,
        id: fc.constant(id),
        clash: fc.constantFrom('c.0', 'c.1'),
        fields,
        base: bases
      }),
      fc.record({
        type: fc.constant('transition' as const),
        entity,
        id: fc.constant(id),
        from: fc.string(),
        to: fc.string(),
        fields,
        base: bases
      })
    )
    fc.assert(
      fc.property(fc.array(ops), list => {
        let at: Row | undefined
        for (const [i, op] of list.entries()) {
          const { row: next } = reduce(op, `c.${i}`, at, () => at)
          expect(at === undefined || next !== undefined).toBe(true)
          at = next
        }
      })
    )
  })
})
