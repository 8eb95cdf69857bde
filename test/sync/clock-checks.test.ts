import { describe, expect, it } from 'vitest'
import { noteClockCheck } from '#main/changes/clock-checks'
import { foldAgain, snapshot } from '#main/changes/fold'
import { readPacks, writePack } from '#main/sync/packs'
import { givenCase, givenResident, personInput } from '#test/support/given'
import { type TestDesk, testDesk, value } from '#test/support/test-desk'
import { districtNow, firstDesk, furtherDesk, openDistrict, sync } from './support/district'
import { eachWithStick } from './support/stick'

const HOUR = 3_600_000
const stick = eachWithStick()

/** Somebody sets the clock of a desk to the district's, or so much ahead of it. */
function setClock({ clock }: TestDesk, ahead = 0): void {
  clock.jumped += districtNow() - clock.now() + ahead
}

const correct = async ({ api }: TestDesk, residentId: string, name: string) =>
  value(await api.residents.correct({ residentId, resident: personInput({ name }), differentFrom: [] }))

/** Something else is written there, as it is all day. */
const workOn = ({ api }: TestDesk, name: string) => givenResident(api, { name, nik: null, noNikReason: 'never-recorded' })

async function cardAt({ api }: TestDesk) {
  const [card] = value(await api.sync.clashes({}))
  if (!card) throw new Error('no card')
  return card
}

/** Two desks whose clocks are right, and a person whom both know. */
async function twoDesks() {
  const district = await openDistrict()
  const a = await firstDesk(district)
  setClock(a)
  const resident = await givenResident(a.api)
  await sync(a)
  const b = await furtherDesk(district)
  return { district, a, b, resident }
}

describe('[V6] a conflict card', () => {
  it('says of both moments that they are exact when both clocks agreed', async () => {
    const { a, b, resident } = await twoDesks()
    setClock(b)
    for (const desk of [a, b]) await sync(desk)
    await correct(a, resident.id, 'Siti Aminah Sekali')
    await correct(b, resident.id, 'Siti Aminah Lain')
    for (const desk of [a, b, a]) await sync(desk)
    for (const desk of [a, b])
      expect(await cardAt(desk)).toMatchObject({ wishedBy: { clock: { kind: 'exact' } }, standingBy: { clock: { kind: 'exact' } } })
  })

  it('says by how much the other clock is wrong, also when that was found out only after the change', async () => {
    const { a, b, resident } = await twoDesks()
    setClock(b, 3 * HOUR)
    await correct(a, resident.id, 'Siti Aminah Sekali')
    await correct(b, resident.id, 'Siti Aminah Lain')
    for (const desk of [a, b, a]) await sync(desk)
    const about3Hours = { kind: 'wrong', ahead: expect.closeTo(3 * HOUR, -5) }
    // where the clock stands it is known at once; elsewhere with the next change from there
    expect((await cardAt(b)).wishedBy.clock).toEqual(about3Hours)
    expect((await cardAt(a)).wishedBy.clock.kind).not.toBe('exact')
    await workOn(b, 'Tuminah')
    for (const desk of [b, a]) await sync(desk)
    expect((await cardAt(a)).wishedBy).toMatchObject({ deskCode: 'B', clock: about3Hours })
    expect((await cardAt(a)).standingBy).toMatchObject({ deskCode: 'A', clock: { kind: 'exact' } })
  })

  it('gives a margin for a run that was never compared, after one that was', async () => {
    const { district, a, b, resident } = await twoDesks()
    setClock(b)
    await sync(b)
    await workOn(b, 'Tuminah')
    await sync(b)
    await b.close()
    const again = await testDesk({ folder: b.data, now: districtNow() })
    again.desk.session.officer = b.desk.session.officer
    await correct(a, resident.id, 'Siti Aminah Sekali')
    await correct(again, resident.id, 'Siti Aminah Lain')
    await sync(a)
    // by stick nobody compares anything
    await district.close()
    await stick().pack(district, '--in', stick().path((await stick().write(again)).file))
    await district.open()
    await sync(a)
    expect((await cardAt(a)).wishedBy.clock).toEqual({ kind: 'bounded', within: expect.closeTo(2 * 60_000, -5) })
  })

  it('says that it does not know of a desk that is only ever reached by stick', async () => {
    const { district, a, resident } = await twoDesks()
    const c = await testDesk()
    value(await c.api.sync.join({ server: district.address, code: await district.code() }))
    await stick().pack(district, '--for', 'c')
    value(await readPacks(c.desk, stick().folder))
    value(await c.api.office.openHere({}))
    c.desk.session.officer = value(await c.api.officers.list({})).find(officer => officer.roles.includes('manager'))
    await correct(a, resident.id, 'Siti Aminah Sekali')
    await correct(c, resident.id, 'Siti Aminah Lain')
    await sync(a)
    const { file } = value(await writePack(c.desk, stick().folder))
    await stick().pack(district, '--in', stick().path(file))
    await sync(a)
    expect((await cardAt(a)).wishedBy.clock).toEqual({ kind: 'unknown' })
    expect((await cardAt(a)).standingBy?.clock).toEqual({ kind: 'exact' })
  })
})

it('[V6] a case tells in its history by how much the clock was wrong that a line was written by, and nothing of clocks that were right', async () => {
  const district = await openDistrict()
  const a = await firstDesk(district)
  setClock(a)
  const { id } = await givenCase(a.api)
  await sync(a)
  const b = await furtherDesk(district)
  setClock(b, 3 * HOUR)
  await sync(b)
  value(await b.api.cases.note({ caseId: id, kind: 'note', text: 'Ditelepon, belum diangkat.' }))
  for (const desk of [b, a]) await sync(desk)
  for (const { api } of [a, b]) {
    const { events } = value(await api.cases.get({ caseId: id }))
    expect(events.map(({ kind, clockAhead }) => [kind, clockAhead])).toEqual([
      ['opened', null],
      ['note', expect.closeTo(3 * HOUR, -5)]
    ])
  }
})

describe('[V6] how a clock compared', () => {
  it('is told once a run with what is written anyway, and by no change of its own', async () => {
    const { a } = await twoDesks()
    const checks = () => a.desk.raw.prepare('select count(*) from clock_check where device_id = ?').pluck().get(a.desk.author.device)
    await workOn(a, 'Tuminah')
    const known = checks()
    expect(known).toBeGreaterThan(0)
    for (const name of ['Sumarni', 'Wagiyem']) {
      await sync(a)
      await workOn(a, name)
    }
    expect(checks()).toBe(known)
    await sync(a)
    expect(value(await a.api.sync.status({})).unsent).toBe(0)
  })

  it('is not lost when nothing is written any more in that run', async () => {
    const { a } = await twoDesks()
    setClock(a, 3 * HOUR)
    const { id } = await workOn(a, 'Tuminah')
    await sync(a)
    const officer = a.desk.session.officer
    await a.close()
    const again = await testDesk({ folder: a.data, now: districtNow() })
    again.desk.session.officer = officer
    await workOn(again, 'Sumarni')
    const told = again.desk.raw.prepare('select run, ahead from clock_check order by rowid desc limit 1').get()
    const made = `select body ->> '$.at.boot' from touch join "change" using (n) where touch.id = ?`
    expect(told).toEqual({ run: again.desk.raw.prepare(made).pluck().get(id), ahead: expect.closeTo(3 * HOUR, -5) })
  })

  it('is believed of no desk but the one that says it', async () => {
    const { a, b, resident } = await twoDesks()
    setClock(b)
    await sync(b)
    await correct(a, resident.id, 'Siti Aminah Sekali')
    await correct(b, resident.id, 'Siti Aminah Lain')
    for (const desk of [a, b, a]) await sync(desk)
    const before = (await cardAt(a)).wishedBy.clock
    expect(before.kind).toBe('exact')
    // as if another desk had said it
    a.desk.raw
      .prepare(`update clock_check set ahead = ?, stamps = '{"*":"another.1.7"}' where device_id = ?`)
      .run(3 * HOUR, b.desk.author.device)
    expect((await cardAt(a)).wishedBy.clock).toEqual({ kind: 'unknown' })
  })

  it('stands in the way of nothing, whatever time a server tells', async () => {
    const { a } = await twoDesks()
    const mine = { device: a.desk.author.device, at: a.desk.moment() }
    for (const now of [Number.MIN_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER]) noteClockCheck(a.desk.raw, mine, now)
    await workOn(a, 'Tuminah')
    await sync(a)
    expect(value(await a.api.sync.status({}))).toMatchObject({ unsent: 0, refused: 0, waiting: 0, problem: null })
  })

  it('decides nothing: with other comparisons every other row is the same', async () => {
    const { a, b, resident } = await twoDesks()
    setClock(b, 3 * HOUR)
    await sync(b)
    await correct(a, resident.id, 'Siti Aminah Sekali')
    await correct(b, resident.id, 'Siti Aminah Lain')
    for (const desk of [a, b, a]) await sync(desk)
    const { clock_check: told, ...before } = snapshot(a.desk.raw)
    expect(told?.length).toBeGreaterThan(1)
    const lie = (body: string) => body.replace(/"ahead":-?\d+/g, '"ahead":-99999999').replace(/"beganAt":\d+/g, '"beganAt":1')
    for (const { n, body } of a.desk.raw.prepare('select n, body from "change"').all() as { n: number; body: string }[])
      a.desk.raw.prepare('update "change" set body = ? where n = ?').run(lie(body), n)
    foldAgain(a.desk.raw)
    const { clock_check: lies, ...after } = snapshot(a.desk.raw)
    expect(lies).not.toEqual(told)
    expect(after).toEqual(before)
  })
})
