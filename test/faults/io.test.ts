import { describe, expect, it } from 'vitest'
import { failingCalls } from '../../scripts/faults/io'

describe('F4, F5: a call to the disk that fails', () => {
  it.each(['intake', 'letter', 'sync', 'migration', 'backup', 'code', 'restore'] as const)(
    'anywhere in the flow %s loses nothing that was answered and leaves nothing half written, and the desk goes on',
    async flow => {
      const { examples, ...found } = failingCalls(flow, 25, 20261122)
      expect(examples).toEqual([])
      expect(found).toMatchObject({ lost: 0, half: 0, corrupt: 0, closed: 0, backupsLost: 0, ghosts: 0, stuck: 0 })
      expect(found.points).toBeGreaterThan(10)
      for (const calls of Object.values(found.calls)) expect(calls).toBeGreaterThan(10)
    }
  )
})
