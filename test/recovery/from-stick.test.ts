import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyNames } from '#main/backups/backup-file'
import { headOf } from '#main/changes/log'
import { confirmedBy } from '#test/support/confirmed-by'
import { folderOf } from '#test/support/folders'
import { givenResident, givenVisit } from '#test/support/given'
import { openProgram } from '#test/support/program-run'
import { actAs, testDesk, testSecrets, value } from '#test/support/test-desk'

afterEach(() => vi.unstubAllEnvs())

/** A stick and the code in an envelope: all that is left of a PC that burnt. */
async function burnt() {
  const stick = folderOf('stick')
  vi.stubEnv('LOKET_DRIVES', stick)
  const at = await testDesk({ officer: 'administrator', isOwn: true })
  const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
  value(await at.api.backups.keepCode({ code }))
  await actAs(at, 'front-office')
  await givenResident(at.api)
  await actAs(at, 'administrator')
  value(await at.api.backups.copyToStick({ drive: stick }))
  const [head, folder] = [headOf(at.desk.raw).seq, at.desk.author.device.slice(0, 8)]
  await at.close()
  rmSync(at.data, { recursive: true })
  return { stick, code, head, wanted: { drive: stick, folder, code } }
}
/** What an open desk keeps; its ballast comes and goes by itself. */
const keptIn = (data: string) =>
  readdirSync(data)
    .filter(name => !name.startsWith('ballast'))
    .sort()
const filesOn = (stick: string) => (readdirSync(stick, { recursive: true }) as string[]).sort()

describe('[F8] copies on a stick', () => {
  it('take the place of a new desk on another PC with the code from the envelope, and stay on the stick', async () => {
    const { stick, code, head, wanted } = await burnt()
    const before = filesOn(stick)
    const data = folderOf('new')
    const secrets = testSecrets('another account')
    const program = await openProgram(data, { secrets })
    const { drive, folder } = wanted
    expect(await program.ask('recovery.onSticks')).toMatchObject({ ok: true, value: [{ drive, folder }] })
    expect(await program.ask('recovery.fromStick', wanted)).toEqual({ ok: true, value: null })
    expect(await program.ask('office.state')).toMatchObject({ value: { kind: 'closed', reason: 'key-missing' } })
    expect(await program.ask('recovery.enterCode', { code })).toMatchObject({ problem: { reason: 'database-missing' } })
    expect(await program.ask('recovery.restore')).toMatchObject({ value: { source: 'backup', changes: head, lost: 1 } })
    expect(await program.ask('office.state')).toMatchObject({ value: { kind: 'open' } })
    await program.close()
    expect(filesOn(stick)).toEqual(before)
    const at = await testDesk({ folder: data, secrets })
    expect(headOf(at.desk.raw).seq).toBeGreaterThanOrEqual(head)
  })

  it('are not touched, and neither is the new desk, while the code is another, the stick is out or holds none', async () => {
    const { stick, wanted } = await burnt()
    const data = folderOf('new')
    const program = await openProgram(data)
    const before = keptIn(data)
    const refused = async (input: object) => (await program.ask('recovery.fromStick', { ...wanted, ...input })) as object
    expect(await refused({ code: wanted.code.replace(/^./, c => (c === 'A' ? 'B' : 'A')) })).toMatchObject({
      problem: { kind: 'wrong-code' }
    })
    for (const input of [{ folder: '..' }, { folder: '00000000' }, { drive: folderOf('other') }])
      expect(await refused(input)).toMatchObject({ problem: { kind: 'no-drive' } })
    const own = join(stick, 'loket-slrt-cadangan')
    mkdirSync(join(own, '0000abcd'))
    expect(await refused({ folder: '0000abcd' })).toMatchObject({ problem: { kind: 'no-backup' } })
    renameSync(own, join(stick, 'elsewhere'))
    expect(await program.ask('recovery.onSticks')).toEqual({ ok: true, value: [] })
    expect(keptIn(data)).toEqual(before)
    expect(await program.ask('office.state')).toMatchObject({ value: { kind: 'new' } })
    await program.close()
  })

  it('take the place of no desk with an office', async () => {
    const { wanted } = await burnt()
    const at = await testDesk({ officer: 'administrator' })
    expect(value(await at.api.recovery.onSticks({}))).toEqual([])
    expect(await at.api.recovery.fromStick(wanted)).toMatchObject({ problem: { kind: 'already-set-up' } })
    expect(existsSync(join(at.data, 'from-stick'))).toBe(false)
  })

  it('are those of the newest work, also after a desk had to go on from less than the stick holds', async () => {
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    const first = await testDesk({ officer: 'administrator', isOwn: true })
    const { data } = first
    value(await first.api.backups.make({}))
    await actAs(first, 'front-office')
    for (let n = 0; n < 20; n++) await givenVisit(first.api)
    await actAs(first, 'administrator')
    const { name: beyond } = value(await first.api.backups.copyToStick({ drive: stick }))
    await first.close()
    // the disk has spoilt all but the first copy; the stick lies in a drawer
    vi.stubEnv('LOKET_DRIVES', folderOf('drawer'))
    for (const spoilt of ['journal', `backups/${beyond}`, `backups/${beyond}.json`]) rmSync(join(data, spoilt), { recursive: true })
    writeFileSync(join(data, 'desk.db'), Buffer.alloc(8192, 0xaa))
    const program = await openProgram(data)
    expect(await program.ask('recovery.restore')).toMatchObject({ value: { source: 'backup', lost: 1 } })
    await program.close()
    vi.stubEnv('LOKET_DRIVES', stick)
    const after = await testDesk({ folder: data, now: Date.UTC(2026, 10, 24, 3) })
    await actAs(after, 'front-office')
    await givenVisit(after.api)
    await actAs(after, 'administrator')
    const { name: newest } = value(await after.api.backups.make({}))
    const folder = join(stick, 'loket-slrt-cadangan', after.desk.author.device.slice(0, 8))
    expect(newest < beyond).toBe(true)
    expect(copyNames(folder)[0]).toBe(newest)
    // what was given up is kept beside
    expect(filesOn(folder).some(path => path.endsWith(beyond))).toBe(true)
  })

  it('take it at the next start when the power goes before', async () => {
    const { wanted } = await burnt()
    const first = await testDesk()
    value(await first.api.recovery.fromStick(wanted))
    await first.close()
    // cut off between the two: what was moved once is moved no second time
    const aside = join(first.data, 'rusak-before')
    mkdirSync(aside)
    renameSync(join(first.data, 'desk.db'), join(aside, 'desk.db'))
    await expect(testDesk({ folder: first.data })).rejects.toMatchObject({ reason: 'key-missing' })
    expect(readdirSync(join(first.data, 'backups')).filter(name => name.endsWith('.backup'))).toHaveLength(1)
    expect(existsSync(join(first.data, 'from-stick'))).toBe(false)
  })
})

describe('a PC that has lost its keys and copies while a stick with its copies is in', () => {
  /** The data, with neither keys nor copies beside them. */
  async function robbed() {
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    const at = await testDesk({ officer: 'administrator', isOwn: true })
    const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
    value(await at.api.backups.keepCode({ code }))
    value(await at.api.backups.copyToStick({ drive: stick }))
    const data = folderOf('robbed')
    await at.close()
    renameSync(at.data, data)
    for (const name of ['keys', 'backups']) rmSync(join(data, name), { recursive: true })
    return { data, code, stick }
  }

  it('opens with the code from the envelope, which goes on opening it without the stick', async () => {
    const { data, code } = await robbed()
    const program = await openProgram(data)
    expect(await program.ask('recovery.doors')).toMatchObject({ value: { code: expect.any(Number) } })
    expect(await program.ask('recovery.enterCode', { code: 'AAAA' })).toMatchObject({ problem: { kind: 'wrong-code' } })
    expect(await program.ask('recovery.enterCode', { code })).toEqual({ ok: true, value: null })
    expect(await program.ask('office.state')).toMatchObject({ value: { kind: 'open' } })
    await program.close()
    vi.stubEnv('LOKET_DRIVES', folderOf('nothing'))
    const again = await openProgram(data, { secrets: testSecrets('another account') })
    expect(await again.ask('recovery.enterCode', { code })).toEqual({ ok: true, value: null })
    await again.close()
  })

  it('is not opened with the code of another desk on that stick', async () => {
    const [one, other] = [await robbed(), await robbed()]
    vi.stubEnv('LOKET_DRIVES', other.stick)
    const program = await openProgram(one.data)
    expect(await program.ask('recovery.enterCode', { code: other.code })).toMatchObject({ problem: { kind: 'wrong-code' } })
    expect(existsSync(join(one.data, 'keys'))).toBe(false)
    await program.close()
  })

  it('says that nothing opens it while the stick is out', async () => {
    const { data, code } = await robbed()
    vi.stubEnv('LOKET_DRIVES', folderOf('nothing'))
    const program = await openProgram(data)
    expect(await program.ask('recovery.doors')).toMatchObject({ value: { code: null, district: [] } })
    expect(await program.ask('recovery.enterCode', { code })).toMatchObject({ problem: { kind: 'no-code' } })
    await program.close()
  })
})
