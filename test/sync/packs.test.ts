import { copyFileSync, renameSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { readPacks } from '#main/sync/packs'
import { answersTo } from '#server/cli/pack-answer'
import { nothingSaid } from '#server/cli/pack-lane'
import { writeAnswer } from '#server/cli/pack-write'
import { inDistrict } from '#server/database/inside'
import { listDevices } from '#server/devices/devices.store'
import { getHead, renewFeed } from '#server/sync/feed.store'
import { findDigestAt } from '#server/sync/feed-marks.store'
import { type FromDesk, PROTOCOL_VERSION } from '#shared/sync/protocol'
import { givenCase, givenLetterOrder, givenResident, personInput } from '#test/support/given'
import { type TestDesk, testDesk, value } from '#test/support/test-desk'
import { type District, KENDAL } from './support/district'
import { eachWithStick, newStick, twoDesks } from './support/stick'

const current = eachWithStick()
const write = (desk: TestDesk) => current().write(desk)
const read = (desk: TestDesk) => current().read(desk)
const path = (file: string) => current().path(file)
const pack = (district: District, ...args: string[]) => current().pack(district, ...args)

/** Out to the server and back. */
async function carry(district: District, ...desks: TestDesk[]): Promise<void> {
  for (const desk of desks) {
    const { file } = await write(desk)
    const { code, said } = await pack(district, '--in', path(file))
    if (code !== 0) throw new Error(said)
  }
  for (const desk of desks) await read(desk)
}

const headOf = (district: District) => inDistrict(district.server, KENDAL, getHead)

/** An answer for a desk that said it had taken the feed up to there. */
async function answerBehind({ server }: District, code: string, cursor: number): Promise<string> {
  // by its date it lies before all others
  const at = { server, district: KENDAL, now: 1 }
  const { epoch: feedEpoch } = await inDistrict(server, KENDAL, getHead)
  const cursorHash = (await inDistrict(server, KENDAL, inside => findDigestAt(inside, cursor))) ?? null
  const to = (await inDistrict(server, KENDAL, listDevices)).find(device => device.code === code)
  if (!to) throw new Error(`no desk ${code}`)
  const said = async function* (): AsyncGenerator<FromDesk> {
    const known = { district: KENDAL, device: to.id, epoch: 1, counter: 1, ownSeq: 0, roster: 0, changeVersion: 1, layout: 0 }
    yield { kind: 'hello', protocol: PROTOCOL_VERSION, ...known, feedEpoch, cursor, cursorHash, clock: { wall: 0, boot: '', mono: 0 } }
    yield { kind: 'bye' }
  }
  return writeAnswer(at, to, current().folder, answersTo(at, said()), nothingSaid())
}

async function expectAgreement({ district, a, b }: { district: District; a: TestDesk; b: TestDesk }): Promise<void> {
  const { head } = await headOf(district)
  expect(snapshot(b.desk.raw)).toEqual(snapshot(a.desk.raw))
  for (const { api } of [a, b]) {
    expect(value(await api.office.checkLog({})).differences).toEqual([])
    expect(value(await api.sync.status({}))).toMatchObject({ unsent: 0, waiting: 0, refused: 0, cursor: head })
  }
}

describe('a stick', () => {
  it('[P5] carries a day of two desks, and both end as the district', async () => {
    const { district, a, b } = await twoDesks()
    const found = await givenCase(a.api)
    value(await a.api.letters.issue(await givenLetterOrder(a.api, found.id)))
    await givenResident(b.api, { nik: '3324105708910002', name: 'Sumarni' })
    await carry(district, a, b)
    await carry(district, a, b)
    await expectAgreement({ district, a, b })
    expect(value(await b.api.sync.receipt({ entity: 'case', id: found.id }))).toMatchObject({ kind: 'fed' })
  })

  it('[P5] counts nothing as sent before the district has answered', async () => {
    const { district, a } = await twoDesks()
    await givenResident(a.api)
    expect(await write(a)).toMatchObject({ changes: 1 })
    expect(await write(a)).toMatchObject({ changes: 1 })
    expect(value(await a.api.sync.status({}))).toMatchObject({ unsent: 1 })
    await carry(district, a)
    expect(await write(a)).toMatchObject({ changes: 0 })
  })

  it('[P5] brings a new desk everything that it has not asked for', async () => {
    const { district, a } = await twoDesks()
    await givenResident(a.api)
    await carry(district, a)
    await district.open()
    const c = await testDesk()
    value(await c.api.sync.join({ server: district.address, code: await district.code() }))
    await district.close()
    const { code, written } = await pack(district, '--for', 'c')
    expect(code).toBe(0)
    // nobody works there yet who could sign in
    expect(value(await readPacks(c.desk, current().folder))).toContainEqual({
      file: written[0],
      outcome: 'taken',
      changes: (await headOf(district)).head
    })
    expect(snapshot(c.desk.raw)).toEqual(snapshot(a.desk.raw))
  })

  it('[P7] takes a pack that goes on behind another one after that one, and says so when it is missing', async () => {
    const { district, a, b } = await twoDesks()
    const register = async (name: string) => {
      await givenResident(b.api, { name, nik: null, noNikReason: 'never-recorded' })
      await pack(district, '--in', path((await write(b)).file))
      return (await headOf(district)).head
    }
    const first = await register('Sumarni')
    const [early = ''] = (await pack(district, '--for', 'A')).written
    renameSync(path(early), path(`${early}.away`))
    const second = await register('Tuminah')
    const late = await answerBehind(district, 'A', first)
    expect(await read(a)).toContainEqual({ file: late, outcome: 'nothing-new', changes: 0, needsEarlier: true })
    renameSync(path(`${early}.away`), path(early))
    const found = await read(a)
    expect(found).toContainEqual({ file: late, outcome: 'taken', changes: second - first })
    expect(found.find(({ file }) => file === early)?.outcome).toBe('taken')
    expect(value(await a.api.sync.status({})).cursor).toBe(second)
    const again = await read(a)
    expect(again.some(({ outcome, needsEarlier }) => outcome === 'taken' || needsEarlier)).toBe(false)
  })

  it('[P7] takes a new life of the feed from the answer to its own hello, and nothing of an earlier life after that', async () => {
    const { district, a, b } = await twoDesks()
    await givenResident(b.api, { name: 'Sumarni', nik: null, noNikReason: 'never-recorded' })
    await carry(district, b)
    const [old = ''] = (await pack(district, '--for', 'A')).written
    await inDistrict(district.server, KENDAL, renewFeed)
    const [unasked = ''] = (await pack(district, '--for', 'A')).written
    await givenResident(a.api, { name: 'Tuminah', nik: null, noNikReason: 'never-recorded' })
    // nobody has told this desk yet that its own life of the feed is over, and this pack does not answer it
    const outcome = async (file: string) => (await read(a)).find(found => found.file === file)?.outcome
    expect(await outcome(unasked)).toBe('nothing-new')
    await carry(district, a, b)
    await carry(district, a, b)
    const before = snapshot(a.desk.raw)
    expect((await read(a)).every(({ outcome: found }) => found !== 'taken')).toBe(true)
    expect(await outcome(old)).toBe('nothing-new')
    expect(snapshot(a.desk.raw)).toEqual(before)
    await expectAgreement({ district, a, b })
  })

  it('[P5] mixes with the line and with other packs in any order, any number of times', async () => {
    const { district, a, b } = await twoDesks()
    const resident = await givenResident(a.api)
    await carry(district, a, b)
    const desks = { a, b }
    const sent: string[] = []
    const answers: string[] = []
    let n = 0
    // people who share a name and a day of birth are asked about
    const bornOn = (day: number) => new Date(Date.UTC(1950, 0, day)).toISOString().slice(0, 10)
    const acts = {
      work: (desk: TestDesk) =>
        n++ % 2
          ? desk.api.residents.correct({ residentId: resident.id, resident: personInput({ name: `Siti Aminah ${n}` }), differentFrom: [] })
          : givenResident(desk.api, { name: `Sumarni ${n}`, birthDate: bornOn(n), nik: null, noNikReason: 'never-recorded' }),
      write: async (desk: TestDesk) => void sent.push((await write(desk)).file),
      line: async (desk: TestDesk) => {
        await district.open()
        // a line that has just come back may fail once more
        await desk.api.sync.sendNow({})
        await desk.api.sync.sendNow({})
        await district.close()
      },
      take: async (_: TestDesk, at: number) => {
        const file = sent.at(-1 - (at % Math.min(3, sent.length)))
        if (file) answers.push(...(await pack(district, '--in', path(file))).written)
      },
      read: async (desk: TestDesk, at: number) => {
        const other = newStick()
        for (const back of [at, at * 7]) {
          const file = answers.at(-1 - (back % Math.min(4, answers.length)))
          if (file) copyFileSync(path(file), other.path(file))
        }
        other.plugIn()
        const found = await other.read(desk)
        other.remove()
        current().plugIn()
        outcomes.push(...found.map(({ outcome }) => outcome))
      }
    }
    const outcomes: string[] = []
    const step = fc.record({
      act: fc.oneof(
        { weight: 1, arbitrary: fc.constant('line' as const) },
        { weight: 12, arbitrary: fc.constantFrom('work', 'write', 'take', 'read') }
      ),
      desk: fc.constantFrom<('a' | 'b')[]>('a', 'b'),
      at: fc.nat(1000)
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 16, maxLength: 24 }), async steps => {
        for (const { act, desk, at } of steps) await acts[act](desks[desk], at)
        await carry(district, a, b)
        await carry(district, a, b)
        await expectAgreement({ district, a, b })
      }),
      { numRuns: 10, endOnFailure: true }
    )
    expect(outcomes.filter(outcome => !['taken', 'nothing-new', 'not-for-us'].includes(outcome))).toEqual([])
  }, 180_000)
})
