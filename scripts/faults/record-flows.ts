// Does flows behind a library that writes down every call to the disk, and parts the calls by the flow that made them.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Disk, diskOf, readSteps, type Step } from './disk.ts'
import { type FlowName, flows } from './flows.ts'
import { compile, runBehind } from './preload-library.ts'
import type { Said } from './said-by.ts'

/** A call, or what the desk said between two calls. */
export type Recorded = { flow: FlowName; folder: string; disk: Disk; said: Said[]; steps: (Step | { op: 'A'; said: Said })[] }

/** One program does them all: starting it costs more than most flows. */
export async function recordFlows(names: readonly FlowName[], root: string, acts: number, seed: number): Promise<Recorded[]> {
  const recorded: Recorded[] = []
  for (const flow of names) {
    const folder = join(root, flow)
    mkdirSync(folder, { recursive: true })
    const said = await flows[flow].prepare(join(folder, 'data'))
    recorded.push({ flow, folder, said, disk: diskOf(join(folder, 'data')), steps: [] })
  }
  const log = join(root, 'calls')
  runBehind(compile('record', root), 'workload.ts', [root, names.join(), `${acts}`, `${seed}`], { FAULTS_DIR: root, FAULTS_OUT: log })
  const of = new Map(recorded.map(one => [`${one.flow}/data/`, one]))
  for (const step of readSteps(log)) {
    if (step.op === 'A') {
      const { flow, ...said } = JSON.parse(step.bytes.toString('utf8').slice(4)) as Said & { flow: FlowName }
      of.get(`${flow}/data/`)?.steps.push({ op: 'A', said })
      continue
    }
    const [start = ''] = /^[^/]+\/data\//.exec(step.name) ?? []
    const to = step.op === 'R' ? { bytes: step.bytes.subarray(start.length) } : {}
    of.get(start)?.steps.push({ ...step, name: step.name.slice(start.length), ...to })
  }
  return recorded
}
