// How long it takes to make every row again from the log alone.
import { foldAgain, snapshot } from '#main/changes/fold'
import { peopleFrom } from '../generated-people.ts'
import { randomFrom } from '../seeded.ts'
import { openBenchDesk } from './bench-desk.ts'
import { handleMany } from './bulk.ts'
import { report, timed } from './measure.ts'

export async function benchFold(cases: number, seed: number): Promise<void> {
  const bench = await openBenchDesk()
  const random = randomFrom(seed)
  const [madeMs, changes] = await timed(() => handleMany(bench.desk, cases, random, peopleFrom(random)))
  const rows = Object.values(snapshot(bench.desk.raw)).reduce((sum, table) => sum + table.length, 0)
  const [ms, folded] = await timed(async () => foldAgain(bench.desk.raw))
  const again = Object.values(snapshot(bench.desk.raw)).reduce((sum, table) => sum + table.length, 0)
  if (again !== rows) throw new Error(`the fold made ${again} rows of ${rows}`)
  report('fold.log', [ms / 1000], 's', {
    cases,
    changes: folded,
    rows,
    casesPerSecond: Math.round(cases / (ms / 1000)),
    changesPerSecond: Math.round(folded / (ms / 1000)),
    writtenInSeconds: Math.round(madeMs / 1000)
  })
  if (folded < changes) throw new Error('the log is shorter than what was written')
  await bench.close()
}
