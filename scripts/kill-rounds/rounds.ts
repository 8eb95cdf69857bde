// One folder, many lives: the desk is killed at a random moment, opened again and asked for everything it had answered.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SAMPLE_PIN } from '#main/office/sample-office'
import { between, type Random, randomFrom } from '../seeded.ts'
import { DeskGone, type DeskProcess, startDesk } from './desk-process.ts'
import { examine, newLedger } from './ledger.ts'
import { actOnce, newOfficer } from './officer.ts'

export type Outcome = { rounds: number; acknowledged: number; lost: string[]; half: string[] }

/** So many of the rounds end while the desk is still opening: recovery has to survive being cut off too. */
const EARLY = 0.15
const LATEST_EARLY_MS = 500
const LATEST_MS = 250
/** Folding the log again takes longer with every round, so not each of them does it; the last one always does. */
const ROUNDS_PER_FOLD = 10
const OLDER_ANSWERS = 30

export async function killRounds(rounds: number, seed: number): Promise<Outcome> {
  const data = mkdtempSync(join(tmpdir(), 'kill-rounds-'))
  try {
    await setUp(data)
    return await run(data, rounds, randomFrom(seed))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function run(data: string, rounds: number, random: Random): Promise<Outcome> {
  const officer = newOfficer(newLedger(), random)
  const outcome: Outcome = { rounds: 0, acknowledged: 0, lost: [], half: [] }
  for (let round = 1; round <= rounds; round++) {
    const desk = startDesk(data)
    const isEarly = random() < EARLY
    if (isEarly) {
      const kill = killAfter(desk, between(random, 0, LATEST_EARLY_MS))
      await desk.ended
      kill.settle()
    } else {
      await look(desk, outcome, officer, round % ROUNDS_PER_FOLD === 0, OLDER_ANSWERS)
      const kill = killAfter(desk, between(random, 1, LATEST_MS))
      await workUntilKilled(desk, officer, kill)
    }
    outcome.rounds++
  }
  const desk = startDesk(data)
  await look(desk, outcome, officer, true, Number.POSITIVE_INFINITY)
  await desk.close()
  return { ...outcome, acknowledged: officer.answered }
}

/** Signs in and compares what is there with what was answered; with `folds` also the tables with the log. */
async function look(
  desk: DeskProcess,
  outcome: Outcome,
  officer: ReturnType<typeof newOfficer>,
  folds: boolean,
  older: number
): Promise<void> {
  await signIn(desk)
  const { lost, half } = await examine(officer.ledger, desk.api, officer.random, older)
  outcome.lost.push(...lost)
  outcome.half.push(...half)
  if (!folds) return
  const checked = await desk.api.office.checkLog({})
  if (!checked.ok) throw new Error(`office.checkLog: ${checked.problem.kind}`)
  outcome.half.push(...checked.value.differences.map(table => `${table}: its rows are not what the log says`))
}

async function workUntilKilled(desk: DeskProcess, officer: ReturnType<typeof newOfficer>, kill: Kill): Promise<void> {
  try {
    for (;;) await actOnce(officer, desk.api)
  } catch (error) {
    if (!(error instanceof DeskGone) || !kill.isDone()) throw error
  }
  await desk.ended
}

type Kill = { isDone(): boolean; settle(): void }

function killAfter(desk: DeskProcess, ms: number): Kill {
  let isDone = false
  const timer = setTimeout(() => {
    isDone = true
    desk.kill()
  }, ms)
  return { isDone: () => isDone, settle: () => clearTimeout(timer) }
}

async function setUp(data: string): Promise<void> {
  const desk = startDesk(data)
  const made = await desk.api.office.setUpSample({})
  if (!made.ok) throw new Error(`office.setUpSample: ${made.problem.kind}`)
  await desk.close()
}

/** As the manager, who may do all that an officer at the counter may, and check the log. */
async function signIn(desk: DeskProcess): Promise<void> {
  const officers = await desk.api.officers.list({})
  const manager = officers.ok ? officers.value.find(officer => officer.roles.includes('manager')) : undefined
  if (!manager) throw new Error('the sample office has a manager')
  const signed = await desk.api.officers.signIn({ officerId: manager.id, pin: SAMPLE_PIN })
  if (!signed.ok) throw new Error(`officers.signIn: ${signed.problem.kind}`)
}
