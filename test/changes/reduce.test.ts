import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Op } from '#shared/changes/op'
import { type Row, reduce, stampOf } from '#shared/changes/reduce'

const id = '0192f0c0-0000-7000-8000-000000000001'
const on = { entity: 'case', id }
const FIELDS = ['status', 'name', 'note', 'constructor', 'toString', 'hasOwnProperty'] as const
type Field = (typeof FIELDS)[number]
type Json = Op['fields']

/** A history of one row as one desk writes it: every op knows the row as it was just before. */
const histories = fc
  .tuple(
    fc.record(Object.fromEntries(FIELDS.map(field => [field, fc.string({ maxLength: 4 })])) as Record<Field, fc.Arbitrary<string>>),
    fc.array(fc.tuple(fc.subarray([...FIELDS], { minLength: 1 }), fc.string({ maxLength: 4 }), fc.boolean()), { maxLength: 12 })
  )
  .map(([first, edits]) => {
    const ops: Op[] = [{ type: 'create', ...on, fields: first }]
    let row = must(reduce(ops[0] as Op, 'c.1', undefined))
    edits.forEach(([fields, text, isMove], i) => {
      const op = edit(row, fields, `${text}${i}`, isMove)
      ops.push(op)
      row = must(reduce(op, `c.${i + 2}`, row))
    })
    return { ops, row }
  })

function edit(row: Row, fields: Field[], text: string, isMove: boolean): Op {
  const base = Object.fromEntries(fields.map(field => [field, stampOf(row, field)]))
  const written: Json = Object.fromEntries(fields.filter(field => !isMove || field !== 'status').map(field => [field, text]))
  if (!isMove) return { type: 'patch', ...on, fields: written, base }
  return { type: 'transition', ...on, from: String(row.fields.status), to: text, fields: written, base }
}

function must(reduced: ReturnType<typeof reduce>): Row {
  if (!reduced.ok) throw new Error(reduced.conflict)
  return reduced.row
}

/** Folds with the row written down and read again between batches, leaving out what does not fit. */
function fold(ops: readonly (readonly [Op, string])[], isCut: (i: number) => boolean): Row | undefined {
  let row: Row | undefined
  for (const [i, [op, change]] of ops.entries()) {
    const reduced = reduce(op, change, row)
    if (reduced.ok) row = reduced.row
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

  it('gives the same row when any part of the history arrives again', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(), { maxLength: 10 }), ({ ops, row }, repeats) => {
        const arrived = [...named(ops)]
        for (const n of repeats) {
          const at = n % arrived.length
          const again = arrived[at]
          if (again) arrived.splice(at + 1 + (n % (arrived.length - at)), 0, again)
        }
        expect(fold(arrived, () => false)).toEqual(row)
      })
    )
  })

  it('changes neither the op nor the row it was given', () => {
    fc.assert(
      fc.property(histories, ({ ops }) => {
        let row: Row | undefined
        for (const [op, change] of named(ops)) {
          const before = JSON.stringify([op, row])
          const reduced = reduce(op, change, row)
          expect(JSON.stringify([op, row])).toBe(before)
          row = must(reduced)
        }
      })
    )
  })

  const row: Row = { fields: { name: 'Siti', phone: null, status: 'issued' }, stamps: { '*': 'a.1', name: 'a.2' } }

  it('never lets a patch overwrite a field that has moved on since', () => {
    const stale: Op = { type: 'patch', ...on, fields: { name: 'Sri' }, base: { name: 'a.1' } }
    expect(reduce(stale, 'b.1', row)).toEqual({ ok: false, conflict: 'field-moved-on' })
  })

  it('takes a patch of one field although another one has moved on', () => {
    const patch: Op = { type: 'patch', ...on, fields: { phone: '+62811111111' }, base: { phone: 'a.1' } }
    expect(must(reduce(patch, 'b.1', row))).toEqual({
      fields: { name: 'Siti', phone: '+62811111111', status: 'issued' },
      stamps: { '*': 'a.1', name: 'a.2', phone: 'b.1' }
    })
  })

  it.each<[string, Op, Row | undefined, string]>([
    ['a second creation', { type: 'create', ...on, fields: {} }, row, 'already-there'],
    ['a second line with the same id', { type: 'append', ...on, fields: {} }, row, 'already-there'],
    ['a patch of nothing', { type: 'patch', ...on, fields: {}, base: {} }, undefined, 'not-there'],
    ['a move of nothing', { type: 'transition', ...on, from: 'issued', to: 'void', fields: {}, base: {} }, undefined, 'not-there'],
    ['a move from another status', { type: 'transition', ...on, from: 'draft', to: 'void', fields: {}, base: {} }, row, 'status-moved-on'],
    [
      'a move on an old base',
      { type: 'transition', ...on, from: 'issued', to: 'void', fields: {}, base: { name: 'a.1' } },
      row,
      'field-moved-on'
    ]
  ])('answers %s with a conflict', (_, op, known, conflict) => {
    expect(reduce(op, 'b.1', known)).toEqual({ ok: false, conflict })
  })
})
