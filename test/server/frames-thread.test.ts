import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { DESK_A } from './support/given-frames'

const { publicKey } = generateKeyPairSync('ed25519')
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const PROGRAM = `
  import { framesThread } from '#wire/frame-work'
  const frames = framesThread(new URL('./src/server/sync/frames-worker.ts', 'file://' + process.cwd() + '/'))
  const frame = { device: '${DESK_A}', epoch: 1, first: 1, count: 1, payload: new Uint8Array([0, 0, 1]), signature: new Uint8Array(64) }
  const awake = setTimeout(() => undefined, 20_000)
  const read = await frames.read(frame, '33.24', '${key}')
  clearTimeout(awake)
  console.log(JSON.stringify({ read: read ?? null }))
`

it('a server that has nothing left to do ends, whatever its thread has read', () => {
  const loader = ['--import', './scripts/extensionless.ts', '--input-type=module', '--eval', PROGRAM]
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, loader, { encoding: 'utf8', timeout: 60_000 })
  expect([status, signal], stderr).toEqual([0, null])
  expect(JSON.parse(stdout)).toEqual({ read: null })
})
