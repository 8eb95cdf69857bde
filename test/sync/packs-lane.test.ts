import { createHash, randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyFrom } from '#main/sync/desk-ports'
import { laneOut, takeLane as takeAtDesk } from '#main/sync/packs-lane'
import { laneAnswers, nothingSaid, takeLane } from '#server/cli/pack-lane'
import { inDistrict } from '#server/database/inside'
import { publish } from '#server/files/publish'
import { FrameError } from '#shared/sync/codec/frame-error'
import { FILE_PIECE } from '#shared/sync/district-file'
import { decodeLane, encodeLane, type LaneMessage } from '#shared/sync/lane'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { type TestDesk, value } from '#test/support/test-desk'
import { command } from '../server/support/command'
import { type District, KENDAL } from './support/district'
import { eachWithStick, twoDesks } from './support/stick'

const current = eachWithStick()
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function issued({ api }: Pick<TestDesk, 'api'>, nik = '3324105708910003', name = 'Sumarni Tiga') {
  const found = await givenCase(api, { residentId: (await givenResident(api, { nik, name })).id })
  return value(await api.letters.issue(await givenLetterOrder(api, found.id)))
}

const attachmentsOf = async ({ api }: TestDesk) => value(await api.sync.status({})).attachments
const blobsAt = (district: District) =>
  inDistrict(district.server, KENDAL, ({ trx }) => trx.selectFrom('blob').select(['hash', 'isWhole']).execute())
const heldBy = async ({ api }: TestDesk, name: string) => value(await api.sync.status({})).files.find(file => file.name === name)
const all = async (messages: AsyncIterable<LaneMessage>) => {
  const found: LaneMessage[] = []
  for await (const message of messages) found.push(message)
  return found
}

describe('the second part of a pack', () => {
  it('[P8] carries the letters’ pages to the district, and they count as sent when it has said so', async () => {
    const { district, a } = await twoDesks()
    const letter = await issued(a)
    await current().write(a)
    expect(await attachmentsOf(a)).toBe(1)
    expect((await current().pack(district, '--in', ...current().files().map(current().path))).code).toBe(0)
    expect(await blobsAt(district)).toContainEqual({ hash: letter.pdfHash, isWhole: 1 })
    expect(await attachmentsOf(a)).toBe(1)
    await current().read(a)
    expect(await attachmentsOf(a)).toBe(0)
  })

  it('[P7] [P8] counts nothing as sent that the district said to have before it was put back', async () => {
    const { district, a } = await twoDesks()
    const stick = current()
    const backup = stick.path('backup.db')
    await district.backUp(backup)
    await issued(a)
    const carry = async () => {
      const { file } = await stick.write(a)
      const { written } = await stick.pack(district, '--in', stick.path(file))
      await stick.read(a)
      rmSync(stick.path(file))
      return stick.path(written[0] ?? '')
    }
    const before = await carry()
    expect(await attachmentsOf(a)).toBe(0)
    renameSync(before, `${before}.aside`)
    await district.restore(backup)
    await district.close()
    rmSync(await carry())
    expect(await attachmentsOf(a)).toBe(1)
    renameSync(`${before}.aside`, before)
    await stick.read(a)
    expect(await attachmentsOf(a)).toBe(1)
    rmSync(await carry())
    expect(await attachmentsOf(a)).toBe(0)
    expect(await blobsAt(district)).toMatchObject([{ isWhole: 1 }])
  })

  it('[P8] leaves what does not fit for the next stick, the oldest first', async () => {
    const { a } = await twoDesks()
    const [first, second] = [randomBytes(700_000), randomBytes(900)].map(bytes => ({ hash: sha256(bytes), bytes }))
    if (!first || !second) throw new Error('two were made')
    await a.desk.db.insertInto('blob').values([first, second]).execute()
    const hashesIn = async (room: number) =>
      (await all(laneOut(a.desk, room))).flatMap(message => (message.kind === 'piece' ? message.hash : []))
    expect(await hashesIn(1e6)).toEqual([first.hash, first.hash, first.hash, second.hash])
    expect(await hashesIn(700_000)).toEqual([first.hash, first.hash, first.hash])
    expect(await hashesIn(699_999)).toEqual([])
  })

  it('[P8] brings reference data to a desk that has no line, and says that it did', async () => {
    const { district, a } = await twoDesks()
    const rule = { program: 'PKH', purpose: 'bansos', maxDecile: 2, validFrom: '2027-01-01', validTo: null, source: 'Contoh' }
    writeFileSync(current().path('set.json'), JSON.stringify({ format: 1, programRules: [rule] }))
    const handed = await command({}, 'reference', current().path('set.json'), '--label', 'Lewat flashdisk', '--data', district.folder)
    expect(handed).toMatchObject({ code: 0 })
    const { file } = await current().write(a)
    await current().pack(district, '--in', current().path(file))
    expect(await current().read(a)).toMatchObject([{ outcome: 'taken' }])
    expect(await heldBy(a, 'reference')).toMatchObject({ held: { label: 'Lewat flashdisk' } })
    expect(value(await a.api.directory.programRules({ program: 'PKH', on: '2027-02-01' }))).toContainEqual(rule)
    expect((await current().read(a)).map(({ outcome }) => outcome)).toEqual(['nothing-new'])
  })

  it('[P8] [R4] brings a large file over several sticks, each from where the one before ended', async () => {
    const { district, a } = await twoDesks()
    const bytes = randomBytes(FILE_PIECE * 5 + 10)
    const about = { district: KENDAL, name: 'registry', label: 'DTSEN', now: 1 } as const
    await publish(district.server, about, async function* () {
      yield bytes
    })
    const at = { server: district.server, district: KENDAL, now: 1 }
    const here = await a.desk.db.selectFrom('here').select('districtKey').executeTakeFirstOrThrow()
    const districtKey = keyFrom(Buffer.from(here.districtKey ?? '', 'base64'))
    const { db, files } = a.desk
    const take = (message: LaneMessage) => takeAtDesk(message, { db, files, district: KENDAL, districtKey })
    const brought: number[] = []
    for (let stick = 0; stick < 4; stick++) {
      const said = nothingSaid()
      for (const message of await all(laneOut(a.desk, 0))) await takeLane(at, a.desk.author.device, message, said)
      const answer = await all(laneAnswers(at, said, FILE_PIECE * 2))
      for (const message of answer) await take(message)
      brought.push(answer.filter(({ kind }) => kind === 'piece').length)
    }
    expect(brought).toEqual([2, 2, 2, 0])
    // all of it has come, as only a whole file is looked at: these bytes are no register
    expect(await heldBy(a, 'registry')).toMatchObject({ held: null, next: { label: 'DTSEN', trouble: 'unusable' } })
  })

  it('[R10] brings no file for which a desk that has spoken named no use', async () => {
    const { district, a } = await twoDesks()
    for (const name of ['program-windows', 'program-linux'] as const) {
      const bytes = randomBytes(900)
      await publish(district.server, { district: KENDAL, name, label: '0.2.0', now: 1 }, async function* () {
        yield bytes
      })
    }
    const at = { server: district.server, district: KENDAL, now: 1 }
    const said = { ...nothingSaid(), holds: [{ name: 'program-linux', version: 0, next: 0, pieces: 0 }] }
    const named = async (given: typeof said) =>
      (await all(laneAnswers(at, given, 1e6))).flatMap(message => (message.kind === 'file' ? JSON.parse(message.text).name : []))
    expect(await named(said)).toEqual(['program-linux'])
    expect((await named({ ...said, holds: [] })).sort()).toEqual(['program-linux', 'program-windows'])
    // this desk’s program knows no publisher
    const holds = (await all(laneOut(a.desk, 0))).flatMap(message => (message.kind === 'holds' ? message.files : []))
    expect(holds.map(({ name }) => name)).not.toContain('program-linux')
  })

  it('[P7] counts as a contact on both sides', async () => {
    const { district, a, b } = await twoDesks()
    await issued(a)
    const { file } = await current().write(a)
    await inDistrict(district.server, KENDAL, ({ trx }) => trx.updateTable('device').set({ lastSeenAt: 5 }).execute())
    await current().pack(district, '--in', current().path(file))
    const seen = await inDistrict(district.server, KENDAL, ({ trx }) => trx.selectFrom('device').select(['code', 'lastSeenAt']).execute())
    expect(seen.filter(({ lastSeenAt }) => lastSeenAt === 5).map(({ code }) => code)).toEqual(['B'])
    await a.desk.db.updateTable('here').set({ lastContactAt: 7 }).execute()
    await current().read(a)
    expect(value(await a.api.sync.status({})).lastContactAt).toBeGreaterThan(1_700_000_000_000)
    expect(value(await b.api.sync.status({})).lastContactAt).toBeGreaterThan(0)
  })

  it('[P5] is read on a stick that still has older answers on it, and nothing is wrong with those', async () => {
    const { district, a } = await twoDesks()
    for (let i = 0; i < 2; i++) {
      await issued(a, `332410570891000${3 + 3 * i}`, i === 0 ? 'Sumarni Tiga' : 'Sumarni Enam')
      await current().write(a)
      const { code, said } = await current().pack(district, '--in', ...current().files().map(current().path))
      expect([code, said.includes('is an answer, for its desk to read')]).toEqual([0, i === 1])
      await current().read(a)
    }
  })

  it('[P6] is read as it was said, and whatever else is refused', () => {
    const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
    const message: fc.Arbitrary<LaneMessage> = fc.oneof(
      fc.record({
        kind: fc.constant('piece' as const),
        hash,
        size: fc.integer({ min: 1, max: 1e9 }),
        at: fc.nat(),
        bytes: fc.uint8Array({ maxLength: 90 })
      }),
      fc.record({ kind: fc.constant('kept' as const), hashes: fc.array(hash, { maxLength: 5 }) }),
      fc.record({ kind: fc.constant('file' as const), text: fc.string(), signature: fc.string({ maxLength: 90 }) })
    )
    fc.assert(
      fc.property(message, fc.nat(), fc.nat(255), (said, at, to) => {
        const bytes = encodeLane(said)
        expect(decodeLane(bytes)).toEqual(said)
        const changed = Uint8Array.from(bytes)
        changed[at % changed.length] = to
        try {
          decodeLane(changed)
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError)
        }
      })
    )
  })
})
