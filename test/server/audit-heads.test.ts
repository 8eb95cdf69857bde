import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { listContradicting, listHeads } from '#server/audit/heads.store'
import { acceptLog } from '#server/audit/take-head'
import { inDistrict } from '#server/database/inside'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { districtKey } from '#server/districts/district-key'
import { listHealth } from '#server/health/health.store'
import { Countersign } from '#shared/audit/audit-head'
import { headText, isCountersigned } from '#wire/audit-head'
import { KENDAL, onBothStores, onSqlite } from './support/both-stores'
import { command } from './support/command'
import { askEnrol, call, enrolBody, type FakeDesk, fakeDesk, testServer } from './support/test-server'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
type Told = { n: number; hash: string; earlier?: { n: number; hash: string | null } | null; by?: KeyObject }

onBothStores('the head of an access log', given => {
  const setUp = async () => {
    const test = await testServer(given.server)
    const enrolled = async () => {
      const desk = fakeDesk()
      await askEnrol(test.app, enrolBody(desk, await makeEnrolmentCode(given.server, KENDAL, { now: test.clock.now, isAutoConfirm: true })))
      return desk
    }
    const tell = (desk: FakeDesk, { n, hash, earlier = null, by = desk.privateKey }: Told) => {
      const signature = sign(null, headText(desk.id, { n, hash }), by).toString('base64')
      return call(test.app, desk, KENDAL, {
        method: 'PUT',
        url: '/v1/access-log',
        body: Buffer.from(JSON.stringify({ n, hash, signature, earlier }))
      })
    }
    const heads = (desk: FakeDesk) => inDistrict(given.server, KENDAL, inside => listHeads(inside, desk.id))
    return { ...test, enrolled, tell, heads }
  }
  const [first, second, third] = [
    { n: 10, hash: hashOf('10') },
    { n: 25, hash: hashOf('25') },
    { n: 31, hash: hashOf('31') }
  ] as const

  it('[A1] is kept and answered with the district’s signature over desk, line, hash and time', async () => {
    const { enrolled, tell, heads, clock } = await setUp()
    const desk = await enrolled()
    const said = Countersign.parse((await tell(desk, first)).json())
    expect(said).toMatchObject({ district: KENDAL, device: desk.id, ...first, at: clock.now })
    const key = await districtKey(given.server, KENDAL)
    expect(isCountersigned(said, key)).toBe(true)
    for (const other of [{ n: 11 }, { hash: hashOf('x') }, { at: 1 }, { device: crypto.randomUUID() }, { district: '33.25' }])
      expect(isCountersigned({ ...said, ...other }, key)).toBe(false)
    expect((await tell(desk, { ...second, earlier: first })).statusCode).toBe(200)
    expect((await heads(desk)).map(({ n, kind }) => [n, kind])).toEqual([
      [25, 'kept'],
      [10, 'kept']
    ])
  })

  it('[A1] told a second time because an answer was lost is signed again, and kept once', async () => {
    const { enrolled, tell, heads } = await setUp()
    const desk = await enrolled()
    await tell(desk, first)
    expect((await tell(desk, { ...first, earlier: first })).statusCode).toBe(200)
    expect(await heads(desk)).toHaveLength(1)
  })

  it('asks for the line that it knows when the desk speaks of another, also of a desk that knows of none', async () => {
    const { enrolled, tell } = await setUp()
    const desk = await enrolled()
    const unknown = await tell(desk, { ...second, earlier: first })
    expect([unknown.statusCode, unknown.json()]).toEqual([409, { kind: 'other-head', last: null }])
    await tell(desk, first)
    expect((await tell(desk, second)).json()).toEqual({ kind: 'other-head', last: first })
  })

  it.each([
    ['no longer holds the line that is known', { ...second, earlier: { n: 10, hash: hashOf('other') } }],
    ['is shorter than it was', { n: 5, hash: hashOf('5'), earlier: { n: 10, hash: null } }],
    ['claims that line and is shorter', { n: 5, hash: hashOf('5'), earlier: first }],
    ['has another line under the same number', { n: 10, hash: hashOf('other'), earlier: first }]
  ])('[A2] of a log that %s is signed no more, kept as contradicting once, and shown', async (_, told) => {
    const { enrolled, tell, heads } = await setUp()
    const [desk, other] = [await enrolled(), await enrolled()]
    await tell(desk, first)
    await tell(other, second)
    for (let n = 0; n < 2; n++) {
      const answer = await tell(desk, told)
      expect([answer.statusCode, answer.json()]).toEqual([409, { kind: 'contradicts', last: first }])
    }
    expect((await heads(desk)).map(({ kind }) => kind)).toEqual(['contradicts', 'kept'])
    expect(await inDistrict(given.server, KENDAL, listContradicting)).toEqual(['A'])
    const health = (await listHealth(given.server, 0)).find(({ district }) => district === KENDAL)
    expect(health?.rewrittenLogs).toEqual(['A'])
  })

  it('[A2] counts again after somebody has said why the log is another one, and only where there was something to say', async () => {
    const { enrolled, tell, heads, clock } = await setUp()
    const desk = await enrolled()
    await tell(desk, second)
    const accept = () => inDistrict(given.server, KENDAL, inside => acceptLog(inside, desk.id, 'Data dipulihkan', clock.now))
    await expect(accept()).rejects.toThrow(/contradicts nothing/)
    await tell(desk, { ...first, earlier: { n: 25, hash: null } })
    await accept()
    expect(await inDistrict(given.server, KENDAL, listContradicting)).toEqual([])
    expect((await tell(desk, { ...third, earlier: { n: 25, hash: null } })).json()).toEqual({ kind: 'other-head', last: null })
    expect((await tell(desk, third)).statusCode).toBe(200)
    expect((await heads(desk)).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['kept', null],
      ['accepted', 'Data dipulihkan'],
      ['contradicts', null],
      ['kept', null]
    ])
  })

  it('is refused when the desk did not sign it, or when it is none', async () => {
    const { app, enrolled, tell, heads } = await setUp()
    const desk = await enrolled()
    const forged = await tell(desk, { ...first, by: generateKeyPairSync('ed25519').privateKey })
    expect([forged.statusCode, forged.json()]).toEqual([400, { kind: 'bad-signature' }])
    for (const body of ['', 'null', '{"n":0}', '[', `{"n":1,"hash":"x","signature":"y","earlier":null}`]) {
      const answer = await call(app, desk, KENDAL, { method: 'PUT', url: '/v1/access-log', body: Buffer.from(body) })
      expect([body, answer.statusCode]).toEqual([body, 400])
    }
    expect((await app.inject({ method: 'PUT', url: '/v1/access-log' })).statusCode).toBe(401)
    expect(await heads(desk)).toEqual([])
  })

  it('is only ever added to: nobody changes or deletes a row', async () => {
    const { enrolled, tell, heads } = await setUp()
    const desk = await enrolled()
    await tell(desk, first)
    const before = await heads(desk)
    for (const deed of [sql`update audit_head set n = 1`, sql`delete from audit_head`])
      await inDistrict(given.server, KENDAL, ({ trx }) => deed.execute(trx)).catch(error =>
        expect(String(error)).toMatch(/only ever added/)
      )
    expect(await heads(desk)).toEqual(before)
  })
})

onSqlite('the administrator', given => {
  it('sees how far each access log is known, takes the proof away as a file, and accepts a log with a reason', async () => {
    const out = mkdtempSync(join(tmpdir(), 'proof-'))
    const { app, clock } = await testServer(given.server)
    const desk = fakeDesk()
    await askEnrol(app, enrolBody(desk, await makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: true })))
    const head = { n: 10, hash: hashOf('10') }
    const signature = sign(null, headText(desk.id, head), desk.privateKey).toString('base64')
    const tell = (told: object) =>
      call(app, desk, KENDAL, { method: 'PUT', url: '/v1/access-log', body: Buffer.from(JSON.stringify(told)) })
    await tell({ ...head, signature, earlier: null })
    const env = { DISTRICT_DATA: given.place.kind === 'sqlite' ? given.place.folder : '' }
    const run = (...args: string[]) => command(env, 'access-log', '--district', KENDAL, ...args)

    expect((await run()).said).toBe('desk A: known up to line 10, 2023-11-14 22:13')
    expect((await run('--desk', 'a', '--out', join(out, 'a.json'))).code).toBe(0)
    const said = Countersign.parse(JSON.parse(readFileSync(join(out, 'a.json'), 'utf8')))
    expect(said).toMatchObject(head)
    expect(isCountersigned(said, await districtKey(given.server, KENDAL))).toBe(true)

    await tell({ ...head, signature, earlier: { n: 10, hash: null } })
    expect((await command(env, 'status')).said).toContain('THE ACCESS LOG OF DESK A IS NOT THE ONE KNOWN HERE')
    expect((await run()).said).toContain('CONTRADICTED')
    expect((await run('--desk', 'A', '--accept', ' ')).code).toBe(1)
    expect((await run('--desk', 'A', '--accept', 'Data dipulihkan')).code).toBe(0)
    expect((await command(env, 'status')).said).not.toContain('THE ACCESS LOG')
    for (const wrong of [
      ['--desk', 'Z'],
      ['--out', 'x'],
      ['--desk', 'A', '--accept', 'again']
    ])
      expect((await run(...wrong)).code).toBe(1)
    rmSync(out, { recursive: true })
  })
})
