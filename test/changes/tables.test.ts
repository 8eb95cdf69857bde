import { expect, it } from 'vitest'
import { tableOf } from '#main/changes/rows'
import { entities } from '#shared/changes/entities'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { sharedDesk, value } from '#test/support/test-desk'

const { desk, api } = await sharedDesk({ officer: 'front-office' })
const { raw } = desk
const found = await givenCase(api)
value(await api.letters.issue(await givenLetterOrder(api, found.id)))

/** Kysely's own notes on migrations and the shadow tables of the full text index are not ours to declare. */
const isOurs = (name: string): boolean => !/^(kysely_|resident_fts|sqlite_)/.test(name)

it('declares every table STRICT', () => {
  const tables = raw.pragma('table_list') as { name: string; type: string; strict: number }[]
  const ours = tables.filter(({ name, type }) => type === 'table' && isOurs(name))
  expect(ours.length).toBeGreaterThan(Object.keys(entities).length)
  expect(ours.filter(table => table.strict !== 1)).toEqual([])
})

it('has a table for each entity with exactly the columns of its schema', () => {
  for (const [entity, schema] of Object.entries(entities)) {
    const columns = raw.pragma(`table_info("${tableOf(entity as keyof typeof entities)}")`) as { name: string }[]
    const snake = Object.keys(schema.shape).map(field => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`))
    expect(columns.map(({ name }) => name).sort()).toEqual([...snake, 'stamps'].sort())
  }
})

it.each([
  [
    'a case without a next step after its ending',
    `update "case" set ending = 'request', next_step = null, due_on = '2026-12-01', closed_at = null`
  ],
  ['a case without a day after its ending', `update "case" set ending = 'request', next_step = 'Tunggu', due_on = null, closed_at = null`],
  ['a case without an owner', 'update "case" set owner_id = null'],
  ['a case of an owner nobody knows', `update "case" set owner_id = '0192f0c0-0000-7000-8000-000000000009'`],
  ['a closed case without an outcome', 'update "case" set closed_at = 1, outcome = null'],
  ['an ending that is none of the four', `update "case" set ending = 'silence', next_step = 'x', due_on = '2026-12-01'`],
  ['a day in words', `update "case" set due_on = 'besok'`],
  ['a moment in words', `update "case" set opened_at = 'kemarin'`],
  ['a NIK with a letter', `update resident set nik = '33241057089O0001'`],
  ['a NIK as a number', 'update resident set nik = 3324105708900001.5'],
  ['a person without NIK and without a reason', 'update resident set nik = null, no_nik_reason = null'],
  ['a telephone number as it was typed', `update resident set phone = '0812 3456'`],
  ['a name of nothing', `update resident set name = ''`],
  ['a name past 100 characters', `update resident set name = '${'a'.repeat(101)}'`],
  ['a sex of neither kind', `update resident set sex = 'x'`],
  ['an address that is no JSON', `update resident set address = 'Jalan'`],
  ['a ticket number of zero', 'update visit set ticket_no = 0'],
  ['a lane nobody has', `update visit set lane = 'vip'`],
  ['a visit in a status nobody has', `update visit set status = 'gone'`],
  ['a flag that is neither yes nor no', 'update officer set is_active = 2'],
  [
    'a letter number a second time',
    `insert into letter select '0192f0c0-0000-7000-8000-0000000000aa' as id, type, template_version, case_id, referral_id, resident_id, book_id, year, sequence + 1, number, issued_on, issued_at, valid_until, officer_id, paper, facts, data_hash, pdf_hash, pdf_pages, code_text, status, void_reason, voided_at, voided_by, stamps from letter`
  ],
  [
    'a place in the book a second time',
    `insert into letter select '0192f0c0-0000-7000-8000-0000000000aa' as id, type, template_version, case_id, referral_id, resident_id, book_id, year, sequence, number || 'x', issued_on, issued_at, valid_until, officer_id, paper, facts, data_hash, pdf_hash, pdf_pages, code_text, status, void_reason, voided_at, voided_by, stamps from letter`
  ],
  ['a void letter without a reason', `update letter set status = 'void', void_reason = null`],
  ['a letter whose bytes are not there', `update letter set pdf_hash = '${'0'.repeat(64)}'`],
  ['a book that goes back before its start', 'update letter_book set next_sequence = start_at - 1'],
  ['a change with half a signature', `insert into "change" values (999999, 'x', '${'0'.repeat(64)}', '{}', x'00', '[]')`],
  ['two changes at one place', `insert into "change" select seq, 'x', '${'0'.repeat(64)}', body, signature, blobs from "change" limit 1`]
])('refuses %s', (_, sql) => {
  expect(() => raw.exec(sql)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^SQLITE_CONSTRAINT/) }))
})
