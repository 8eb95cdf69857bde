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
    expect(columns.map(({ name }) => name).sort()).toEqual([...snake, 'stamps', 'rest'].sort())
  }
})

it.each([
  ['a case without an owner', 'update "case" set owner_id = null'],
  ['a case of an owner nobody knows', `update "case" set owner_id = '0192f0c0-0000-7000-8000-000000000009'`],
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
  ['a change with half a signature', `update "change" set signature = x'00'`],
  [
    'two changes of one name',
    `insert into "change" select n + 1000, id, device, epoch, seq, hash, body, signature, blobs, state, feed, note, pos, frame, replaces, is_out, was from "change" limit 1`
  ],
  ['a feed number of a change that is not fed', 'update "change" set feed = 1'],
  ['a person merged into one nobody knows', `update resident set merged_into = '0192f0c0-0000-7000-8000-000000000009'`]
])('refuses %s', (_, sql) => {
  expect(() => raw.exec(sql)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^SQLITE_CONSTRAINT/) }))
})
