// `io-run.ts ROOT FLOW POINTS SEED`, behind fail.c: does a flow once for each call that can fail and each way it can, and looks at what it left.
// Prints one JSON line of what it found.
import { closeSync, cpSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { headOf } from '#main/changes/log'
import { ClosedError } from '#main/database/open'
import type { Desk } from '#main/desk'
import { closeDesk } from '#main/open-desk'
import { randomFrom } from '../seeded.ts'
import { apiOf, openAt } from './desk-of.ts'
import { type Counter, type FlowName, flows, type Said, saidBy } from './flows.ts'
import type { IoFound } from './io.ts'
import { look } from './look.ts'
import { noTrouble } from './power.ts'

/** As in fail.c. */
const KINDS = { 'read EIO': 1, 'write EIO': 2, ENOSPC: 3, 'short write': 4, 'sync EIO': 5 } as const
/** One call that fails, or the same fault again and again: a disk that is full stays full for a while. */
const TIMES = [1, 3, 1_000_000] as const

const [, , root = '', name = 'intake', points = '', seed = '1'] = process.argv
const flow = flows[name as FlowName]
const random = randomFrom(Number(seed))
const [template, run] = [join(root, 'template'), join(root, 'run')]
const order = openSync(process.env.FAULTS_ORDER ?? '', 'r+')
const found: IoFound = { flow: name as FlowName, points: 0, calls: {}, refused: 0, ...noTrouble(), stuck: 0, examples: [] }

function command(kind: number, at: number, times: number): void {
  const bytes = Buffer.alloc(20)
  for (const [i, value] of [kind, at, times, 0, 0].entries()) bytes.writeInt32LE(value, 4 * i)
  writeSync(order, bytes, 0, 20, 0)
}
function counted(): { count: number; failed: number } {
  const bytes = Buffer.alloc(20)
  readSync(order, bytes, 0, 20, 0)
  return { count: bytes.readInt32LE(12), failed: bytes.readInt32LE(16) }
}
const stop = () => command(0, 0, 0)

type Attempt = { said: Said[]; desks: Desk[]; atMost: number | undefined; problem: unknown }

/** Does the flow on a fresh copy of its folder; whatever fails is remembered, and the flow goes on as an officer would. */
async function attempt(data: string, said: readonly Said[], begin: () => void): Promise<Attempt> {
  const done: Attempt = { said: [...said], desks: [], atMost: undefined, problem: undefined }
  const counter: Counter = {
    data,
    open: async () => {
      const desk = await openAt(data, () => 'reference')
      done.desks.push(desk)
      return { desk, api: await apiOf(desk) }
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
  begin()
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
      if (!answer.ok && desk.raw.open) tell(`after the fault a visit is refused: ${answer.problem.kind} (${String(problem)})`)
    } catch {
      // it had been closed halfway: opening it again is what is looked at
    }
    await closeDesk(desk).catch(() => desk.raw.close())
  }
}

const fresh = (n: number): string => {
  const at = join(run, String(n))
  cpSync(template, at, { recursive: true })
  return join(at, 'data')
}

async function point(kind: keyof typeof KINDS, at: number, times: number, said: readonly Said[]): Promise<void> {
  found.points++
  const where = `${name}, ${kind} at call ${at} x ${times}`
  const note = (what: string) => {
    if (found.examples.length < 20) found.examples.push(`${where}: ${what}`)
  }
  const data = fresh(found.points)
  const done = await attempt(data, said, () => command(KINDS[kind], at, times))
  stop()
  if (done.problem !== undefined && !isKnown(done.problem)) note(`threw ${String(done.problem)}`)
  const killed = join(run, `${found.points}-killed`)
  if (done.desks.length > 0) {
    // as if the program had been ended now, before it could tidy up
    cpSync(join(data, '..'), killed, { recursive: true })
    await endAll(done, what => {
      found.stuck++
      note(what)
    })
  }
  const tell = (suffix: string) => (trouble: keyof ReturnType<typeof noTrouble>, what: string) => {
    found[trouble]++
    note(`${trouble}${suffix}: ${what}`)
  }
  await look(data, flow, { said: done.said, isThorough: true, atMost: done.desks.length > 0 ? undefined : done.atMost }, tell(''))
  if (done.desks.length > 0) await look(join(killed, 'data'), flow, { said: done.said, isThorough: true }, tell(' (killed)'))
  for (const folder of [join(data, '..'), killed]) rmSync(folder, { recursive: true, force: true })
}

const isKnown = (error: unknown): boolean =>
  error instanceof ClosedError || /^(EIO|ENOSPC|SQLITE_)/.test((error as { code?: string }).code ?? '')

const said = await flow.prepare(join(template, 'data'))
const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[]
for (const kind of kinds) {
  const data = fresh(0)
  const whole = await attempt(data, said, () => command(KINDS[kind], 1 << 30, 1))
  found.calls[kind] = counted().count
  stop()
  if (whole.problem !== undefined) throw whole.problem
  rmSync(join(data, '..'), { recursive: true, force: true })
}
const all = Object.values(found.calls).reduce((sum, calls) => sum + calls, 0) * TIMES.length
const share = points === '' ? 1 : Number(points) / all
for (const kind of kinds) {
  for (let at = 1; at <= (found.calls[kind] ?? 0); at++) for (const times of TIMES) if (random() < share) await point(kind, at, times, said)
}
closeSync(order)
process.stdout.write(`${JSON.stringify(found)}\n`)
