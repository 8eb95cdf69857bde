// One JSON line for what a side needed, and one for how many times that is what the first side needed.
import type { LineName } from './line-limits.ts'
import { quantile } from './measure.ts'
import type { Outcome } from './sync-scenarios.ts'

type OfSide = { side: string; outcomes: readonly Outcome[] }

const say = (line: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(line)}\n`)
const digits = (value: number): number => Number(value.toPrecision(4))
const present = (values: readonly (number | null)[]): number[] => values.filter(value => value !== null)
const median = (values: readonly number[]): number => quantile(values, 0.5)

/** What was put on the line, whether it arrived or not; TCP/IP headers not counted. */
const sent = ({ bytes, droppedBytes }: Outcome['up']): number => bytes + droppedBytes
const wire = ({ up, down }: Outcome): number => sent(up) + sent(down)

/** Prints medians over the rounds, and the range of the times. */
export function reportSync(metric: string, side: string, line: LineName, outcomes: readonly Outcome[]): void {
  const times = present(outcomes.map(({ ms }) => ms))
  const mid = (of: (outcome: Outcome) => number) => median(outcomes.map(of))
  say({
    metric,
    side,
    line,
    documents: mid(outcome => outcome.documents),
    n: outcomes.length,
    ...(times.length < outcomes.length ? { notFinished: outcomes.length - times.length, arrived: mid(outcome => outcome.arrived) } : {}),
    ...(times.length > 0 ? { ms: digits(median(times)), msMin: digits(Math.min(...times)), msMax: digits(Math.max(...times)) } : {}),
    upBytes: mid(({ up }) => sent(up)),
    downBytes: mid(({ down }) => sent(down)),
    segments: mid(({ up, down }) => up.segments + down.segments),
    connections: mid(outcome => outcome.connections),
    ...(mid(({ cuts, resets }) => cuts + resets) > 0 ? { cuts: mid(outcome => outcome.cuts), resets: mid(outcome => outcome.resets) } : {}),
    deskRssMb: median(present(outcomes.map(outcome => outcome.deskRssMb))) || null,
    serverRssMb: mid(outcome => outcome.serverRssMb)
  })
}

/** Prints how many times the first side's time, bytes and memory each other side needed; nothing where somebody never finished. */
export function reportRatios(metric: string, [first, ...others]: readonly OfSide[]): void {
  if (!first) return
  for (const { side, outcomes } of others) {
    const ratio = (of: (outcome: Outcome) => number | null): number | null => {
      const [above, below] = [outcomes, first.outcomes].map(all => all.map(of))
      if (!above || !below || [...above, ...below].includes(null)) return null
      return digits(median(present(above)) / median(present(below)))
    }
    say({
      metric,
      ratio: `${side} / ${first.side}`,
      ms: ratio(({ ms }) => ms),
      bytes: ratio(wire),
      deskRss: ratio(({ deskRssMb }) => deskRssMb)
    })
  }
}
