import { inWords } from './actions'
import { Counts } from './counts'
import { explore, type Found } from './explore'
import { exploreBeside } from './explore-beside'
import { plants } from './plants/plants'
import type { Setting } from './run'
import { shrink } from './shrink'

export type Wish = { runs: number; seed: number; desks: number; plant: string | undefined; isList: boolean; isReal: boolean }

/** The simulation as a command; returns what it ends with. `thread` is the program of its threads. */
export async function simulate({ runs, seed, desks, plant: name, isList, isReal }: Wish, thread: URL): Promise<number> {
  const say = (text: string) => process.stdout.write(`${text}\n`)
  if (isList) {
    for (const plant of plants) say(`${plant.name}: ${plant.sentence} (${plant.rule})`)
    return 0
  }
  const plant = plants.find(known => known.name === name)
  if (name !== undefined && !plant) {
    say(`no plant is called ${name}`)
    return 2
  }
  if (!isReal) {
    const stories = { runs, seed, desks, plant: name }
    return tell({ seed, desks }, { plant }, say, counts => exploreBeside(stories, counts, thread, told => sayProgress(told, runs)))
  }
  if (plant) {
    say('planted bugs live in memory: --plant goes without --real')
    return 2
  }
  return onRealStores(async (store, setting) => {
    say(`desks on SQLite, the server on ${store}`)
    return tell({ seed, desks }, setting, say, counts => explore(runs, seed, desks, counts, setting))
  })
}

/** On one store after the other, until something is found. */
async function onRealStores(told: (store: string, setting: Setting) => Promise<number>): Promise<number> {
  const { realStories } = await import('./real/real-storage')
  const { startPostgres } = await import('#test/support/postgres')
  const postgres = await startPostgres()
  try {
    for (const [store, freshUrl] of [
      ['SQLite', undefined],
      ['PostgreSQL', postgres.freshUrl]
    ] as const) {
      const stories = await realStories(freshUrl)
      const ended = await told(store, { open: stories.open }).finally(stories.end)
      if (ended !== 0) return ended
    }
    return 0
  } finally {
    await postgres.stop()
  }
}

async function tell(
  { seed, desks }: Pick<Wish, 'seed' | 'desks'>,
  setting: Setting,
  say: (text: string) => void,
  told: (counts: Counts) => Promise<Found | undefined>
): Promise<number> {
  const counts = new Counts()
  const startedAt = performance.now()
  const found = await told(counts)
  const seconds = (performance.now() - startedAt) / 1000
  say(report(counts, seconds, seed, desks))
  if (!found) return 0
  say(`\nVIOLATION in run ${found.run} of seed ${seed}: ${found.violation.message}`)
  const small = await shrink(found.actions, desks, found.violation, setting)
  say(`\n${small.actions.length} actions show it: ${small.violation.message}`)
  for (const action of small.actions) say(`  ${inWords(action, desks)}`)
  say(`\n${JSON.stringify(small.actions)}`)
  return 1
}

/** A long run says to a person who waits how far it is. */
function sayProgress(told: number, runs: number): void {
  if (process.stderr.isTTY) process.stderr.write(told < runs ? `\r${told} of ${runs}` : '\r\x1b[K')
}

function report(counts: Counts, seconds: number, seed: number, desks: number): string {
  const list = (map: ReadonlyMap<string, number>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `  ${name}: ${count}`)
  const { runs, actions, conversations, clashes, refused, numbers } = counts
  return [
    `seed ${seed}, ${desks} desks: ${runs} runs, ${actions} actions, ${conversations} conversations, ${seconds.toFixed(1)} s, ${Math.round(runs / seconds)} runs/s`,
    `${clashes} clashes, ${refused} refused or waiting for something lost, ${numbers} numbers given`,
    `faults, ${counts.faults.size} kinds:`,
    ...list(counts.faults),
    'conversations ended:',
    ...list(counts.answers)
  ].join('\n')
}
