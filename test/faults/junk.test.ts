import { expect, it } from 'vitest'
import { channels } from '#shared/rpc/channels'
import { junk } from '../../scripts/faults/junk'

it('F27, F29: a thousand values of junk, in no form and in a call’s own, get a typed refusal or an answer from every call, and a refusal changes nothing', async () => {
  const calls = Object.values(channels).flat().length
  const { examples, answered, ...found } = await junk({ points: 1000, seed: 20261122, formed: 40 })
  expect(examples).toEqual([])
  expect(found).toEqual({ calls, values: 1000 * calls, untyped: 0, changed: 0, thrown: 0 })
  expect(answered).toBeGreaterThan(calls)
}, 900_000)
