import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { pdfThread } from '#main/letters/pdf-thread'
import { pointsOf } from '#shared/paper/paper-size'
import { folderOf } from '#test/support/folders'
import { threadProgram } from '#test/support/thread-program'

const page = async (): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  const { widthPt, heightPt } = pointsOf('F4')
  document.addPage([widthPt, heightPt])
  return document.save()
}

it('gives the work to its thread and answers with what the thread says', async () => {
  const work = pdfThread(
    threadProgram(`import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ id, name, args }) => parentPort.postMessage(name === 'check' ? { id, value: { pages: args[0].length } } : { id, error: 'no' }))`)
  )
  expect(await work.check(new Uint8Array(7), 'F4')).toEqual({ pages: 7 })
  await expect(work.copy(new Uint8Array(1), '1', { reason: 'r', takenBy: 't', takenOn: '2026-11-23' })).rejects.toThrow('no')
})

it.each([
  ['is not there', () => pathToFileURL(join(folderOf('thread'), 'nothing.mjs'))],
  ['throws at its start', () => threadProgram('throw new Error("broken")')],
  ['dies at work', () => threadProgram(`import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => process.exit(1))`)]
])('does the work itself when the thread %s', async (_, url) => {
  const work = pdfThread(url())
  const pdf = await page()
  expect(await Promise.all([work.check(pdf, 'F4'), work.check(pdf, 'F4')])).toMatchObject([{ pages: 1 }, { pages: 1 }])
  expect(await work.check(pdf, 'F4')).toMatchObject({ pages: 1 })
  await expect(work.check(new Uint8Array(3), 'F4')).rejects.toThrow()
})

it('does what a thread died of itself, and begins another for what comes then', async () => {
  const work = pdfThread(
    threadProgram(`import { parentPort, threadId } from 'node:worker_threads'
      parentPort.on('message', ({ id, args }) => args[0].length > 9 ? process.exit(1) : parentPort.postMessage({ id, value: { pages: threadId } }))`)
  )
  const few = new Uint8Array(7)
  const first = await work.check(few, 'F4')
  expect(await work.check(await page(), 'F4')).toMatchObject({ pages: 1 })
  expect((await work.check(few, 'F4')).pages).toBeGreaterThan(first.pages)
})
