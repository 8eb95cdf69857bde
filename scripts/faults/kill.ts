// Kills: the built program is ended at random moments, opened again and asked for every answer it gave.
import { killRounds } from '../kill-rounds/rounds.ts'

export type KillFound = { rounds: number; acknowledged: number; lost: number; half: number; examples: string[] }

/** `rounds` in all, shared out among so many desks at a time. */
export async function kills(rounds: number, seed: number, parallel: number): Promise<KillFound> {
  const shares = Array.from({ length: Math.min(parallel, rounds) }, (_, i) => Math.ceil((rounds - i) / parallel))
  const outcomes = await Promise.all(shares.map((share, i) => killRounds(share, seed + i)))
  const sum = (count: (outcome: (typeof outcomes)[number]) => number): number => outcomes.reduce((all, outcome) => all + count(outcome), 0)
  return {
    rounds: sum(outcome => outcome.rounds),
    acknowledged: sum(outcome => outcome.acknowledged),
    lost: sum(outcome => outcome.lost.length),
    half: sum(outcome => outcome.half.length),
    examples: outcomes.flatMap(outcome => [...outcome.lost, ...outcome.half]).slice(0, 20)
  }
}
