// A server's reading thread reads one frame, and the program has nothing left to do: run by test/server/frames-thread.test.ts.
import { generateKeyPairSync } from 'node:crypto'
import { framesThread } from '#wire/frame-work'
import { DESK_A } from './given-frames'

const { publicKey } = generateKeyPairSync('ed25519')
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const threads = { started: 0, failed: 0 }
process.on('worker', worker => {
  threads.started++
  worker.once('error', () => threads.failed++)
})

const frames = framesThread(new URL('../../../src/server/sync/frames-worker.ts', import.meta.url))
const frame = { device: DESK_A, epoch: 1, first: 1, count: 1, payload: new Uint8Array([0, 0, 1]), signature: new Uint8Array(64) }
const awake = setTimeout(() => undefined, 20_000)
const read = await frames.read(frame, '33.24', key)
clearTimeout(awake)
process.stdout.write(JSON.stringify({ read: read ?? null, threads }))
