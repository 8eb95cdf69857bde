// Power cuts: one recorded flow, opened again from as many disks as it could have left behind.
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { between, type Random, randomFrom } from '../seeded.ts'
import { advance, type Disk, diskOf, leaveBehind, readSteps, type Step } from './disk.ts'
import { type FlowName, flows, type Said } from './flows.ts'
import { look, TROUBLES, type Trouble } from './look.ts'
import { compile, runBehind, scratch } from './preload-library.ts'

export type Found = Record<Trouble, number> & { points: number; syncs: number; acknowledged: number; examples: string[] }

/** Folding the whole log and reading whole copies is slow, so not every state does it. */
const THOROUGH_EVERY = 10

export async function powerCuts(flow: FlowName, points: number, seed: number, acts = 60): Promise<Found> {
  const folder = scratch('power')
  try {
    const data = join(folder, 'data')
    const said: Said[] = await flows[flow].prepare(data)
    const disk = diskOf(data)
    const log = join(folder, 'calls')
    runBehind(compile('record', folder), 'workload.ts', [data, flow, `${acts}`, `${seed}`], { FAULTS_DIR: data, FAULTS_OUT: log })
    const steps = readSteps(log)
    const count = (op: string) => steps.filter(step => step.op === op).length
    const found: Found = { points: 0, syncs: count('S'), acknowledged: count('A'), ...noTrouble(), examples: [] }
    await cutAll({ folder, flow, steps, disk, said }, cutsIn(steps, points, randomFrom(seed)), randomFrom(seed + 1), found)
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const noTrouble = (): Record<Trouble, number> => Object.fromEntries(TROUBLES.map(kind => [kind, 0])) as Record<Trouble, number>

/** As many of the recorded calls, in their order, after which the power goes. */
const cutsIn = (steps: readonly Step[], points: number, random: Random): number[] =>
  Array.from({ length: points }, () => between(random, 0, steps.length - 1)).sort((a, b) => a - b)

type Recorded = { folder: string; flow: FlowName; steps: Step[]; disk: Disk; said: Said[] }

async function cutAll({ folder, flow, steps, disk, said }: Recorded, cuts: number[], random: Random, found: Found): Promise<void> {
  let next = 0
  for (const cut of cuts) {
    for (; next <= cut; next++) {
      const step = steps[next]
      if (!step) continue
      if (step.op === 'A') said.push(JSON.parse(step.bytes.toString('utf8').slice(4)) as Said)
      else advance(disk, step)
    }
    const state = join(folder, 'states', 'data')
    leaveBehind(disk, state, random)
    layBeside(folder, join(folder, 'states'))
    found.points++
    await look(state, flows[flow], { said, isThorough: found.points % THOROUGH_EVERY === 0 }, (kind, what) => {
      found[kind]++
      if (found.examples.length < 20) found.examples.push(`${flow}, cut after call ${cut}: ${kind}: ${what}`)
    })
  }
}

/** What stands beside a desk and was not cut off: its district. */
function layBeside(from: string, to: string): void {
  for (const name of ['district', 'port', 'others'].filter(one => existsSync(join(from, one)))) {
    rmSync(join(to, name), { recursive: true, force: true })
    cpSync(join(from, name), join(to, name), { recursive: true })
  }
}
