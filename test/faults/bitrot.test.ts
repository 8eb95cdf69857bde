import { expect, it } from 'vitest'
import { bitRot, ROTTING, type Rotting } from '../../scripts/faults/bitrot'

it('F7: a bit turned over in any file is refused with a word, mended or harmless, never shown as data', async () => {
  const kinds = Object.keys(ROTTING) as Rotting[]
  for (const { examples, ...found } of await bitRot(kinds, 30, 20261122)) {
    expect(examples).toEqual([])
    expect(found).toMatchObject({ flips: 30, silent: 0, stuck: 0 })
  }
})
