import { describe, expect, it } from 'vitest'
import { type FlowName, flows } from '../../scripts/faults/flows'
import { powerCuts } from '../../scripts/faults/power'

/** More than ten thousand cuts in all. */
const POINTS = 1250
/** On a machine that does other things as well. */
const PATIENCE_MS = 600_000

describe('F1, F3: a power cut', () => {
  const names = Object.keys(flows) as FlowName[]
  const cuts = powerCuts(names, POINTS, 20261122, 30)

  it.each(names)(
    'at any moment of the flow %s leaves every acknowledged change and copy, whole, and the desk opens',
    async flow => {
      const { examples, ...found } = (await cuts.next()).value ?? { examples: ['nothing was cut'] }
      expect(examples).toEqual([])
      expect(found).toMatchObject({ flow, points: POINTS, lost: 0, half: 0, corrupt: 0, closed: 0, backupsLost: 0 })
      expect(found.acknowledged).toBeGreaterThan(0)
      expect(found.syncs).toBeGreaterThan(10)
      // the shortest flow, erasing a PC, makes fewer calls that can be cut between
      expect(found.states).toBeGreaterThan(POINTS / 4)
    },
    PATIENCE_MS
  )
})
