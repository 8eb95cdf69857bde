import { expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { givenResident } from '#test/support/given'
import { value } from '#test/support/test-desk'
import { eachWithStick, twoDesks } from './support/stick'

const current = eachWithStick()

it('[P5] answers every desk whose pack is on the stick with what the packs of the others have brought', async () => {
  const { district, a, b } = await twoDesks()
  await givenResident(a.api, { nik: '3324105708910002', name: 'Sumarni' })
  await givenResident(b.api, { nik: '3324105708920003', name: 'Tuminah' })
  const stick = current()
  const packs = [await stick.write(a), await stick.write(b)].map(({ file }) => stick.path(file))
  const { code, said, written } = await stick.pack(district, '--in', ...packs)
  expect(code).toBe(0)
  expect(said.split('\n').filter(line => line.includes('taken; the answer for desk'))).toHaveLength(2)
  expect(written).toHaveLength(2)
  for (const desk of [a, b]) {
    await stick.read(desk)
    expect(value(await desk.api.sync.status({}))).toMatchObject({ unsent: 0, waiting: 0, refused: 0 })
  }
  expect(snapshot(b.desk.raw)).toEqual(snapshot(a.desk.raw))
})
