import { beforeAll, describe, expect, it } from 'vitest'
import type { ActName } from '../../scripts/faults/acts'
import type { FlowName } from '../../scripts/faults/flows'
import { failingCalls, type IoFound } from '../../scripts/faults/io'

/** Of these acts of an open desk every call fails, in every way. */
const WHOLE = ['visit', 'dayEnd', 'newCode'] as const satisfies ActName[]
/** Of these, and of whole flows from their start to their end, some; in flows once, three times or for good. */
const SOME = ['issue', 'apply', 'intake', 'letter', 'sync', 'migration', 'backup', 'code', 'erase', 'restore'] as const satisfies (
  | ActName
  | FlowName
)[]
const POINTS = 10
/** Another sample each day, so that every call has its turn; a failure names its seed. `npm run faults -- io --seed N` does one again. */
const ROTATING = Math.floor(Date.now() / 86_400_000)
/** On a machine that does other things as well. */
const PATIENCE_MS = 900_000

describe('F4, F5: a call to the disk that fails', () => {
  const found = new Map<string, IoFound>()
  beforeAll(() => {
    for (const one of [...failingCalls(WHOLE, undefined, 20261122), ...failingCalls(SOME, POINTS, ROTATING)]) found.set(one.flow, one)
  }, PATIENCE_MS)
  const good = { lost: 0, half: 0, corrupt: 0, closed: 0, backupsLost: 0, ghosts: 0, stuck: 0, examples: [] }

  it.each(WHOLE)('%s: each of its calls, in each way, loses nothing that was answered and leaves nothing half written', act => {
    const calls = Object.values(found.get(act)?.calls ?? {})
    expect(found.get(act)).toMatchObject({ ...good, points: calls.reduce((sum, count) => sum + count, 0) })
    expect(Math.min(...calls)).toBeGreaterThan(5)
  })

  it.each(SOME)('anywhere in %s loses nothing that was answered and leaves nothing half written, and the desk goes on', flow => {
    expect(found.get(flow), `seed ${ROTATING}`).toMatchObject(good)
    expect(found.get(flow)?.points).toBeGreaterThan(0)
    for (const calls of Object.values(found.get(flow)?.calls ?? {})) expect(calls).toBeGreaterThan(4)
  })
})
