// `node server-rate.ts --data DIR [--databases URL,URL,...] --days FILE --count N`: how fast the server takes frames, beside the bare writing of the same rows.
import '../extensionless.ts'
import { generateKeyPairSync } from 'node:crypto'
import { parseArgs } from 'node:util'
import SqliteFile from 'better-sqlite3'
import pg from 'pg'
import type { Place } from '#server/database/place'
import type { Change } from '#shared/changes/change'
import type { OpenedChange } from '#shared/sync/frame'
import type { FromDesk } from '#shared/sync/protocol'

const text = { type: 'string', default: '' } as const
const { values } = parseArgs({ options: { data: text, databases: text, days: text, count: text } })
const { inDistrict } = await import('#server/database/inside')
const { databaseFile } = await import('#server/database/sqlite')
const { openDatabase } = await import('#server/database/open')
const { saveDevice } = await import('#server/devices/devices.store')
const { makeDistrict, SAMPLE } = await import('#server/districts/make-district')
const { converse } = await import('#server/sync/converse')
const { CHANGE_VERSION } = await import('#shared/changes/change')
const { FRAME_CHANGES, PLAIN_LAYOUT } = await import('#shared/sync/frame')
const { decodeFromServer, encodeMessage } = await import('#shared/sync/messages')
const { PROTOCOL_VERSION } = await import('#shared/sync/protocol')
const { frameLayout, hashOf, sealFrame } = await import('#wire/frames')
const { messageReader, packed, signedHello } = await import('#wire/message-stream')
const { framesThread } = await import('#wire/frame-work')
const { readDays } = await import('./sync-days.ts')

/** An empty PostgreSQL for each of the servers, or none. */
const urls = values.databases.split(',').filter(url => url !== '')
const isPostgres = urls.length > 0
function placeFor(name: string): Place {
  if (!isPostgres) return { kind: 'sqlite', folder: `${values.data}/${name}` }
  const url = urls.shift()
  if (!url) throw new Error('there are fewer databases than servers')
  return { kind: 'postgres', url }
}
const now = () => Date.now()
const frames = framesThread(new URL('../../src/server/sync/frames-worker.ts', import.meta.url))
const { setUp, visits } = readDays(values.days)
const bodies = [...setUp, ...visits.flat()].slice(0, setUp.length + Number(values.count))
const changes: OpenedChange[] = bodies.map(body => ({ change: JSON.parse(body) as Change, body, hash: hashOf(body) }))
const device = changes[0]?.change.device ?? ''
const { privateKey, publicKey } = generateKeyPairSync('ed25519')

/** The generator's desk, let in under a key of our own. */
async function openServer(place: Place) {
  const server = await openDatabase(place)
  await makeDistrict(server, { ...SAMPLE, isSample: false }, now())
  const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const unused = { checkNumber: null, nonceHash: '', serverNonce: '', lastSeenAt: null, lastClock: null, runs: '[]', renewals: '[]' }
  const kept = { id: device, code: 'A', publicKey: der, name: 'bench', state: 'active' as const, counter: 0, callCounter: 0, ...unused }
  await inDistrict(server, SAMPLE.code, inside => saveDevice(inside, { ...kept, enrolledAt: now(), confirmedAt: now() }))
  return server
}

const said = (message: FromDesk): Uint8Array => packed(encodeMessage(message))
/** How frames come over a line, and from a desk in the same building. */
type Layout = 'laid out' | 'plain'
const sealedAs = (layout: Layout, level: number) =>
  Array.from({ length: Math.ceil(changes.length / FRAME_CHANGES) }, (_, n) =>
    sealFrame(changes.slice(n * FRAME_CHANGES, (n + 1) * FRAME_CHANGES), {
      ...{ district: SAMPLE.code, privateKey, level },
      isPlain: layout === 'plain'
    })
  )
const sealed = { 'laid out': sealedAs('laid out', 10), plain: sealedAs('plain', 10) }
const helloAs = (layout: Layout) =>
  encodeMessage({
    ...{ kind: 'hello', protocol: PROTOCOL_VERSION, district: SAMPLE.code, device, epoch: changes[0]?.change.epoch ?? 1, counter: 1 },
    ...{ feedEpoch: null, cursor: 0, cursorHash: null, ownSeq: 0, roster: 0, changeVersion: CHANGE_VERSION },
    layout: layout === 'plain' ? PLAIN_LAYOUT : frameLayout(),
    clock: { wall: now(), boot: 'bench', mono: 1 }
  })

type Server = Awaited<ReturnType<typeof openServer>>

/** A conversation without a line: frames are committed and answered before the next ones are read. */
async function push(server: Server, layout: Layout): Promise<number> {
  let from = 0
  const pushed = sealed[layout]
  const fed = async function* () {
    yield packed(signedHello(helloAs(layout), privateKey))
    from = performance.now()
    for (const frame of pushed) yield said({ kind: 'frame', ...frame })
  }
  const read = messageReader()
  let answered = 0
  const talk = converse(fed(), { server, now, frames, greeted: () => undefined, said: () => undefined, failed: () => undefined })
  for await (const piece of talk)
    for (const bytes of read(piece)) {
      const answer = decodeFromServer(bytes)
      if (answer.kind !== 'verdicts') continue
      if (answer.verdicts.some(({ kind }) => kind !== 'fed')) throw new Error('a change was not fed')
      answered += answer.verdicts.length
    }
  const expected = pushed.reduce((sum, { count }) => sum + count, 0)
  if (answered !== expected) throw new Error(`${answered} of ${expected} were answered`)
  return performance.now() - from
}

type Rows = Record<string, unknown>[]
const TABLES = ['frame', 'change', 'claim', 'row'] as const

/** The rows that each frame left, in the order of the frames; a row that several frames wrote goes with the last of them. */
async function rowsOf(server: Server): Promise<Record<(typeof TABLES)[number], Rows>[]> {
  const all = await inDistrict(server, SAMPLE.code, async ({ trx }) => ({
    frame: await trx.selectFrom('frame').selectAll().orderBy('first').execute(),
    change: await trx.selectFrom('change').selectAll().orderBy('seq').execute(),
    claim: await trx.selectFrom('claim').selectAll().execute(),
    row: await trx.selectFrom('row').selectAll().execute()
  }))
  const writer = new Map<string, number>()
  for (const [i, { change }] of changes.entries()) for (const { id } of change.ops) writer.set(id, Math.floor(i / FRAME_CHANGES))
  const parts = sealed['laid out'].map(() => ({ frame: [] as Rows, change: [] as Rows, claim: [] as Rows, row: [] as Rows }))
  for (const [i, row] of all.frame.entries()) parts[i]?.frame.push(row)
  for (const [i, row] of all.change.entries()) parts[Math.floor(i / FRAME_CHANGES)]?.change.push(row)
  for (const row of all.claim) parts[writer.get(row.id) ?? 0]?.claim.push(row)
  for (const row of all.row) parts[writer.get(row.id) ?? 0]?.row.push(row)
  return parts
}

type Parts = Awaited<ReturnType<typeof rowsOf>>
const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** The same rows by prepared inserts, one transaction a frame, as durable. */
function writeToSqlite(folder: string, parts: Parts): number {
  const raw = new SqliteFile(databaseFile(folder))
  for (const setting of [
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
    'secure_delete = on',
    'cache_size = -32000',
    'wal_autocheckpoint = 8000'
  ])
    raw.pragma(setting)
  const inserts = new Map<string, SqliteFile.Statement>()
  const insertInto = (table: string, row: Rows[number]) => {
    const made = inserts.get(table)
    if (made) return made
    const names = Object.keys(row)
    const columns = names.map(name => `"${snake(name)}"`).join(', ')
    const insert = raw.prepare(`insert into "${table}" (${columns}) values (${names.map(() => '?').join(', ')})`)
    inserts.set(table, insert)
    return insert
  }
  const write = raw.transaction((part: Parts[number]) => {
    for (const table of TABLES) for (const row of part[table]) insertInto(table, row).run(...Object.values(row))
  })
  const from = performance.now()
  for (const part of parts) write.immediate(part)
  const ms = performance.now() - from
  raw.close()
  return ms
}

/** The same with one statement a table, which is the fastest that PostgreSQL is told rows on one connection. */
async function writeToPostgres(url: string, parts: Parts): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const plain = (row: Rows[number]) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        snake(name),
        value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
      ])
    )
  const from = performance.now()
  for (const part of parts) {
    await client.query('begin')
    for (const table of TABLES) {
      if (part[table].length === 0) continue
      const rows = JSON.stringify(part[table].map(plain))
      await client.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [rows])
    }
    await client.query('commit')
  }
  const ms = performance.now() - from
  await client.end()
  return ms
}

// a thread keeps no program awake, and here is no line that would
setInterval(() => undefined, 60_000)
const LAYOUTS = ['laid out', 'plain'] as const
type Told = { ms: number; parts: Parts }

/** How long a new server takes, and the rows that it then has. */
async function pushedTo(name: string, layout: Layout): Promise<Told> {
  const server = await openServer(placeFor(name))
  const ms = await push(server, layout)
  const parts = await rowsOf(server)
  await server.close()
  return { ms, parts }
}

/** How long the bare rows take in the tables of a server that has nothing yet. */
async function bareOf(name: string, parts: Parts): Promise<number> {
  const place = placeFor(name)
  await (await openServer(place)).close()
  return place.kind === 'postgres' ? writeToPostgres(place.url, parts) : writeToSqlite(place.folder, parts)
}

// a server has run for a while when a desk speaks: so has this one, and so have the bare rows
for (const layout of LAYOUTS) await bareOf(`warm bare ${layout}`, (await pushedTo(`warm ${layout}`, layout)).parts)
const ours = { 'laid out': await pushedTo('ours', 'laid out'), plain: await pushedTo('near', 'plain') }
const bareMs = await bareOf('bare', ours['laid out'].parts)
const rate = (ms: number) => Math.round((changes.length * 1000) / ms)
const dialect = isPostgres ? 'postgres' : 'sqlite'
for (const layout of LAYOUTS) {
  const { ms } = ours[layout]
  const told = { metric: 'sync.server.push', dialect, layout, changes: changes.length, frames: sealed[layout].length }
  const rates = { changesPerSecond: rate(ms), bareChangesPerSecond: rate(bareMs), ofBare: Number((bareMs / ms).toFixed(3)) }
  process.stdout.write(`${JSON.stringify({ ...told, ...rates })}\n`)
}
process.exit(0)
