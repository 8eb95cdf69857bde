import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keyFrom } from '#main/sync/desk-ports'
import { fetchFiles } from '#main/sync/fetch-files'
import { laneOut, takeLane as takeAtDesk } from '#main/sync/packs-lane'
import { readHead } from '#registry/snapshot/head'
import { bytesIn } from '#registry/snapshot/snapshot'
import { laneAnswers, nothingSaid, takeLane } from '#server/cli/pack-lane'
import { inDistrict } from '#server/database/inside'
import { getDistrict } from '#server/districts/districts.store'
import { publish } from '#server/files/publish'
import type { RegistryPerson } from '#shared/registry/person'
import { FILE_PIECE, type Manifest } from '#shared/sync/district-file'
import { registryPerson } from '#test/support/given-registry'
import { type TestDesk, testDesk, value } from '#test/support/test-desk'
import { describeFile, signManifest } from '#wire/district-file'
import { snapshotOf } from '../registry/snapshot/in-villages'
import { strangersKey } from '../server/support/conversation'
import { random as seeded } from './sim/random'
import { KENDAL, openDistrict } from './support/district'
import { lineOf } from './support/file-line'

const folder = mkdtempSync(join(tmpdir(), 'pieces-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [FIRST, LAST] = ['33.24.14.2001', '33.24.14.2006'] as const
const EACH = 7000

/** Six villages of 7,000 generated people, with so much to say of each that a village fills many pieces. */
let bytes: Buffer
let manifest: Manifest
beforeAll(async () => {
  const random = seeded(4)
  const people = Array.from({ length: 6 * EACH }, (_, at): RegistryPerson => {
    const serial = String(100_000 + at)
    return registryPerson({
      nik: `3324105708${serial}`,
      kk: `3324141203${serial.slice(0, -1)}0`,
      name: `WARGA ${at % 131} CONTOH`,
      addressLine: Array.from({ length: 5 }, () => random.below(1e9).toString(36)).join(' '),
      village: { codeSet: 'kemendagri', code: `33.24.14.200${1 + Math.floor(at / EACH)}` }
    })
  })
  const path = join(folder, 'registry.slrs')
  const { edition } = await snapshotOf(path, people)
  bytes = readFileSync(path)
  const about = { district: '33.24', name: 'registry', label: 'DTSEN 2026-T4', version: 5 }
  const registry = { source: edition.source, content: edition.contentHash }
  manifest = await describeFile(
    { ...about, registry },
    (async function* () {
      yield bytes
    })()
  )
}, 120_000)

async function choosing(villages: string[] | null): Promise<TestDesk> {
  const desk = await testDesk({ officer: 'administrator' })
  value(await desk.api.extracts.serve({ villages }))
  return desk
}
async function serving(villages: string[] | null): Promise<TestDesk> {
  const desk = await choosing(villages)
  await desk.desk.files.offer(signManifest(manifest, strangersKey()), manifest)
  return desk
}
const always = () => true
const fetched = ({ desk }: TestDesk, { line }: ReturnType<typeof lineOf>, mayGoOn = always) => fetchFiles(desk, line, desk.files, mayGoOn)
const villagesHeld = ({ desk }: TestDesk) => desk.registry.ask(registry => registry.villages().map(({ code }) => code))
const peopleHeld = ({ desk }: TestDesk) => desk.registry.ask(({ edition }) => edition.rowCount)
/** Where the head ends and how large the blocks behind it are. */
const layout = async () => {
  const path = join(folder, 'registry.slrs')
  const { head, from } = await readHead(bytesIn(path))
  return { from, blocks: head.blocks.map(({ bytes: size }) => size) }
}

it('[R8] a desk that serves villages fetches the pieces that hold their people, and no others', async () => {
  const { from, blocks } = await layout()
  expect(blocks.length).toBe(3)
  const asked: [villages: string[], blocks: number[]][] = [
    [[FIRST], [0]],
    [[LAST], [2]],
    [
      [FIRST, LAST],
      [0, 2]
    ]
  ]
  for (const [villages, wanted] of asked) {
    const desk = await serving(villages)
    const line = lineOf(bytes)
    expect(await fetched(desk, line)).toBe('done')
    expect([villagesHeld(desk), peopleHeld(desk)]).toEqual([villages, villages.length * EACH])
    // no more than the head, the blocks, and what lies beside them in their first and last pieces
    const most = from + wanted.reduce((sum, n) => sum + (blocks[n] ?? 0) + 2 * FILE_PIECE, FILE_PIECE)
    expect(line.given.bytes).toBeLessThanOrEqual(most)
    expect(line.given.bytes).toBeLessThan(0.8 * bytes.length)
    expect(readdirSync(join(desk.data, 'district-files')).filter(name => name.endsWith('.file'))).toEqual([])
  }
}, 120_000)

it('[R4] [R8] the pieces go on where they were cut, also after a restart, and none comes twice', async () => {
  const whole = lineOf(bytes)
  expect(await fetched(await serving([FIRST]), whole)).toBe('done')
  let sum = 0
  const cut = await serving([FIRST])
  for (const calls of [1, 2]) {
    const line = lineOf(bytes)
    expect(await fetched(cut, line, () => line.given.calls < calls)).toBe('put-off')
    sum += line.given.bytes
  }
  const coming = value(await cut.api.extracts.held({})).incoming
  expect([coming?.have, (coming?.size ?? 0) < 0.5 * bytes.length]).toEqual([sum, true])
  await cut.close()
  const again = await testDesk({ folder: cut.data })
  const rest = lineOf(bytes)
  expect(await fetched(again, rest)).toBe('done')
  expect(sum + rest.given.bytes).toBe(whole.given.bytes)
  expect(villagesHeld(again)).toEqual([FIRST])
}, 120_000)

it('[R4] [R8] a piece with a changed byte is refused, what was good stays, and it is fetched again', async () => {
  const desk = await serving([LAST])
  const spoilt = lineOf(bytes, (call, body) => {
    if (call === 2) body[70] = (body[70] ?? 0) ^ 1
    return body
  })
  expect(await fetched(desk, spoilt)).toBe('stuck')
  expect(await fetched(desk, lineOf(bytes))).toBe('done')
  expect([villagesHeld(desk), peopleHeld(desk)]).toEqual([[LAST], EACH])
}, 120_000)

it('[R8] another choice on the way goes on with the pieces that are here already', async () => {
  const desk = await serving([FIRST])
  const first = lineOf(bytes)
  expect(await fetched(desk, first, () => first.given.calls < 2)).toBe('put-off')
  value(await desk.api.extracts.serve({ villages: null }))
  const rest = lineOf(bytes)
  expect(await fetched(desk, rest)).toBe('done')
  expect(first.given.bytes + rest.given.bytes).toBe(bytes.length)
  expect(peopleHeld(desk)).toBe(6 * EACH)
}, 120_000)

it('[P8] [R8] a stick brings the same pieces, the next one from where the one before ended, and the whole to a desk that serves all', async () => {
  const { server } = await openDistrict()
  const about = { district: KENDAL, name: 'registry', label: 'DTSEN 2026-T4', now: 1, registry: manifest.registry } as const
  await publish(server, about, async function* () {
    yield bytes
  })
  const district = { server, district: KENDAL, now: 1 }
  const { publicKey } = await inDistrict(server, KENDAL, getDistrict)
  const districtKey = keyFrom(Buffer.from(publicKey, 'base64'))
  const brought: number[] = []
  for (const [villages, people] of [[[LAST], EACH] as const, [null, 6 * EACH] as const]) {
    const desk = await choosing(villages && [...villages])
    const { db, files, author } = desk.desk
    let sum = 0
    for (const room of [FILE_PIECE * 6, bytes.length]) {
      const said = nothingSaid()
      for await (const message of laneOut(desk.desk, 0)) await takeLane(district, author.device, message, said)
      for await (const message of laneAnswers(district, said, room)) {
        sum += message.kind === 'piece' ? message.bytes.length : 0
        await takeAtDesk(message, { db, files, district: KENDAL, districtKey })
      }
    }
    expect(peopleHeld(desk)).toBe(people)
    brought.push(sum)
  }
  const line = lineOf(bytes)
  await fetched(await serving([LAST]), line)
  expect(brought).toEqual([line.given.bytes, bytes.length])
}, 120_000)
