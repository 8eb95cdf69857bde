import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { passwordThread } from '#main/officers/password-thread'
import { folderOf } from '#test/support/folders'
import { threadProgram } from '#test/support/thread-program'

/** Says which thread it is. */
const WHO = `import { parentPort, threadId } from 'node:worker_threads'
  parentPort.on('message', ({ id }) => parentPort.postMessage({ id, value: threadId }))`

it('judges passwords that are asked together in one thread, and the next one in another: the lists are let go in between', async () => {
  const { weakness } = passwordThread(threadProgram(WHO))
  const [first, second] = await Promise.all([weakness('a', []), weakness('b', [])])
  expect(first).toBeGreaterThan(0)
  expect(second).toBe(first)
  expect(await weakness('c', [])).toBeGreaterThan(Number(first))
})

it('judges a password here when no thread can be had', async () => {
  const { weakness } = passwordThread(pathToFileURL(join(folderOf('thread'), 'nothing.mjs')))
  expect(await weakness('bismillah1234', [])).toBe('guessable')
  expect(await weakness('dewilestari2024', ['Dewi Lestari'])).toBe('personal')
})
