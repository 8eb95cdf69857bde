// What safety costs on a desk with 100 MB of data, each beside the same operation without our code: opening, saving, copying, verifying the access log.
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { headOf } from '#main/changes/log'
import { NEWEST_VERSION } from '#main/database/migrate'
import type { Desk } from '#main/desk'
import { readKeys } from '#main/keys/desk-keys'
import { closeDesk } from '#main/open-desk'
import { value } from '../answer-value.ts'
import { apiOf, openAt } from '../faults/desk-of.ts'
import { peopleFrom } from '../generated-people.ts'
import { inTheOpen } from '../lone-desk.ts'
import { randomFrom } from '../seeded.ts'
import { benchAudit } from './audit.ts'
import { registerMany } from './bulk.ts'
import { quantile, report, timed } from './measure.ts'
import { openRawTwin, writesOfLastChange } from './raw-twin.ts'

const STARTS = 7
const SAVES = 300
const COPIES = 5
const TARGETS = { startMs: 2_000, commitP95Ms: 10, backupMs: 3_000 }
/** Milliseconds of a processor that went by: on a machine that others use too, what the clock would have said on an idle one. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const median = (samples: readonly number[]): number => Math.round(quantile(samples, 0.5) * 100) / 100

export async function benchSafety(megabytes: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-safety-'))
  const data = join(folder, 'desk')
  try {
    const key = await fill(data, megabytes, seed)
    await starts(data, key, megabytes)
    const desk = await openAt(data)
    await saves(desk, data, key)
    await copies(desk, folder, megabytes)
    await closeDesk(desk)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  await benchAudit(100_000)
}

const sizeOf = ({ raw }: Desk): number =>
  (raw.pragma('page_count', { simple: true }) as number) * (raw.pragma('page_size', { simple: true }) as number)

/** Residents with their families until the file is as large as was asked; the journal has all of them. */
async function fill(data: string, megabytes: number, seed: number): Promise<Uint8Array> {
  const random = randomFrom(seed)
  const nextPerson = peopleFrom(random)
  const desk = await openAt(data)
  const api = await apiOf(desk)
  value(await api.office.setUpSample({}))
  await apiOf(desk)
  while (sizeOf(desk) < megabytes * 1e6) registerMany(desk, 1_000, random, nextPerson)
  desk.journal.catchUp(desk.raw)
  await closeDesk(desk)
  // so much was never written in one day: the newest file of the journal holds the changes of today
  const journal = join(data, 'journal')
  for (const name of readdirSync(journal)) renameSync(join(journal, name), join(journal, '2020-01-01.journal'))
  const today = await openAt(data)
  value(await (await apiOf(today)).visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
  await closeDesk(today)
  const found = await readKeys(join(data, 'keys'), inTheOpen)
  if (found.kind !== 'found') throw new Error('the desk has no keys')
  return found.keys.databaseKey
}

/** The whole of it: keys, page check, settings, journal compared, clock and access log; beside it the file opened and its pages checked by SQLite alone. */
async function starts(data: string, key: Uint8Array, megabytes: number): Promise<void> {
  const [ours, bare, cpu] = [[], [], []] as number[][] as [number[], number[], number[]]
  for (let n = 0; n < STARTS; n++) {
    const from = processorMs()
    const [ms, desk] = await timed(() => openAt(data))
    cpu.push(processorMs() - from)
    ours.push(ms)
    await closeDesk(desk)
    bare.push((await timed(async () => checkAlone(join(data, 'desk.db'), key)))[0])
  }
  report(`safety.start.${megabytes}MB`, ours, 'ms', {
    processorMedian: median(cpu),
    rawMedian: median(bare),
    targetMedian: TARGETS.startMs
  })
}

function checkAlone(file: string, key: Uint8Array): void {
  const raw = new Database(file, { readonly: true })
  raw.pragma("cipher = 'chacha20'")
  raw.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
  if (raw.pragma('quick_check', { simple: true }) !== 'ok') throw new Error('the file is not whole')
  raw.close()
}

/** A ticket from the call to the answer: checked, signed, committed, in the journal, synced twice; beside it its rows in one bare transaction. */
async function saves(desk: Desk, data: string, key: Uint8Array): Promise<void> {
  const api = await apiOf(desk)
  const bench = { desk, api, data, close: async () => undefined }
  const twin = openRawTwin(bench, key, NEWEST_VERSION)
  const [ours, bare] = [[], []] as number[][] as [number[], number[]]
  for (let n = 0; n < SAVES; n++) {
    const [ms, answer] = await timed(() =>
      api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: 'Tanya PBI', vulnerableGroup: null })
    )
    value(answer)
    ours.push(ms)
    bare.push(twin.replay(writesOfLastChange(bench, headOf(desk.raw).seq)))
  }
  twin.close()
  report('safety.commit', ours, 'ms', { rawMedian: median(bare), rawP95: quantile(bare, 0.95), targetP95: TARGETS.commitP95Ms })
}

/** A copy made, opened with the key, checked page by page, counted, hashed and signed for; beside it VACUUM INTO alone. */
async function copies(desk: Desk, folder: string, megabytes: number): Promise<void> {
  const api = await apiOf(desk)
  const [ours, bare, cpu] = [[], [], []] as number[][] as [number[], number[], number[]]
  for (let n = 0; n < COPIES; n++) {
    const from = processorMs()
    const [ms, made] = await timed(() => api.backups.make({}))
    cpu.push(processorMs() - from)
    value(made)
    ours.push(ms)
    const file = join(folder, 'bare.db')
    bare.push((await timed(async () => desk.raw.prepare('vacuum into ?').run(file)))[0])
    rmSync(file)
  }
  report(`safety.backup.${megabytes}MB`, ours, 'ms', {
    processorMedian: median(cpu),
    rawMedian: median(bare),
    targetMedian: TARGETS.backupMs
  })
}
