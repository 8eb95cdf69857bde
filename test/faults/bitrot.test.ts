import { expect, it } from 'vitest'
import { bitRot } from '../../scripts/faults/bitrot'
import { ROTTING, type Rotting } from '../../scripts/faults/rotting'

/** Of so many flips in each kind of file every tenth is followed by the opening and mending of the whole desk. */
const [FLIPS, WHOLE_EVERY] = [500, 10]

it('F7: a bit turned over in any file is refused with a word, mended or harmless, never shown as data', { timeout: 600_000 }, async () => {
  const kinds = Object.keys(ROTTING) as Rotting[]
  for (const { examples, ...found } of await bitRot(kinds, FLIPS, 20261122, WHOLE_EVERY)) {
    expect(examples).toEqual([])
    expect(found).toMatchObject({ flips: FLIPS, silent: 0, stuck: 0 })
  }
})
