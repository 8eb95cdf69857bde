import { expect, it } from 'vitest'
import { powerCuts } from '../../scripts/faults/power'

it('F1: after a power cut at any moment every acknowledged change and backup is there, whole, and the desk opens', async () => {
  const found = await powerCuts(60, 20261122, 30)
  expect(found.examples).toEqual([])
  expect(found).toMatchObject({ points: 60, lost: 0, half: 0, corrupt: 0, closed: 0, backupsLost: 0 })
  expect(found.acknowledged).toBeGreaterThan(30)
  expect(found.syncs).toBeGreaterThan(50)
}, 180_000)
