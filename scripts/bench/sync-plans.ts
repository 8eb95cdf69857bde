// Which replications are measured, and in turn for every side, so that all meet the same machine and the same weather.
import type { LineName } from './line-limits.ts'
import { reportRatios, reportSync } from './sync-report.ts'
import { day, type Outcomes, pull, push, type Scenario } from './sync-scenarios.ts'
import type { Side } from './sync-side.ts'

/** What a document is: a whole visit, or one change of a desk's log. */
export type Unit = 'visits' | 'changes'
export type Plan = { name: string; line: LineName; unit: Unit; count: number; rounds: number; scenarios: readonly Scenario[] }

const BULK: Plan = { name: 'bulk10000', line: 'loopback', unit: 'changes', count: 10_000, rounds: 1, scenarios: [push, pull] }
const OFFICE: Plan = { name: 'office60', line: 'office', unit: 'visits', count: 60, rounds: 1, scenarios: [push, pull, day] }

/** A few minutes. */
const QUICK: readonly Plan[] = [OFFICE, BULK]

/** The figures; most of the time goes to those who do not finish in the storm. */
const FULL: readonly Plan[] = [
  { ...OFFICE, rounds: 3 },
  { ...BULK, rounds: 3 },
  { name: 'calm1000', line: 'office', unit: 'visits', count: 1000, rounds: 1, scenarios: [push, pull] },
  { name: 'storm1000', line: 'storm', unit: 'visits', count: 1000, rounds: 1, scenarios: [push, pull] },
  { name: 'village1000', line: 'village', unit: 'visits', count: 1000, rounds: 1, scenarios: [push] }
]

/** Only when asked for by name. */
const RARE: readonly Plan[] = [
  { ...OFFICE, name: 'wire60', line: 'loopback' },
  { name: 'wire1000', line: 'loopback', unit: 'visits', count: 1000, rounds: 1, scenarios: [push, pull] },
  { name: 'storm60', line: 'storm', unit: 'visits', count: 60, rounds: 3, scenarios: [push, pull] },
  { name: 'village60', line: 'village', unit: 'visits', count: 60, rounds: 1, scenarios: [push, pull] }
]

export const PROFILES = { quick: QUICK, full: FULL } as const

/** The plan of that name, wherever it stands. */
export const planNamed = (name: string): Plan | undefined => [...FULL, ...RARE, ...QUICK].find(plan => plan.name === name)

export type Work = { files: Record<Unit, string>; seed: number; giveUpMs: number }

/** Runs plans on every side in turn, the first in turn first, and prints what each came to beside the first side. */
export async function runPlans(
  plans: readonly Plan[],
  sidesFor: (unit: Unit) => readonly Side[],
  { files, seed, giveUpMs }: Work
): Promise<void> {
  for (const { name, line, unit, count, rounds, scenarios } of plans) {
    const sides = sidesFor(unit)
    const all = new Map<Side, Outcomes[]>(sides.map(side => [side, []]))
    for (let round = 0; round < rounds; round++) {
      const turn = round % sides.length
      for (const side of [...sides.slice(turn), ...sides.slice(0, turn)]) {
        const conditions = { documentsFile: files[unit], line, count, seed: seed + round, giveUpMs }
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
