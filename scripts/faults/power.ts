// Power cuts: recorded flows, opened again from as many disks as they could have left behind.
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { between, type Random, randomFrom } from '../seeded.ts'
import { advance, type Image, layDown, leftBehind, nameOf } from './disk.ts'
import { type FlowName, flows } from './flows.ts'
import { look, noTrouble, type Trouble } from './look.ts'
import { scratch } from './preload-library.ts'
import { type Recorded, recordFlows } from './record-flows.ts'

/** `states`: of the points those that differ in a byte or in what was acknowledged by then; each of them is opened once. */
export type PowerFound = Record<Trouble, number> & {
  flow: FlowName
  points: number
  states: number
  syncs: number
  acknowledged: number
  examples: string[]
}

/** Folding the whole log and reading whole copies is slow, so not every state does it. */
const THOROUGH_EVERY = 25

export async function* powerCuts(names: readonly FlowName[], points: number, seed: number, acts = 60): AsyncGenerator<PowerFound> {
  const root = scratch('power')
  try {
    for (const recorded of await recordFlows(names, root, acts, seed)) yield await cutFlow(recorded, points, seed)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function cutFlow(recorded: Recorded, points: number, seed: number): Promise<PowerFound> {
  const { flow, folder, disk, said, steps } = recorded
  const count = (op: string) => steps.filter(step => step.op === op).length
  const found: PowerFound = { flow, points, states: 0, syncs: count('S'), acknowledged: count('A'), ...noTrouble(), examples: [] }
  const seen = new Set<string>()
  const random = randomFrom(seed + 1)
  let next = 0
  for (const cut of cutsIn(steps, points, randomFrom(seed))) {
    for (; next <= cut; next++) {
      const step = steps[next]
      if (step && 'said' in step) said.push(step.said)
      else if (step) advance(disk, step)
    }
    const image = leftBehind(disk, random)
    const name = `${nameOf(image)} ${said.length}`
    if (seen.has(name)) continue
    seen.add(name)
    found.states++
    await lookAt(recorded, image, found.states % THOROUGH_EVERY === 0, (kind, what) => {
      found[kind]++
      if (found.examples.length < 20) found.examples.push(`${flow}, cut after call ${cut}: ${kind}: ${what}`)
    })
  }
  rmSync(folder, { recursive: true, force: true })
  return found
}

/** As many of the recorded calls, in their order, after which the power goes. */
const cutsIn = (steps: readonly unknown[], points: number, random: Random): number[] =>
  Array.from({ length: points }, () => between(random, 0, steps.length - 1)).sort((a, b) => a - b)

async function lookAt(recorded: Recorded, image: Image, isThorough: boolean, tell: (kind: Trouble, what: string) => void): Promise<void> {
  const { flow, folder, said } = recorded
  const states = join(folder, 'states')
  layDown(image, join(states, 'data'))
  if (isThorough) layBeside(folder, states)
  await look(join(states, 'data'), flows[flow], { said, isThorough }, tell)
}

/** What stands beside a desk and was not cut off: its district. */
function layBeside(from: string, to: string): void {
  for (const name of ['district', 'port', 'others'].filter(one => existsSync(join(from, one)))) {
    rmSync(join(to, name), { recursive: true, force: true })
    cpSync(join(from, name), join(to, name), { recursive: true })
  }
}
