import { cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditHead, enterLine } from '#main/audit/audit-chain'
import { verifyAudit } from '#main/audit/verify-audit'
import { folderOf } from '#test/support/folders'
import { givenResident } from '#test/support/given'
import { sharedDesk, testDesk, value } from '#test/support/test-desk'

const LINES = 400
const { desk } = await sharedDesk({ officer: 'front-office' })
const { raw, author } = desk
const officer = desk.session.officer?.id ?? null
raw.transaction(() => {
  for (let i = auditHead(raw).n; i < LINES; i++)
    enterLine(raw, author, { at: i, mono: i, kind: 'read', call: 'residents.get', officer, outcome: 'ok', about: [] })
})()

/** What the verifier says of a log that somebody with the key of the database has changed; the log is as before afterwards. */
async function afterTampering(statements: string[]) {
  raw.exec('begin')
  raw.pragma('defer_foreign_keys = on')
  try {
    for (const trigger of raw.prepare("select name from sqlite_master where type = 'trigger' and name like 'audit%'").all() as {
      name: string
    }[])
      raw.exec(`drop trigger ${trigger.name}`)
    for (const statement of statements) raw.exec(statement)
    return await verifyAudit(raw, author)
  } finally {
    raw.exec('rollback')
  }
}

describe('the verifier', () => {
  it('finds a log whole as it was written, sealed every 256 lines', async () => {
    const { n, hash } = auditHead(raw)
    expect(await verifyAudit(raw, author)).toEqual({
      lines: n,
      seals: expect.any(Number),
      sealedTo: n - (n % 256),
      hash,
      knownTo: null,
      losses: [],
      trouble: null
    })
    expect((await verifyAudit(raw, author, [{ n, hash: hash.slice(0, 16) }])).trouble).toBeNull()
  })

  const anyLine = fc.integer({ min: 2, max: LINES - 1 })
  const shift = (n: number) => [
    `update audit set n = -n, line = json_set(line, '$.n', -n) where n >= ${n}`,
    `update audit set n = -n + 1, line = json_set(line, '$.n', -n + 1) where n < 0`
  ]
  const tamperings: Record<string, (n: number) => string[]> = {
    'another officer': n => [`update audit set line = json_set(line, '$.officer', 'x') where n = ${n}`],
    'another hash': n => [`update audit set hash = '${'0'.repeat(64)}' where n = ${n}`],
    'a line taken out': n => [`delete from audit_seal where n = ${n}`, `delete from audit where n = ${n}`],
    'a line taken out and the gap closed': n => [
      'delete from audit_seal',
      `delete from audit where n = ${n}`,
      `update audit set n = -n, line = json_set(line, '$.n', -n) where n > ${n}`,
      `update audit set n = -n - 1, line = json_set(line, '$.n', -n - 1) where n < 0`
    ],
    'a line put in': n => [
      'delete from audit_seal',
      ...shift(n),
      `insert into audit (n, line, hash) select ${n}, json_set(line, '$.n', ${n}, '$.outcome', 'x'), hash from audit where n = ${n + 1}`
    ],
    'two lines changed over': n => [
      `create temp table kept as select line, hash from audit where n = ${n}`,
      `update audit set (line, hash) = (select json_set(b.line, '$.n', ${n}), b.hash from audit b where b.n = ${n + 1}) where n = ${n}`,
      `update audit set (line, hash) = (select json_set(line, '$.n', ${n + 1}), hash from kept) where n = ${n + 1}`
    ]
  }

  it.each(Object.entries(tamperings))('names the very line of %s, wherever it is', async (_, tampering) => {
    await fc.assert(
      fc.asyncProperty(anyLine, async n => {
        expect((await afterTampering(tampering(n))).trouble?.n).toBe(n)
      }),
      { numRuns: 30 }
    )
  })

  it('finds a log that was chained anew by somebody without the key of the desk', async () => {
    const foreign = await afterTampering([`update audit_seal set signature = zeroblob(64) where n = 256`])
    expect(foreign.trouble).toEqual({ n: 256, kind: 'bad-seal' })
  })

  it('finds a log that was cut off at its end, by the head on the printed register', async () => {
    const { n, hash } = auditHead(raw)
    expect((await verifyAudit(raw, author, [{ n: n + 3, hash }])).trouble).toEqual({ n: n + 1, kind: 'missing' })
    expect((await verifyAudit(raw, author, [{ n: n - 5, hash: hash.slice(0, 16) }])).trouble).toEqual({ n: n - 5, kind: 'not-known' })
  })
})

describe('the table', () => {
  it.each([
    'update audit set line = line where n = 1',
    'delete from audit where n = 1',
    'insert or replace into audit (n, line, hash) select n, line, hash from audit where n = 1',
    `insert into audit (n, line, hash) select n + 1000, json_set(line, '$.n', n + 1000), hash from audit where n = 1`,
    'delete from audit_seal',
    'insert or replace into audit_seal (n, signature) values (256, zeroblob(64))',
    'delete from audit_about'
  ])('refuses: %s', statement => {
    raw.prepare('insert or ignore into audit_about (id, n) values (?, 1)').run(author.device)
    expect(() => raw.exec(statement)).toThrow(/access log/)
  })
})

it('[F2] has every line of an answer on the disk when the answer is there', async () => {
  const { api, data, desk: open } = await testDesk({ officer: 'front-office', isOwn: true })
  const resident = await givenResident(api)
  value(await api.residents.get({ residentId: resident.id }))
  const asAfterACrash = join(folderOf('crash'), 'data')
  cpSync(data, asAfterACrash, { recursive: true })
  const head = auditHead(open.raw)
  const again = await testDesk({ folder: asAfterACrash })
  expect(again.desk.raw.prepare('select hash from audit where n = ?').get(head.n)).toEqual({ hash: head.hash })
})

it('answers on a full disk all the same and writes its lines as soon as there is room', async () => {
  const { api, desk: open } = await testDesk({ officer: 'front-office', isOwn: true })
  const resident = await givenResident(api)
  open.raw.pragma(`max_page_count = ${open.raw.pragma('page_count', { simple: true })}`)
  let answer = await api.search.find({ text: 'siti', purpose: 'look-up' })
  const lines = () => auditHead(open.raw).n
  for (let before = -1; before !== lines(); answer = await api.search.find({ text: 'siti', purpose: 'look-up' })) before = lines()
  expect(value(answer)).toMatchObject([{ residentId: resident.id }])
  const held = lines()
  open.raw.pragma('max_page_count = 1000000')
  value(await api.search.find({ text: 'siti', purpose: 'look-up' }))
  expect(lines()).toBeGreaterThan(held + 1)
  expect((await verifyAudit(open.raw, open.author)).trouble).toBeNull()
})
