import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readAhead } from '#server/sync/read-ahead'

async function* counting(count: number, error?: Error): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) yield n
  if (error) throw error
}

it('brings everything in its order, and what came meanwhile together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 5 }), fc.boolean(), async (count, most, fails) => {
      const heard: number[][] = []
      const reading = async () => {
        for await (const some of readAhead(counting(count, fails ? new Error('cut') : undefined), most)) heard.push(some)
      }
      if (fails) await expect(reading()).rejects.toThrow('cut')
      else await reading()
      expect(heard.flat()).toEqual([...Array(count).keys()])
      expect(Math.max(0, ...heard.map(some => some.length))).toBeLessThanOrEqual(most)
    })
  )
})

it('reads no further ahead than it may', async () => {
  let read = 0
  const source = (async function* () {
    for (;;) yield read++
  })()
  for await (const some of readAhead(source, 3)) {
    await new Promise(resolve => setImmediate(resolve))
    expect(some.length).toBeLessThanOrEqual(3)
    expect(read).toBeLessThanOrEqual((some.at(-1) ?? 0) + 1 + 3 + 1)
    if (read > 50) break
  }
})

it('leaves a source that says nothing more without waiting for it', async () => {
  const source = (async function* () {
    yield 1
    await new Promise(() => undefined)
  })()
  for await (const some of readAhead(source, 4)) {
    expect(some).toEqual([1])
    break
  }
})
