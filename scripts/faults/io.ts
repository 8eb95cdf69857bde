// Failing calls: each flow once for every call to the disk and every way in which it can fail.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ActName } from './acts.ts'
import type { FlowName } from './flows.ts'
import type { Trouble } from './look.ts'
import { compile, runBehind, scratch } from './preload-library.ts'

/** `calls`: how many there are to fail, by kind of fault. `stuck`: the fault had passed, and the desk still refused to work. */
export type IoFound = Record<Trouble, number> & {
  flow: FlowName | ActName
  points: number
  calls: Record<string, number>
  refused: number
  stuck: number
  examples: string[]
}

/**
 * About so many points of each flow, picked by the seed; all of them when none is given. A point is a call, a kind of fault, and how often it comes;
 * in an act the faults begin when the desk is open, and come once.
 */
export function failingCalls(flows: readonly (FlowName | ActName)[], points: number | undefined, seed: number): IoFound[] {
  const folder = scratch('io')
  try {
    const order = join(folder, 'order')
    writeFileSync(order, Buffer.alloc(20))
    const env = { FAULTS_ORDER: order, FAULTS_DIR: join(folder, 'run') }
    const lines = runBehind(compile('fail', folder), 'io-run.ts', [folder, flows.join(), `${points ?? ''}`, `${seed}`], env)
    return lines
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
