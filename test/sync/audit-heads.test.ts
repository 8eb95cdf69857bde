import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listContradicting, listHeads } from '#server/audit/heads.store'
import { acceptLog } from '#server/audit/take-head'
import { inDistrict } from '#server/database/inside'
import type { Countersign } from '#shared/audit/audit-head'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { firstDesk, KENDAL, openDistrict, sync } from './support/district'

const folders: string[] = []
const copyOf = (data: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'heads-'))
  folders.push(folder)
  cpSync(data, folder, { recursive: true })
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function talk(desk: TestDesk): Promise<void> {
  await sync(desk)
  await desk.desk.sync.rest()
}

async function seated(folder: string): Promise<TestDesk> {
  const desk = await testDesk({ folder })
  await actAs(desk, 'manager')
  return desk
}

const standing = async ({ api }: TestDesk) => value(await api.audit.atDistrict({}))
const lastSaid = ({ desk }: TestDesk): Countersign => {
  const said = desk.audit.lastCountersign()
  if (!said) throw new Error('the district has signed nothing')
  return said
}

describe('the access log of a desk that has joined a district', () => {
  it('[A1] is countersigned with the first conversation, which the screen, the register and the verifier say', async () => {
    const district = await openDistrict()
    const alone = await testDesk({ officer: 'manager' })
    expect(await standing(alone)).toEqual({ kind: 'alone' })
    const a = await firstDesk(district)
    await talk(a)
    const said = lastSaid(a)
    expect(await standing(a)).toEqual({
      kind: 'joined',
      districtName: 'Kabupaten Kendal',
      known: { n: said.n, at: said.at },
      contradictedAt: null
    })
    const [book] = value(await a.api.letters.books({}))
    const sheet = value(await a.api.letters.showPaper({ paper: { kind: 'register', bookId: book?.id ?? '' } }))
    expect(sheet.kind === 'register' && sheet.accessLog?.known?.n).toBe(said.n)
    expect(value(await a.api.audit.verify({ known: null, countersign: said }))).toMatchObject({ trouble: null, knownTo: said.n })
    const kept = await inDistrict(district.server, KENDAL, inside => listHeads(inside, a.desk.author.device))
    expect(kept.map(({ n, hash }) => [n, hash])).toEqual([[said.n, said.hash]])
  })

  it('[A1] is told again when half an hour has gone by and the log has grown, and not with every conversation', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await talk(a)
    const first = lastSaid(a)
    await a.desk.audit.note({ kind: 'read', call: 'residents.get' })
    await talk(a)
    expect(lastSaid(a)).toEqual(first)
    a.desk.monotonic = () => 31 * 60_000
    await talk(a)
    expect(lastSaid(a).n).toBeGreaterThan(first.n)
    expect(value(await a.api.audit.verify({ known: null })).trouble).toBeNull()
  })

  it('[A2] [F12] that fell back to an older copy is contradicted, says so, and counts again once the district knows why', async () => {
    const district = await openDistrict()
    const first = await firstDesk(district)
    await first.desk.sync.rest()
    first.desk.raw.pragma('wal_checkpoint(truncate)')
    const older = copyOf(first.data)
    for (let n = 0; n < 20; n++) await first.desk.audit.note({ kind: 'read', call: 'residents.get' })
    first.desk.monotonic = () => 31 * 60_000
    await talk(first)
    const said = lastSaid(first)
    await first.close()
    for (const name of ['desk.db', 'desk.db-wal']) rmSync(join(first.data, name), { force: true })
    cpSync(join(older, 'desk.db'), join(first.data, 'desk.db'))

    const back = await seated(first.data)
    await talk(back)
    expect(await standing(back)).toMatchObject({ kind: 'joined', contradictedAt: back.desk.clock.now() })
    expect(await inDistrict(district.server, KENDAL, listContradicting)).toEqual(['A'])
    const trouble = value(await back.api.audit.verify({ known: null, countersign: said })).trouble
    expect(trouble?.n).toBeLessThanOrEqual(said.n)
    expect(['missing', 'not-known']).toContain(trouble?.kind)

    await inDistrict(district.server, KENDAL, inside => acceptLog(inside, back.desk.author.device, 'Data dipulihkan', 1))
    back.desk.monotonic = () => 31 * 60_000
    await talk(back)
    expect(await standing(back)).toMatchObject({ contradictedAt: null })
    expect(lastSaid(back).at).toBeGreaterThan(said.at)
  })

  it('[A2] is contradicted when it was written anew, even with the key of the desk and as long as before', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await talk(a)
    const said = lastSaid(a)
    const { raw } = a.desk
    for (const name of raw
      .prepare("select name from sqlite_master where type = 'trigger' and name like 'audit%'")
      .pluck()
      .all() as string[])
      raw.exec(`drop trigger ${name}`)
    raw.pragma('foreign_keys = off')
    raw.exec('delete from audit_countersign; delete from audit_seal; delete from audit_about; delete from audit')
    for (let n = 0; n < said.n + 5; n++) await a.desk.audit.note({ kind: 'read', call: 'residents.get' })
    a.desk.audit.seal()
    expect(value(await a.api.audit.verify({ known: null })).trouble).toBeNull()
    expect(value(await a.api.audit.verify({ known: null, countersign: said })).trouble).toEqual({ n: said.n, kind: 'not-known' })
    a.desk.monotonic = () => 31 * 60_000
    await talk(a)
    expect(await inDistrict(district.server, KENDAL, listContradicting)).toEqual(['A'])
    expect(a.desk.audit.lastCountersign()).toBeUndefined()
  })

  it('is held against no word but its own district’s on this very desk', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await talk(a)
    const said = lastSaid(a)
    for (const other of [{ n: said.n + 1 }, { at: said.at + 1 }, { device: crypto.randomUUID() }, { district: '33.25' }])
      expect(problem(await a.api.audit.verify({ known: null, countersign: { ...said, ...other } }))).toEqual({ kind: 'not-of-district' })
  })

  it('is the desk’s own affair with a district that does not know of it', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await a.desk.sync.rest()
    await inDistrict(district.server, KENDAL, async ({ trx }) => trx.schema.dropTable('audit_head').execute())
    a.desk.monotonic = () => 31 * 60_000
    await talk(a)
    expect(a.reported).toEqual([])
    expect(value(await a.api.sync.status({})).problem).toBeNull()
  })
})
