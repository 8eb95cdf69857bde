// How a measurement is summed up and printed: one JSON line a metric.

export type Unit = 'ms' | 's' | 'us' | 'ratio' | 'pages' | 'MB'

const digits = (value: number): number => Number(value.toPrecision(4))

/** The value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

const median = (samples: readonly number[]): number => quantile(samples, 0.5)
const p95 = (samples: readonly number[]): number => quantile(samples, 0.95)

/** Prints one metric; `more` holds what the figure is compared with. */
export function report(metric: string, samples: readonly number[], unit: Unit, more: Record<string, unknown> = {}): void {
  const line = { metric, median: digits(median(samples)), p95: digits(p95(samples)), n: samples.length, unit, ...more }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** A metric beside the raw figure of the same run: the ratio is that of the two 95th percentiles. */
export function reportBeside(metric: string, ours: readonly number[], raw: readonly number[], unit: Unit, target?: number): void {
  report(metric, ours, unit, {
    rawMedian: digits(median(raw)),
    rawP95: digits(p95(raw)),
    ratioMedian: digits(median(ours) / median(raw)),
    ratioP95: digits(p95(ours) / p95(raw)),
    targetRatioP95: target
  })
}

/** Milliseconds that `work` took, and what it gave. */
export async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const from = performance.now()
  const value = await work()
  return [performance.now() - from, value]
}

/** Seconds since now, by the clock and of the processor. */
export function stopwatch(): () => { seconds: number; cpuSeconds: number } {
  const [startedAt, before] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6 }
  }
}
