import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { parentPort, Worker } from 'node:worker_threads'
import { Counts, type Tally } from './counts'
import { explore, type Found } from './explore'
import { plants } from './plants/plants'

export type Stories = { runs: number; seed: number; desks: number; plant: string | undefined }
/** `runs` of the stories of a seed, after the first `told`. */
type Share = Stories & { told: number }
type Told = { tally: Tally; isFound: boolean }

/** What a thread is given at a time: half a second's work, so that a bug that shows early ends the run early. */
const SHARE = 200

/**
 * As `explore`, on every core of the machine: the same stories, and the first of them that breaks an invariant, however the threads take turns.
 * `program` is what a thread runs; `heard` hears how many have been told.
 */
export async function exploreBeside(
  stories: Stories,
  counts: Counts,
  program: URL,
  heard: (told: number) => void
): Promise<Found | undefined> {
  const tallies = new Map<number, Tally>()
  let [next, foundIn] = [0, Number.POSITIVE_INFINITY]
  const tellOnOne = async (): Promise<void> => {
    const worker = new Worker(program)
    while (next < stories.runs && foundIn === Number.POSITIVE_INFINITY) {
      const share: Share = { ...stories, told: next, runs: Math.min(SHARE, stories.runs - next) }
      next += share.runs
      worker.postMessage(share)
      const [{ tally, isFound }] = (await once(worker, 'message')) as [Told]
      tallies.set(share.told, tally)
      if (isFound) foundIn = Math.min(foundIn, share.told)
      heard([...tallies.values()].reduce((sum, one) => sum + one.runs, 0))
    }
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), Math.ceil(stories.runs / SHARE)) }, tellOnOne))
  for (const [told, tally] of tallies) if (told <= foundIn) counts.add(tally)
  if (foundIn === Number.POSITIVE_INFINITY) return undefined
  return explore(SHARE, stories.seed, stories.desks, new Counts(), { plant: plantCalled(stories.plant) }, foundIn)
}

/** The thread's side: tells each share that it is sent. */
export function serveStories(): void {
  parentPort?.on('message', async ({ runs, seed, desks, plant, told }: Share) => {
    const counts = new Counts()
    const found = await explore(runs, seed, desks, counts, { plant: plantCalled(plant) }, told)
    parentPort?.postMessage({ tally: counts.tally(), isFound: found !== undefined } satisfies Told)
  })
}

const plantCalled = (name: string | undefined) => plants.find(plant => plant.name === name)
