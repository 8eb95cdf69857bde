import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readKeys } from '#main/keys/desk-keys'
import { districtDoor, sealToDistrict } from '#main/keys/escrow-key'
import type { Reopening } from '#main/recovery/closed-desk'
import { inDistrict } from '#server/database/inside'
import { openDatabase } from '#server/database/open'
import type { Database } from '#server/database/place'
import { saveDevice } from '#server/devices/devices.store'
import { makeDistrict } from '#server/districts/make-district'
import { answerTo, makeEscrowKey, readAsked } from '#server/escrow/escrow'
import { listEscrowKeys, listOpenings } from '#server/escrow/escrow.store'
import { listFiles } from '#server/files/files.store'
import type { Doors } from '#shared/recovery/recovery.contract'
import type { DistrictFileName } from '#shared/sync/district-file'
import { command } from '#test/server/support/command'
import { closedRun } from '#test/support/closed-run'
import { folderOf } from '#test/support/folders'
import { givenResident } from '#test/support/given'
import { testDesk, testSecrets } from '#test/support/test-desk'
import type { EscrowFile } from '#wire/escrow'

afterEach(() => vi.unstubAllEnvs())

const KENDAL = '33.24'
const HOLDERS = ['Kepala Bidang', 'Sekretaris', 'Administrator']
const NOW = Date.UTC(2026, 10, 23)

let folder: string
let server: Database
let pieces: string[]
let desks = 0
beforeAll(async () => {
  folder = folderOf('district')
  server = await openDatabase({ kind: 'sqlite', folder })
  await makeDistrict(server, { code: KENDAL, name: 'Kabupaten Kendal', isSample: false }, NOW)
  pieces = await makeEscrowKey(server, KENDAL, HOLDERS, NOW)
  return () => server.close()
})

/** A desk with somebody in its data, whose keys were sealed to the district, and which then lost them. */
async function lockedDesk() {
  const at = await testDesk({ officer: 'front-office', isOwn: true })
  await givenResident(at.api)
  const found = await readKeys(join(at.data, 'keys'), testSecrets())
  if (found.kind !== 'found') throw new Error('no keys')
  const key = (await inDistrict(server, KENDAL, listEscrowKeys)).at(-1)
  sealToDistrict(at.data, found.keys, { v: 1, publicKey: key?.publicKey ?? '' }, NOW)
  await at.close()
  const data = folderOf('locked')
  cpSync(at.data, data, { recursive: true })
  rmSync(join(data, 'keys'), { recursive: true })
  desks += 1
  const device = { id: found.keys.device, code: `A${desks}`, publicKey: found.keys.device, name: 'Loket 1', state: 'active' as const }
  const rest = { counter: 0, callCounter: 0, checkNumber: null, nonceHash: 'h', serverNonce: 'n', runs: '[]', renewals: '[]' }
  const times = { enrolledAt: NOW, confirmedAt: NOW, lastSeenAt: null, lastClock: null }
  await inDistrict(server, KENDAL, inside => saveDevice(inside, { ...device, ...rest, ...times }))
  const reopened: Reopening[] = []
  const reopen = async (how: Reopening = {}) => void reopened.push(how)
  const run = closedRun({ reason: 'key-missing', data, secrets: testSecrets('new PC'), now: () => NOW, reopen })
  return { data, device, run, reopened, request: districtDoor(data)?.request ?? '' }
}

const opening = (...chosen: number[]) => ({
  pieces: chosen.map(i => pieces[i] ?? ''),
  holders: chosen.map(i => HOLDERS[i] ?? ''),
  reason: 'PC rusak, dipasang ulang'
})

describe('the district’s escrow key', () => {
  it('is handed to the desks as a file that the district signs, its public half alone', async () => {
    const files = await inDistrict(server, KENDAL, listFiles)
    expect(files.map(file => file.name as DistrictFileName)).toEqual(['escrow'])
    expect(files[0]?.size).toBe(JSON.stringify({ v: 1, publicKey: 'A'.repeat(44) } satisfies EscrowFile).length)
  })

  it('lies nowhere on the server: neither the key nor a piece of it', () => {
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue
      const text = readFileSync(join(name.parentPath, name.name), 'latin1')
      for (const piece of pieces) expect(text.includes(piece) || text.includes(piece.replaceAll('-', ''))).toBe(false)
    }
  })

  it.each([
    [0, 1],
    [0, 2],
    [2, 1]
  ])('[F33] opens a desk that lost its keys, with pieces %i and %i, and everything is there', async (first, second) => {
    const { data, device, run, reopened, request } = await lockedDesk()
    const asked = await readAsked(server, KENDAL, request.toLowerCase().replaceAll('-', ' '))
    expect(asked.device.id).toBe(device.id)
    const { code, words } = await answerTo(server, KENDAL, asked, opening(first, second), NOW + first * 10 + second)
    expect(words).toHaveLength(17)
    expect(await run('recovery.enterCode', { code: first === 0 ? code : words.join(' ') })).toEqual({ ok: true, value: null })
    expect(reopened).toEqual([{ by: 'by-district' }])
    const { desk } = await testDesk({ folder: data, secrets: testSecrets('new PC') })
    expect(desk.raw.prepare('select count(*) from resident').pluck().get()).toBe(1)
    const opened = (await inDistrict(server, KENDAL, listOpenings)).filter(one => one.device === device.id)
    expect(opened).toMatchObject([{ holders: JSON.stringify([HOLDERS[first], HOLDERS[second]]), reason: 'PC rusak, dipasang ulang' }])
  })

  it('gives an answer that opens nothing a second time, and no other desk', async () => {
    const [one, other] = [await lockedDesk(), await lockedDesk()]
    const { code } = await answerTo(server, KENDAL, await readAsked(server, KENDAL, one.request), opening(0, 1), NOW + 50)
    expect(await other.run('recovery.enterCode', { code })).toMatchObject({ ok: false, problem: { kind: 'wrong-code' } })
    expect(await one.run('recovery.enterCode', { code })).toMatchObject({ ok: true })
    expect(districtDoor(one.data)).toBeUndefined()
    expect(existsSync(join(one.data, 'backups', 'escrow.key'))).toBe(false)
  })

  it('opens a desk whose copies are gone too, by what lies on a stick with several desks: the request of each is shown, and only its own answer fits', async () => {
    const [one, other] = [await lockedDesk(), await lockedDesk()]
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    for (const { data, device } of [one, other]) {
      const folder = join(stick, 'loket-slrt-cadangan', device.id.slice(0, 8))
      mkdirSync(folder, { recursive: true })
      cpSync(join(data, 'backups', 'escrow.key'), join(folder, 'escrow.key'))
      rmSync(join(data, 'backups'), { recursive: true })
    }
    const doors = await one.run('recovery.doors', {})
    expect(doors).toMatchObject({ ok: true, value: { code: null } })
    const requests = ((doors as { value: Doors }).value.district ?? []).map(({ request }) => request)
    expect(requests.sort()).toEqual([one.request, other.request].sort())
    const answer = async (request: string, at: number) =>
      (await answerTo(server, KENDAL, await readAsked(server, KENDAL, request), opening(0, 1), NOW + at)).code
    expect(await one.run('recovery.enterCode', { code: await answer(other.request, 60) })).toMatchObject({
      problem: { kind: 'wrong-code' }
    })
    expect(await one.run('recovery.enterCode', { code: await answer(one.request, 61) })).toEqual({ ok: true, value: null })
    expect(one.reopened).toEqual([{ by: 'by-district' }])
    expect(existsSync(join(one.data, 'keys', 'escrow.key'))).toBe(false)
    vi.stubEnv('LOKET_DRIVES', folderOf('nothing'))
    expect(await other.run('recovery.doors', {})).toEqual({ ok: true, value: { code: null, district: [] } })
  })

  it('does not open with one piece, one person, a wrong piece, no reason, or a request that was misheard', async () => {
    const { request } = await lockedDesk()
    const asked = await readAsked(server, KENDAL, request)
    const before = await inDistrict(server, KENDAL, listOpenings)
    const tried = (given: Partial<ReturnType<typeof opening>>) => answerTo(server, KENDAL, asked, { ...opening(0, 1), ...given }, NOW + 90)
    await expect(tried({ pieces: [pieces[0] ?? '', pieces[0] ?? ''] })).rejects.toThrow('two different pieces')
    await expect(tried({ holders: ['Sekretaris', ' sekretaris '] })).rejects.toThrow('two different people')
    await expect(tried({ reason: ' ' })).rejects.toThrow('say why')
    await expect(tried({ pieces: [pieces[0] ?? '', `${pieces[1]?.slice(0, -1)}?`] })).rejects.toThrow('piece 2 is wrong')
    const foreign = await makeEscrowKey(server, KENDAL, HOLDERS, NOW + 1)
    await expect(tried({ pieces: [pieces[0] ?? '', foreign[1] ?? ''] })).rejects.toThrow('do not belong together')
    await expect(
      readAsked(
        server,
        KENDAL,
        request.replace(/^./, letter => (letter === '7' ? '8' : '7'))
      )
    ).rejects.toThrow('wrong or missing')
    expect(await inDistrict(server, KENDAL, listOpenings)).toEqual(before)
  })

  it('is made, told and used by commands that ask for what is secret', async () => {
    const env = { DISTRICT_DATA: folderOf('commands') }
    await command(env, 'init', '--district', KENDAL, '--name', 'Kabupaten Kendal')
    expect((await command(env, 'escrow')).said).toContain('there is no escrow key yet')
    expect(await command(env, 'escrow', 'make', '--holders', 'A, A, B')).toMatchObject({
      code: 1,
      said: expect.stringContaining('different people')
    })
    const made = await command(env, 'escrow', 'make', '--holders', 'Kabid, Sekretaris, Admin')
    expect(made.said.match(/(\w{4}-){13}\w{3}/g)).toHaveLength(3)
    expect((await command(env, 'escrow', 'make', '--holders', 'A, B, C')).said).toContain('there is an escrow key already')
    expect((await command(env, 'escrow')).said).toContain('Kabid, Sekretaris, Admin')
    expect(await command(env, 'escrow', 'open', 'AAAA')).toMatchObject({
      code: 1,
      said: expect.stringContaining('compare it with the screen')
    })
  })
})

describe('a desk on a computer whose keychain is open to all', () => {
  const open = { ...testSecrets('basic_text'), isProtected: false, isRefused: true }

  it('makes no keys there, and says why', async () => {
    const data = folderOf('new')
    await expect(testDesk({ folder: data, secrets: open })).rejects.toMatchObject({ reason: 'no-keychain' })
    expect(readdirSync(data)).toEqual([])
  })

  it('is opened with its code for this once, and leaves no key behind', async () => {
    const { data, request } = await lockedDesk()
    const { code } = await answerTo(server, KENDAL, await readAsked(server, KENDAL, request), opening(1, 2), NOW + 70)
    const reopened: Reopening[] = []
    const reopen = async (how: Reopening = {}) => void reopened.push(how)
    const run = closedRun({ reason: 'no-keychain', data, secrets: open, now: () => NOW, reopen })
    expect(await run('recovery.enterCode', { code })).toEqual({ ok: true, value: null })
    expect(existsSync(join(data, 'keys'))).toBe(false)
    expect(reopened[0]?.keys?.databaseKey).toHaveLength(32)
  })
})

describe('a folder in which an old desk left anything', () => {
  it.each(['backups', 'journal', 'keys/recovery.key', 'rusak-20261123T000000Z', 'desk.db.restored'])(
    'gets no new keys and no empty database because of its %s',
    async left => {
      const { data } = await lockedDesk()
      const aside = folderOf('old')
      if (left === 'journal' || left === 'backups') cpSync(join(data, left), join(aside, left), { recursive: true })
      else cpSync(join(data, 'backups', 'escrow.key'), join(aside, left))
      await expect(testDesk({ folder: aside })).rejects.toMatchObject({ reason: 'key-missing' })
      expect(existsSync(join(aside, 'desk.db'))).toBe(left === 'desk.db.restored')
    }
  )
})
