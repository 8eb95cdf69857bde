import { setImmediate } from 'node:timers/promises'

/** So long one conversation may keep all others waiting: SQLite answers at once, so that nothing else would come between two of its answers. */
const TURN_MS = 20

/** What a source gives, as it gives it; whenever it has had its turn, whoever else waits for this process has theirs. */
export async function* takeTurns<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  let since = performance.now()
  for await (const item of source) {
    yield item
    if (performance.now() - since < TURN_MS) continue
    await setImmediate()
    since = performance.now()
  }
}
