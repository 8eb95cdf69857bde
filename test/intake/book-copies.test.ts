import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { adoptKeys, keysIn } from '#main/keys/desk-keys'
import { openWithCode } from '#main/keys/recovery-key'
import { rebuild } from '#main/recovery/rebuild'
import { closedRun } from '#test/support/closed-run'
import { confirmedBy } from '#test/support/confirmed-by'
import { folderOf } from '#test/support/folders'
import { actAs, testDesk, testSecrets, value } from '#test/support/test-desk'

afterEach(() => vi.unstubAllEnvs())

const AT = Date.UTC(2026, 10, 23, 2, 0)
const COPY = 'darurat.sealed'
const NAMES = ['Kasiyem Buatan', 'Parjo Buatan']

async function takeIn(data: string, names: readonly string[], secrets = testSecrets()): Promise<void> {
  const run = closedRun({ reason: 'damaged', data, secrets, now: () => AT })
  const facts = { nik: null, sex: 'female', birthDate: null, phone: null, address: 'Dusun Krajan', lane: 'general', need: 'BPJS mati' }
  for (const name of names)
    expect(await run('recovery.takeIn', { officer: 'Rina Petugas', person: { ...facts, name } })).toMatchObject({ ok: true })
}

/** A desk with a recovery code, a registered stick and a second journal, whose data then stay closed while residents come. */
async function besieged() {
  const [stick, disk] = [folderOf('stick'), folderOf('disk')]
  vi.stubEnv('LOKET_DRIVES', [stick, disk].join(process.platform === 'win32' ? ';' : ':'))
  const at = await testDesk({ officer: 'administrator' })
  const { data } = at
  const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
  value(await at.api.backups.keepCode({ code }))
  value(await at.api.backups.copyToStick({ drive: stick }))
  value(await at.api.backups.placeJournal({ drive: disk }))
  const device = at.desk.author.device.slice(0, 8)
  await at.close()
  await takeIn(data, NAMES)
  return { data, code, disk, onStick: join(stick, 'loket-slrt-cadangan', device), onDisk: join(disk, 'loket-slrt-jurnal', device) }
}

async function openedAgain(data: string, secrets = testSecrets()) {
  const at = await testDesk({ folder: data, secrets })
  await actAs(at, 'front-office')
  const names = async () => value(await at.api.intake.list({})).map(({ number, person, state }) => `${number} ${person.name} ${state.kind}`)
  return { ...at, names }
}

/** Another PC, on which there is nothing but what lay on the stick and the code in its envelope. */
async function onAnotherPc(onStick: string, code: string) {
  const [data, secrets] = [folderOf('other'), testSecrets('other account')]
  cpSync(onStick, join(data, 'backups'), { recursive: true })
  const opened = openWithCode(data, code)
  if (opened.kind !== 'opened') throw new Error(opened.kind)
  await adoptKeys(join(data, 'keys'), opened.content, secrets)
  await rebuild(data, keysIn(opened.content), AT)
  return { data, secrets }
}

const waiting = ['D-001 Kasiyem Buatan waiting', 'D-002 Parjo Buatan waiting']
const anew = { residentId: null, differentFrom: [], unsureOf: [] }

describe('the copies of the emergency book', () => {
  it('give it back from the stick when the disk is lost, on another PC, and each person once', async () => {
    const { data: lost, code, onStick } = await besieged()
    rmSync(lost, { recursive: true })
    const { data, secrets } = await onAnotherPc(onStick, code)
    const at = await openedAgain(data, secrets)
    expect(await at.names()).toEqual(waiting)
    for (const { id } of value(await at.api.intake.list({}))) value(await at.api.intake.takeOver({ id, ...anew }))
    await at.close()
    const next = await openedAgain(data, secrets)
    expect(await next.names()).toEqual([])
    expect(existsSync(join(data, 'darurat'))).toBe(false)
  })

  it('give it back from the disk of the second journal', async () => {
    const { data, onDisk } = await besieged()
    rmSync(join(data, 'darurat'), { recursive: true })
    rmSync(join(data, 'backups', COPY))
    vi.stubEnv('LOKET_DRIVES', join(onDisk, '../..'))
    expect(await (await openedAgain(data)).names()).toEqual(waiting)
  })

  it('give it back where this account cannot read the book, which is set aside whole', async () => {
    const { data, close } = await testDesk({ officer: 'front-office' })
    await close()
    await takeIn(data, NAMES, testSecrets('another account'))
    expect(await (await openedAgain(data)).names()).toEqual(waiting)
    expect(readdirSync(data).filter(name => name.startsWith('darurat-lama-'))).toHaveLength(1)
  })

  it('go beside every new backup, and are gone from everywhere once nobody waits in the book', async () => {
    const { data, onStick, onDisk } = await besieged()
    const places = [join(data, 'backups', COPY), join(onStick, COPY), join(onDisk, COPY)]
    expect(places.map(path => existsSync(path))).toEqual([true, true, true])
    rmSync(join(onStick, COPY))
    const at = await openedAgain(data)
    expect(existsSync(join(onStick, COPY))).toBe(true)
    rmSync(join(onStick, COPY))
    value(await at.api.backups.make({}))
    expect(existsSync(join(onStick, COPY))).toBe(true)
    await actAs(at, 'manager')
    for (const { id } of value(await at.api.intake.list({}))) value(await at.api.intake.setAside({ id, reason: 'sudah dilayani' }))
    await at.close()
    const next = await openedAgain(data)
    expect(await next.names()).toEqual([])
    expect(places.map(path => existsSync(path))).toEqual([false, false, false])
  })

  it('[F33] show nothing of anybody, and open for nobody but this desk', async () => {
    const { data, onStick } = await besieged()
    const text = readFileSync(join(onStick, COPY), 'latin1')
    for (const word of ['Kasiyem', 'Krajan', 'BPJS']) expect(text).not.toContain(word)
    const other = folderOf('foreign')
    await (await testDesk({ folder: other, officer: 'front-office', isOwn: true })).close()
    mkdirSync(join(other, 'backups'), { recursive: true })
    cpSync(join(data, 'backups', COPY), join(other, 'backups', COPY))
    expect(await (await openedAgain(other)).names()).toEqual([])
  })

  it.each(['', '{}', 'null', 'bukan salinan', '{"v":1,"ephemeral":"AAAA","nonce":"AAAA","sealed":"AAAA"}'])(
    'that are torn or rotten (%j) are passed over, and the book itself is there',
    async text => {
      const { data, onStick } = await besieged()
      for (const folder of [join(data, 'backups'), onStick]) writeFileSync(join(folder, COPY), text)
      expect(await (await openedAgain(data)).names()).toEqual(waiting)
    }
  )

  it('never stop the intake when no place can be written', async () => {
    const { data, close } = await testDesk({ officer: 'front-office' })
    await close()
    rmSync(join(data, 'backups'), { recursive: true, force: true })
    writeFileSync(join(data, 'backups'), 'a file where a folder should be')
    await takeIn(data, NAMES)
    rmSync(join(data, 'backups'))
    expect(await (await openedAgain(data)).names()).toEqual(waiting)
  })
})
