// Bit rot: one bit of one file is turned over, and the desk is opened. What it then shows has to be what it showed before, or it has to say a word.
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ClosedError } from '#main/database/open'
import { openWithCode } from '#main/keys/recovery-key'
import { closeDesk } from '#main/open-desk'
import { confirmedBy } from '#test/support/confirmed-by'
import { value } from '../answer-value.ts'
import { between, type Random, randomFrom } from '../seeded.ts'
import { apiOf, openAt } from './desk-of.ts'
import { mend } from './flows.ts'
import { givenLetter, sampleDesk } from './given-work.ts'
import { contentOf, glance, know } from './glance.ts'
import { scratch } from './preload-library.ts'
import { type Outcome, ROTTING, type Rotting } from './rotting.ts'

/**
 * `harmless`: everything is there and nothing was needed for it. `recovered`: everything is there, from another place. `refused`: the desk said why it stays
 * closed, or that a copy is no good, and everything came back by its screens. `silent`: something else was shown without a word. `stuck`: it did not come back.
 */
export type RotFound = Record<'harmless' | 'recovered' | 'refused' | 'silent' | 'stuck', number> & {
  kind: Rotting
  flips: number
  bytes: number
  examples: string[]
}

type Template = { data: string; truth: string; code: string }

/** So many flips in each kind of file. After each `wholeEvery`th the desk is opened and mended, after the others only what reads that file is asked. */
export async function bitRot(kinds: readonly Rotting[], flips: number, seed: number, wholeEvery = 1): Promise<RotFound[]> {
  const folder = scratch('rot')
  try {
    const template = await makeTemplate(folder)
    const known = await know(template.data, template.truth)
    const look: Look = (n, kind, name, data) =>
      n % wholeEvery === 0 ? openRotten(kind, name, data, template) : glance(kind, name, data, known)
    const all: RotFound[] = []
    for (const kind of kinds) all.push(await rotOne(kind, flips, template.data, join(folder, 'rotten'), randomFrom(seed), look))
    return all
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A day with a copy in its middle and a letter after it, as it lies on the disk while the desk is open: its log is not folded in yet. */
async function makeTemplate(folder: string): Promise<Template> {
  const [open, data] = [join(folder, 'open'), join(folder, 'template')]
  await sampleDesk(open, givenLetter)
  const desk = await openAt(open)
  const api = await apiOf(desk)
  value(await api.backups.make({}))
  const { code } = value(await api.backups.makeCode({}, await confirmedBy({ api }, 'administrator')))
  value(await api.backups.keepCode({ code }))
  value(await api.letters.issue(JSON.parse(readFileSync(join(open, 'order.json'), 'utf8'))))
  value(await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: 'Tanya PBI', vulnerableGroup: null }))
  cpSync(open, data, { recursive: true })
  const truth = contentOf(desk.raw)
  await closeDesk(desk)
  return { data, truth, code }
}

type Look = (n: number, kind: Rotting, name: string, data: string) => Promise<Outcome>

async function rotOne(kind: Rotting, flips: number, whole: string, rotten: string, random: Random, look: Look): Promise<RotFound> {
  const found: RotFound = { kind, flips: 0, bytes: 0, harmless: 0, recovered: 0, refused: 0, silent: 0, stuck: 0, examples: [] }
  const names = (readdirSync(whole, { recursive: true }) as string[]).filter(name => ROTTING[kind](basename(name)))
  found.bytes = names.reduce((sum, name) => sum + statSync(join(whole, name)).size, 0)
  for (let n = 0; n < flips; n++) {
    const name = names[between(random, 0, names.length - 1)] ?? ''
    copyAll(whole, rotten)
    const bytes = readFileSync(join(rotten, name))
    const [at, bit] = [between(random, 0, bytes.length - 1), between(random, 0, 7)]
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
    writeFileSync(join(rotten, name), bytes)
    const { outcome, why } = await look(n, kind, name, rotten)
    found.flips++
    found[outcome]++
    if ((outcome === 'silent' || outcome === 'stuck') && found.examples.length < 20)
      found.examples.push(`${kind} ${name} byte ${at} bit ${bit}: ${why}`)
  }
  return found
}

async function openRotten(kind: Rotting, name: string, data: string, { truth, code }: Template): Promise<Outcome> {
  try {
    const first = await openAndLook(data, truth)
    if (first.outcome !== 'harmless') return first
    if (kind === 'backup') return await tryBackup(data, name.endsWith('.json'))
    if (kind === 'key') return openWithCode(data, code).kind === 'opened' ? first : { outcome: 'stuck', why: 'the code opens nothing' }
    return first
  } catch (error) {
    if (!(error instanceof ClosedError)) return { outcome: 'stuck', why: String((error as Error).stack) }
    return mendAndLook(data, truth, error.reason)
  }
}

async function openAndLook(data: string, truth: string): Promise<Outcome> {
  const desk = await openAt(data)
  try {
    if (contentOf(desk.raw) !== truth) return { outcome: 'silent', why: 'something else is shown' }
    return { outcome: desk.recoveredChanges > 0 ? 'recovered' : 'harmless' }
  } finally {
    await closeDesk(desk)
  }
}

async function mendAndLook(data: string, truth: string, reason: string): Promise<Outcome> {
  try {
    await mend(data)
    const { outcome } = await openAndLook(data, truth)
    return outcome === 'silent' ? { outcome: 'stuck', why: `closed (${reason}), and not everything came back` } : { outcome: 'refused' }
  } catch (error) {
    return { outcome: 'stuck', why: `closed (${reason}), and then ${String(error)}` }
  }
}

/** A copy with a bit turned over is in no list any more, or the trial restore says that it is no good. A note whose signature still holds says what it said. */
async function tryBackup(data: string, isNote: boolean): Promise<Outcome> {
  const desk = await openAt(data)
  try {
    const tested = await (await apiOf(desk)).backups.test({})
    if (!tested.ok || !tested.value.isGood) return { outcome: 'refused' }
    return isNote ? { outcome: 'harmless' } : { outcome: 'silent', why: 'the rotten copy passed its trial' }
  } finally {
    await closeDesk(desk)
  }
}

function copyAll(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from, { recursive: true }) as string[]) {
    if (statSync(join(from, name)).isDirectory()) mkdirSync(join(to, name), { recursive: true })
    else copyFileSync(join(from, name), join(to, name))
  }
}
