import fc from 'fast-check'
import { expect, it } from 'vitest'
import { entityId } from '#shared/changes/entity-id'
import { derivedId, idOfParts, partsOfId, seqNear } from '#shared/sync/codec/change-place'
import { BOOT } from './changes'

const place = fc.record({ wall: fc.nat({ max: 2 ** 48 - 1 }), seq: fc.integer({ min: 1, max: 2 ** 40 }), n: fc.nat({ max: 2 ** 14 - 1 }) })

it('an id derived in a frame is the one the desk derives', () => {
  fc.assert(
    fc.property(place, ({ wall, seq, n }) => {
      const id = entityId({ wall, boot: BOOT, seq, n })
      expect(derivedId({ wall, seq, run: BOOT.slice(-10), prefix: '', ownId: '', nextN: 0 }, n)).toBe(id)
      const parts = partsOfId(id)
      expect(parts && idOfParts(parts)).toBe(id)
      expect(seqNear(parts?.seq20 ?? 0, seq)).toBe(seq)
    })
  )
})

it('any id of version 7 is told by its parts', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), id => {
      const parts = partsOfId(id)
      expect(parts && idOfParts(parts)).toBe(id)
    })
  )
})
