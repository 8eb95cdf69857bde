// `io-run.ts ROOT FLOWS POINTS SEED`, behind fail.c: does each flow once for each call that can fail and each way it can, and looks at what it left.
// Prints one JSON line for each flow of what it found.
import { closeSync, cpSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { headOf } from '#main/changes/log'
import { ClosedError } from '#main/database/open'
import { readsWell } from '#main/database/reads-well'
import type { Desk } from '#main/desk'
import { closeDesk } from '#main/open-desk'
import { type Random, randomFrom } from '../seeded.ts'
import { type ActName, acts } from './acts.ts'
import { apiOf, openAt } from './desk-of.ts'
import { type Counter, type Flow, type FlowName, flows } from './flows.ts'
import type { IoFound } from './io.ts'
import { look, noTrouble, type Trouble } from './look.ts'
import { type Said, saidBy } from './said-by.ts'

/** As in fail.c. */
const KINDS = { 'read EIO': 1, 'write EIO': 2, ENOSPC: 3, 'short write': 4, 'sync EIO': 5 } as const
type Kind = keyof typeof KINDS
const kinds = Object.keys(KINDS) as Kind[]
/** One call that fails, or the same fault again and again: a disk that is full stays full for a while. */
const TIMES = [1, 3, 1_000_000] as const
/** Of an act every call fails: the log is folded, and what was closed is opened, after each fifth of them. */
const THOROUGH_EVERY = 5
type Point = { kind: Kind; at: number; times: number }
type Broken = { flow: Flow; isAct: boolean; template: string; run: string; said: readonly Said[]; found: IoFound }

const [, , root = '', names = 'intake', points = '', seed = '1'] = process.argv
const order = openSync(process.env.FAULTS_ORDER ?? '', 'r+')

function command({ kind, at, times }: Point): void {
  write([KINDS[kind], at, times, 0, 0])
}
function write(values: readonly number[]): void {
  const bytes = Buffer.alloc(20)
  for (const [i, value] of values.entries()) bytes.writeInt32LE(value, 4 * i)
  writeSync(order, bytes, 0, 20, 0)
}
const stop = () => write([0, 0, 0, 0, 0])
function counted(): number {
  const bytes = Buffer.alloc(20)
  readSync(order, bytes, 0, 20, 0)
  return bytes.readInt32LE(12)
}

type Attempt = { said: Said[]; desks: Desk[]; atMost: number | undefined; problem: unknown }

/** Does the flow on a fresh copy of its folder; whatever fails is remembered, and the flow goes on as an officer would. */
async function attempt({ flow, isAct, said, found }: Broken, data: string, begin: () => void): Promise<Attempt> {
  const done: Attempt = { said: [...said], desks: [], atMost: undefined, problem: undefined }
  const counter: Counter = {
    data,
    open: async () => {
      const desk = await openAt(data, () => 'reference')
      done.desks.push(desk)
      const api = await apiOf(desk)
      if (isAct) begin()
      return { desk, api }
    },
    ask: async (desk, call, more) => {
      const answer = await call.catch(() => ({ ok: false as const, problem: { kind: 'rejected' } }))
      if (answer.ok) done.said.push({ ...saidBy(desk), ...more?.(answer.value) })
      else found.refused++
      return answer.ok ? answer.value : undefined
    },
    close: async desk => {
      done.atMost = headOf(desk.raw).seq
      await closeDesk(desk)
      done.desks.splice(done.desks.indexOf(desk), 1)
    }
  }
  if (!isAct) begin()
  try {
    await flow.run(counter)
  } catch (error) {
    done.problem = error
  }
  return done
}

/** The fault is over: a desk that is still open has to go on working. */
async function endAll({ desks, problem }: Attempt, tell: (what: string) => void): Promise<void> {
  for (const desk of desks) {
    try {
      const api = await apiOf(desk)
      const answer = await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null })
      // whoever comes after the day was closed comes tomorrow
      const isRefused = !answer.ok && answer.problem.kind !== 'day-closed'
      // the program opens anew what can no longer be read; that it opens whole is what is looked at
      if (isRefused && desk.raw.open && readsWell(desk.raw))
        tell(`after the fault a visit is refused: ${answer.problem.kind} (${String(problem)})`)
    } catch {
      // it had been closed halfway: opening it again is what is looked at
    }
    await closeDesk(desk).catch(() => desk.raw.close())
  }
}

function fresh({ template, run }: Broken, n: number): string {
  const at = join(run, String(n))
  cpSync(template, at, { recursive: true })
  return join(at, 'data')
}

async function failAt(broken: Broken, point: Point): Promise<void> {
  const { flow, found, run } = broken
  found.points++
  const note = (what: string) => {
    if (found.examples.length < 20) found.examples.push(`${found.flow}, ${point.kind} at call ${point.at} x ${point.times}: ${what}`)
  }
  const data = fresh(broken, found.points)
  const done = await attempt(broken, data, () => command(point))
  stop()
  if (done.problem !== undefined && !isKnown(done.problem)) note(`threw ${String(done.problem)}`)
  const killed = join(run, `${found.points}-killed`)
  const isOpen = done.desks.length > 0
  if (isOpen) {
    // as if the program had been ended now, before it could tidy up
    cpSync(join(data, '..'), killed, { recursive: true })
    await endAll(done, what => {
      found.stuck++
      note(what)
    })
  }
  const tell = (suffix: string) => (trouble: Trouble, what: string) => {
    found[trouble]++
    note(`${trouble}${suffix}: ${what}`)
  }
  const isThorough = !broken.isAct || found.points % THOROUGH_EVERY === 0
  if (isThorough || !isOpen) await look(data, flow, { said: done.said, isThorough, atMost: isOpen ? undefined : done.atMost }, tell(''))
  if (isOpen) await look(join(killed, 'data'), flow, { said: done.said, isThorough }, tell(' (killed)'))
  for (const folder of [join(data, '..'), killed]) rmSync(folder, { recursive: true, force: true })
}

const isKnown = (error: unknown): boolean =>
  error instanceof ClosedError || /^(EIO|ENOSPC|SQLITE_)/.test((error as { code?: string }).code ?? '')

/** How many calls there are to fail. */
async function countCalls(broken: Broken): Promise<void> {
  for (const kind of kinds) {
    const data = fresh(broken, 0)
    const whole = await attempt(broken, data, () => command({ kind, at: 1 << 30, times: 1 }))
    broken.found.calls[kind] = counted()
    stop()
    if (whole.problem !== undefined) throw whole.problem
    rmSync(join(data, '..'), { recursive: true, force: true })
  }
}

async function failEach(name: FlowName | ActName, random: Random): Promise<IoFound> {
  const isAct = Object.hasOwn(acts, name)
  const flow: Flow = { ...flows, ...acts }[name]
  const template = join(root, 'templates', name)
  const found: IoFound = { flow: name, points: 0, calls: {}, refused: 0, ...noTrouble(), stuck: 0, examples: [] }
  const said = await flow.prepare(join(template, 'data'))
  const broken: Broken = { flow, isAct, template, run: join(root, 'run', name), said, found }
  await countCalls(broken)
  const all = kinds.flatMap(kind =>
    Array.from({ length: found.calls[kind] ?? 0 }, (_, i) => i + 1).flatMap(at =>
      TIMES.filter(times => !isAct || times === 1).map(times => ({ kind, at, times }))
    )
  )
  const share = points === '' ? 1 : Number(points) / all.length
  for (const point of all) if (random() < share) await failAt(broken, point)
  return found
}

for (const name of names.split(',') as (FlowName | ActName)[])
  process.stdout.write(`${JSON.stringify(await failEach(name, randomFrom(Number(seed))))}\n`)
closeSync(order)
