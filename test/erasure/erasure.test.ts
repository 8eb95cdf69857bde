import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MARK_FILE, readMark } from '#main/erasure/mark'
import { inDistrict } from '#server/database/inside'
import { listDevices } from '#server/devices/devices.store'
import { isPhrase, phraseOf } from '#shared/erasure/losses'
import { confirmedBy } from '#test/support/confirmed-by'
import { folderOf } from '#test/support/folders'
import { givenResident, givenVisit } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, KENDAL, openDistrict, sync } from '#test/sync/support/district'

afterEach(() => vi.unstubAllEnvs())

const losses = async ({ api }: TestDesk) => value(await api.erasure.losses({}))
/** Types what stands on the screen, confirmed by the manager. */
const erase = async (at: TestDesk, typed?: string) =>
  at.api.erasure.erase({ typed: typed ?? phraseOf(await losses(at)) }, await confirmedBy(at, 'manager'))
const isMarked = ({ data }: TestDesk): boolean => existsSync(join(data, MARK_FILE))

/** A code that is on paper, and a stick: what is on it can be opened without this PC. */
async function withCodeAndStick(at: TestDesk) {
  const stick = folderOf('stick')
  vi.stubEnv('LOKET_DRIVES', stick)
  const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
  value(await at.api.backups.keepCode({ code }))
  return stick
}

describe('a desk is erased', () => {
  it('by an administrator with another officer, and by nobody else', async () => {
    const at = await testDesk({ officer: 'manager' })
    expect(problem(await erase(at, 'HAPUS A'))).toEqual({ kind: 'not-allowed' })
    await actAs(at, 'administrator')
    const typed = phraseOf(await losses(at))
    expect(problem(await at.api.erasure.erase({ typed }))).toMatchObject({ kind: 'not-confirmed', why: 'nobody' })
    expect(problem(await at.api.erasure.erase({ typed }, await confirmedBy(at, 'front-office')))).toMatchObject({ why: 'may-not' })
    expect(problem(await at.api.erasure.erase({ typed }, await confirmedBy(at, 'administrator')))).toMatchObject({ why: 'same-officer' })
    expect(isMarked(at)).toBe(false)
    expect(value(await erase(at))).toEqual({ isTold: false })
    expect(isMarked(at)).toBe(true)
  })

  it('only by what stands on the screen: its letter, and how much is lost', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const before = await losses(at)
    expect(before).toMatchObject({ deskCode: 'A', district: null, stick: null })
    expect(before.lost).toBeGreaterThan(0)
    for (const typed of ['', 'HAPUS A', `HAPUS B ${before.lost}`, `HAPUS A ${before.lost + 1}`, `${phraseOf(before)} x`])
      expect(isPhrase(typed, before)).toBe(false)
    expect(problem(await erase(at, 'HAPUS A'))).toEqual({ kind: 'phrase-differs' })
    // somebody goes on working meanwhile: more would be lost than was read
    await actAs(at, 'front-office')
    await givenVisit(at.api)
    await actAs(at, 'administrator')
    expect(problem(await erase(at, phraseOf(before)))).toEqual({ kind: 'phrase-differs' })
    expect(isMarked(at)).toBe(false)
    const [now, then] = [(await losses(at)).lost, before.lost]
    expect(now).toBeGreaterThan(then)
    value(await erase(at, `  hapus  a ${now} `))
    const all = { fromOn: null, untilOn: null, officerId: null, kind: null, residentId: null, refusedOnly: false, before: null }
    const [line] = value(await at.api.audit.list(all)).rows.filter(one => one.call === 'erasure.erase')
    expect(line).toMatchObject({ outcome: 'ok', secondName: expect.stringMatching(/^Contoh/) })
  })

  it('also where the disk is full', async () => {
    const at = await testDesk({ officer: 'administrator' })
    at.disk.free = 1_000_000
    value(await erase(at))
    expect(isMarked(at)).toBe(true)
  })
})

describe('what would be lost', () => {
  it.each([
    ['back', -400],
    ['ahead', 36_500]
  ])(
    'counts a copy on a stick that the code on paper opens, and no other, also when the clock was put %s between the two',
    async (_, days) => {
      const at = await testDesk({ officer: 'administrator' })
      const stick = folderOf('stick')
      vi.stubEnv('LOKET_DRIVES', stick)
      value(await at.api.backups.copyToStick({ drive: stick }))
      at.clock.jumped = days * 86_400_000
      const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
      value(await at.api.backups.keepCode({ code }))
      expect(await losses(at)).toMatchObject({ stick: null })
      at.clock.jumped = 0
      value(await at.api.backups.copyToStick({ drive: stick }))
      expect(await losses(at)).toMatchObject({ stick: { missing: 0 } })
    }
  )

  it('of a desk alone is all it wrote, until a copy on a stick holds it that a code on paper opens', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const all = (await losses(at)).lost
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    value(await at.api.backups.copyToStick({ drive: stick }))
    // nobody could open it
    expect(await losses(at)).toMatchObject({ lost: all, stick: null })
    await withCodeAndStick(at)
    vi.stubEnv('LOKET_DRIVES', stick)
    // the copy is older than the code
    at.clock.ms += 1
    value(await at.api.backups.copyToStick({ drive: stick }))
    expect(await losses(at)).toMatchObject({ lost: 0, unsent: all, stick: { missing: 0 } })
    await actAs(at, 'front-office')
    const { id } = await givenVisit(at.api)
    value(await at.api.visits.saveDraft({ visitId: id, form: 'case', field: 'summary', value: 'Kartu mati' }))
    await actAs(at, 'administrator')
    expect(await losses(at)).toMatchObject({ lost: 3, drafts: 1, stick: { missing: 2 } })
  })

  it('of a desk of a district is what the district does not have', async () => {
    const district = await openDistrict()
    const at = await firstDesk(district)
    await actAs(at, 'administrator')
    await sync(at)
    expect(await losses(at)).toMatchObject({ district: 'Kabupaten Kendal', unsent: 0, attachments: 0, lost: 0 })
    await actAs(at, 'front-office')
    await givenResident(at.api)
    await actAs(at, 'administrator')
    expect(await losses(at)).toMatchObject({ unsent: 1, lost: 1 })
    await sync(at)
    expect(await losses(at)).toMatchObject({ unsent: 0, lost: 0 })
  })
})

describe('the district', () => {
  const stateOf = async (district: Awaited<ReturnType<typeof openDistrict>>, { desk }: TestDesk) =>
    inDistrict(district.server, KENDAL, async inside => (await listDevices(inside)).find(({ id }) => id === desk.author.device)?.state)

  it('[P10] hears of it and believes nothing more of that desk; what it sent stays', async () => {
    const district = await openDistrict()
    const at = await firstDesk(district)
    const other = await furtherDesk(district)
    await actAs(at, 'administrator')
    await sync(at)
    expect(value(await erase(at))).toEqual({ isTold: true })
    expect(readMark(at.data)).toMatchObject({ isTold: true, district: 'Kabupaten Kendal' })
    expect(await stateOf(district, at)).toBe('revoked')
    await at.api.sync.sendNow({})
    expect(value(await at.api.sync.status({})).problem).toEqual({ kind: 'turned-away', reason: 'revoked' })
    expect(await stateOf(district, other)).toBe('active')
    await sync(other)
  })

  it('need not be there: the desk is erased all the same, and says that it does not know', async () => {
    const district = await openDistrict()
    const at = await firstDesk(district)
    await actAs(at, 'administrator')
    await sync(at)
    await district.close()
    expect(value(await erase(at))).toEqual({ isTold: false })
    expect(readMark(at.data)).toMatchObject({ isTold: false, district: 'Kabupaten Kendal' })
    await district.open()
    expect(await stateOf(district, at)).toBe('active')
  })
})

it('is gone at the next start, and is set up anew only when somebody asks for it', async () => {
  const data = folderOf('gone')
  const at = await testDesk({ folder: data, officer: 'administrator' })
  value(await erase(at))
  await at.close()
  for (let start = 0; start < 2; start++) {
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'erased' })
    expect(readdirSync(data)).toEqual([MARK_FILE])
  }
})
