import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { readKeys } from '#main/keys/desk-keys'
import { rebuild } from '#main/recovery/rebuild'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, testSecrets, value } from '#test/support/test-desk'
import { command } from '../server/support/command'
import { type District, districtNow, firstDesk, furtherDesk, KENDAL, openDistrict, sync } from './support/district'

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'recovery-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A copy of a closed desk's folder, as a backup program or a disk image makes it. */
function copyOf(data: string): string {
  const folder = newFolder()
  cpSync(data, folder, { recursive: true })
  return folder
}

async function issueLetter(at: Pick<TestDesk, 'api'>, nik: string, name: string) {
  const { id: residentId } = await givenResident(at.api, { nik, name })
  const found = await givenCase(at.api, { residentId })
  return at.api.letters.issue({ ...(await givenLetterOrder(at.api, found.id)), isDateConfirmed: true })
}

async function expectAlike(...desks: TestDesk[]): Promise<void> {
  for (let round = 0; round < 2; round++) for (const desk of desks) await sync(desk)
  const [first, ...others] = desks.map(({ desk }) => snapshot(desk.raw))
  for (const other of others) expect(other).toEqual(first)
  for (const { api } of desks) expect(value(await api.office.checkLog({})).differences).toEqual([])
}

const numbersIn = ({ desk }: TestDesk): string[] =>
  (desk.raw.prepare('select number from letter order by number').all() as { number: string }[]).map(({ number }) => number)

/** A server put back to before desk B was let in, which had registered somebody whom desk A has heard of. */
async function givenForgotten() {
  const district = await openDistrict()
  const a = await firstDesk(district)
  const backup = join(newFolder(), 'backup.db')
  await district.backUp(backup)
  const b = await furtherDesk(district)
  const lost = await givenResident(b.api, { nik: '3324105708910002', name: 'Sumarni' })
  await expectAlike(a, b)
  await district.restore(backup)
  return { district, a, b, lost }
}

describe('a district server that was put back', () => {
  it('[F13] [S8] [D6] gets everything again from the desks, also what another desk had sent, with nobody helping', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const b = await furtherDesk(district)
    const backup = join(newFolder(), 'backup.db')
    await district.backUp(backup)
    const lost = await givenResident(b.api, { nik: '3324105708910002', name: 'Sumarni' })
    await sync(b)
    await sync(a)
    await b.close()
    await district.restore(backup)
    await sync(a)
    const again = await furtherDesk(district)
    expect(value(await again.api.residents.get({ residentId: lost.id })).resident.id).toBe(lost.id)
    await expectAlike(a, again)
  })

  it('[D6] [P12] goes on with the desks it knows, and takes the one it has forgotten in again with all it holds', async () => {
    const { district, a, b, lost } = await givenForgotten()
    const fresh = await givenResident(a.api, { nik: '3324105708910003', name: 'Wagiyem' })
    // a frame of the forgotten desk may be under way before the list without it has come
    await a.api.sync.sendNow({})
    await sync(a)
    const own = await givenResident(b.api, { nik: '3324105708910004', name: 'Painem' })
    expect(value(await b.api.sync.sendNow({})).problem).toEqual({ kind: 'turned-away', reason: 'unknown-device' })

    const elsewhere = await openDistrict()
    expect(problem(await b.api.sync.join({ server: elsewhere.address, code: await elsewhere.code() }))).toEqual({ kind: 'other-district' })
    const code = await makeEnrolmentCode(district.server, KENDAL, { now: districtNow(), isAutoConfirm: false, deskCode: 'B' })
    expect(value(await b.api.sync.join({ server: district.address, code })).link.kind).toBe('joining')
    expect(value(await b.api.sync.cancelJoin({})).link).toMatchObject({ kind: 'joined', deskCode: 'B' })
    await b.api.sync.sendNow({})
    const again = await district.code()
    expect(value(await b.api.sync.join({ server: district.address, code: again })).link).toMatchObject({ kind: 'joined', deskCode: 'B' })
    await expectAlike(a, b)
    for (const { id } of [lost, fresh, own])
      for (const { api } of [a, b]) expect(value(await api.residents.get({ residentId: id })).resident.id).toBe(id)
  })

  it('[D6] hears from the others what a desk had sent as soon as that one is taken in again, before it speaks itself', async () => {
    const { district, a, b, lost } = await givenForgotten()
    await a.api.sync.sendNow({})
    await sync(a)
    await b.api.sync.sendNow({})
    value(await b.api.sync.join({ server: district.address, code: await district.code() }))
    await sync(a)
    const c = await furtherDesk(district)
    expect(value(await c.api.residents.get({ residentId: lost.id })).resident.id).toBe(lost.id)
  })

  it('[S8] finds out by itself that its folder was put back behind its back', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const copy = newFolder()
    await district.close()
    await district.copyTo(copy)
    await district.open()
    const lost = await givenResident(a.api, { nik: '3324105708910002', name: 'Sumarni' })
    await sync(a)
    await district.putBack(copy)
    await sync(a)
    const b = await furtherDesk(district)
    expect(value(await b.api.residents.get({ residentId: lost.id })).resident.id).toBe(lost.id)
    await expectAlike(a, b)
  })
})

describe('a desk that was put back', () => {
  it('[D5] [N2] takes what it lacks, numbers no letter before that, and never a number twice', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await a.close()
    const old = copyOf(a.data)
    const later = await seated(district, a.data)
    const issued = value(await issueLetter(later, '3324105708910003', 'Sumarni Tiga'))
    await sync(later)
    await later.close()

    const back = await seated(district, old)
    await sync(back)
    const next = value(await issueLetter(back, '3324105708910004', 'Sumarni Empat'))
    expect(next.sequence).toBe(issued.sequence + 1)
    await sync(back)
    const other = await furtherDesk(district)
    expect(new Set(numbersIn(other)).size).toBe(2)
    await expectAlike(back, other)
  })

  it('[N2] put back in January to a copy of December numbers on behind the letters of January, whichever book of the year was opened first', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    value(await issueLetter(a, '3324105708910002', 'Sumarni'))
    await sync(a)
    await a.close()
    const december = copyOf(a.data)
    const open = async (folder: string) => {
      const desk = await seated(district, folder)
      desk.clock.ms = Date.UTC(2027, 0, 4, 2)
      return desk
    }
    const january = await open(a.data)
    value(await january.api.letters.openBook({ year: 2027, firstNumber: 1 }, await confirmedBy(january, 'front-office')))
    const given = [
      value(await issueLetter(january, '3324105708910003', 'Sumarni Tiga')),
      value(await issueLetter(january, '3324105708910004', 'Tuminah Empat'))
    ]
    expect(given.map(({ sequence }) => sequence)).toEqual([1, 2])
    await sync(january)
    await january.close()
    const again = await open(december)
    again.desk.raw.prepare("update here set epoch = epoch + 1, numbering = 'held'").run()
    value(await again.api.letters.openBook({ year: 2027, firstNumber: 1 }, await confirmedBy(again, 'front-office')))
    expect(problem(await issueLetter(again, '3324105708910005', 'Warsini Lima'))).toEqual({ kind: 'numbers-held' })
    await sync(again)
    expect(value(await issueLetter(again, '3324105708910006', 'Wagiyem Enam')).sequence).toBe(3)
    await sync(again)
    expect(new Set(numbersIn(again)).size).toBe(4)
    expect(again.reported).toEqual([])
  })

  it('[D4] [P9] keeps, under another epoch, what it did before it knew, and shows a number that was given twice (F14)', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await a.close()
    const image = copyOf(a.data)
    const one = await seated(district, a.data)
    value(await issueLetter(one, '3324105708910003', 'Sumarni Tiga'))
    await sync(one)
    const two = await seated(district, image)
    const kept = await givenResident(two.api, { nik: '3324105708910005', name: 'Sumarni Lima' })
    value(await issueLetter(two, '3324105708910006', 'Sumarni Enam'))
    await sync(two)
    await sync(two)
    const status = value(await two.api.sync.status({}))
    expect(status).toMatchObject({ numbering: 'lost', refused: 1 })
    expect(value(await two.api.sync.queue({})).filter(({ state }) => state === 'refused')).toMatchObject([{ reason: 'number-taken' }])
    expect(problem(await issueLetter(two, '3324105708910007', 'Sumarni Tujuh'))).toMatchObject({ kind: 'numbers-lost' })

    // two PCs under one name: the district lets neither speak before somebody has looked
    const stopped = { kind: 'turned-away', reason: 'frozen' }
    expect(value(await one.api.sync.sendNow({})).problem).toEqual(stopped)
    expect(value(await two.api.sync.sendNow({})).problem).toEqual(stopped)
    await givenResident(one.api, { nik: '3324105708910008', name: 'Sumarni Delapan' })
    await two.close()
    expect((await command({}, 'release', 'A', '--data', district.folder)).code).toBe(0)
    await sync(one)
    expect(value(await one.api.residents.get({ residentId: kept.id })).resident.id).toBe(kept.id)
    expect(value(await one.api.sync.status({}))).toMatchObject({ unsent: 0, problem: null })
  })

  it('[P9] is not taken for two PCs because it was started again', async () => {
    const district = await openDistrict()
    let desk = await firstDesk(district)
    for (let start = 0; start < 3; start++) {
      await sync(desk)
      await sync(desk)
      await desk.close()
      desk = await seated(district, desk.data)
    }
    await sync(desk)
    expect((await command({}, 'release', 'A', '--data', district.folder)).said).toContain('is not stopped')
  })
})

describe('a desk whose disk fell behind what came from others', () => {
  /** A copy of the second desk from before it heard of a resident, for whom it has opened a case since; both are closed. */
  async function fallenBehind() {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const b = await furtherDesk(district)
    value(await b.api.backups.make({}))
    await b.close()
    const old = copyOf(b.data)
    const again = await seated(district, b.data)
    const { id: residentId } = await givenResident(a.api)
    const other = await givenResident(a.api, { nik: '3324105708910002', name: 'Sumarni' })
    await sync(a)
    await sync(again)
    await givenCase(again.api, { residentId })
    value(await again.api.residents.merge({ residentId: other.id, into: residentId }))
    const rows = snapshot(again.desk.raw)
    return { district, a, again, old, rows }
  }

  it('[C12] [D5] opens with what it wrote about them, and has them again when the line is back', async () => {
    const { district, a, again, old, rows } = await fallenBehind()
    await again.close()
    cpSync(join(again.data, 'journal'), join(old, 'journal'), { recursive: true })
    const back = await seated(district, old)
    const one = await givenResident(back.api, { nik: '3324105708910003', name: 'Wagimin' })
    const same = await givenResident(back.api, { nik: '3324105708910004', name: 'Tuminah' })
    value(await back.api.residents.merge({ residentId: one.id, into: same.id }))
    await sync(back)
    expect(snapshot(back.desk.raw)).toMatchObject({ case: rows.case })
    await expectAlike(a, back)
  })

  it('[C12] is put together from a copy of before and the journal, and a trial of that goes well', async () => {
    const { district, a, again, rows } = await fallenBehind()
    expect(value(await again.api.backups.test({}))).toMatchObject({ isGood: true })
    await again.close()
    const found = await readKeys(join(again.data, 'keys'), testSecrets())
    if (found.kind !== 'found') throw new Error('no keys')
    writeFileSync(join(again.data, 'desk.db'), randomBytes(20_000))
    expect(await rebuild(again.data, found.keys, Date.now())).toMatchObject({ source: 'backup', lost: 0 })
    const back = await seated(district, again.data)
    await sync(back)
    expect(snapshot(back.desk.raw)).toEqual(rows)
    await expectAlike(a, back)
  })
})

/** The desk of a folder, opened again with a manager at it. */
async function seated(_: District, folder: string): Promise<TestDesk> {
  const desk = await testDesk({ folder })
  await actAs(desk, 'manager')
  return desk
}
