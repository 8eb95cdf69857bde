// Which replications are measured, and in turn for every side, so that all meet the same machine and the same weather.
import type { LineName } from './line-limits.ts'
import { reportRatios, reportSync } from './sync-report.ts'
import { day, type Outcomes, pull, push, type Scenario } from './sync-scenarios.ts'
import type { Side } from './sync-side.ts'

export type Plan = { name: string; line: LineName; count: number; rounds: number; scenarios: readonly Scenario[] }

/** Does it run at all; a quarter of a minute. */
const QUICK: readonly Plan[] = [
  { name: 'wire60', line: 'loopback', count: 60, rounds: 1, scenarios: [push, pull] },
  { name: 'day60', line: 'loopback', count: 60, rounds: 1, scenarios: [day] },
  { name: 'bulk1000', line: 'loopback', count: 1000, rounds: 1, scenarios: [push, pull] }
]

/** The figures; most of the time goes to those who do not finish in the storm. */
const FULL: readonly Plan[] = [
  { name: 'wire60', line: 'loopback', count: 60, rounds: 1, scenarios: [push, pull] },
  { name: 'wire1000', line: 'loopback', count: 1000, rounds: 1, scenarios: [push, pull] },
  { name: 'office60', line: 'office', count: 60, rounds: 3, scenarios: [push, pull, day] },
  { name: 'storm1000', line: 'storm', count: 1000, rounds: 1, scenarios: [push, pull] },
  { name: 'bulk10000', line: 'loopback', count: 10_000, rounds: 3, scenarios: [push, pull] }
]

/** Only when asked for by name. */
const RARE: readonly Plan[] = [
  { name: 'storm60', line: 'storm', count: 60, rounds: 3, scenarios: [push, pull] },
  { name: 'village60', line: 'village', count: 60, rounds: 1, scenarios: [push, pull] }
]

export const PROFILES = { quick: QUICK, full: FULL } as const

/** The plan of that name, wherever it stands. */
export const planNamed = (name: string): Plan | undefined => [...FULL, ...RARE, ...QUICK].find(plan => plan.name === name)

export type Work = { documentsFile: string; seed: number; giveUpMs: number }

/** Runs plans on every side in turn, the first in turn first, and prints what each came to beside the first side. */
export async function runPlans(plans: readonly Plan[], sides: readonly Side[], { documentsFile, seed, giveUpMs }: Work): Promise<void> {
  for (const { name, line, count, rounds, scenarios } of plans) {
    const all = new Map<Side, Outcomes[]>(sides.map(side => [side, []]))
    for (let round = 0; round < rounds; round++) {
      const turn = round % sides.length
      for (const side of [...sides.slice(turn), ...sides.slice(0, turn)]) {
        const conditions = { documentsFile, line, count, seed: seed + round, giveUpMs }
        const outcomes: Outcomes = {}
        for (const scenario of scenarios) Object.assign(outcomes, await scenario(side, conditions))
        all.get(side)?.push(outcomes)
      }
    }
    for (const deed of Object.keys([...all.values()][0]?.[0] ?? {})) {
      const bySide = [...all].map(([side, rounds]) => ({ side: side.name, outcomes: rounds.flatMap(outcomes => outcomes[deed] ?? []) }))
      for (const { side, outcomes } of bySide) reportSync(`sync.${name}.${deed}`, side, line, outcomes)
      reportRatios(`sync.${name}.${deed}`, bySide)
    }
  }
}
