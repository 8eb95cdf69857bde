import { describe, expect, it } from 'vitest'
import { type FlowName, flows } from '../../scripts/faults/flows'
import { powerCuts } from '../../scripts/faults/power'

const POINTS: Partial<Record<FlowName, number>> = { day: 60 }

describe('F1, F3: a power cut', () => {
  it.each(Object.keys(flows) as FlowName[])(
    'at any moment of the flow %s leaves every acknowledged change and copy, whole, and the desk opens',
    async flow => {
      const { examples, ...found } = await powerCuts(flow, POINTS[flow] ?? 15, 20261122, 30)
      expect(examples).toEqual([])
      expect(found).toMatchObject({ lost: 0, half: 0, corrupt: 0, closed: 0, backupsLost: 0 })
      expect(found.acknowledged).toBeGreaterThan(0)
      expect(found.syncs).toBeGreaterThan(10)
    }
  )
})
