import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { UNHEARD_STOP_DAYS } from '#shared/sync/unheard'
import { givenVisit } from '#test/support/given'
import { type TestDesk, value } from '#test/support/test-desk'
import { firstDesk, openDistrict, sync } from './support/district'
import { eachWithStick } from './support/stick'

const DAY_MS = 86_400_000
const current = eachWithStick()
const daysOf = async ({ api }: TestDesk) => value(await api.sync.status({})).unheardDays

it('a stick from the district ends the days without it, once, and nothing else on a stick does', async () => {
  const stick = current()
  const district = await openDistrict()
  const at = await firstDesk(district)
  await sync(at)
  await givenVisit(at.api)
  await district.close()
  at.clock.ms += UNHEARD_STOP_DAYS * DAY_MS
  // its own pack, that lies there still, is no word of the district
  const { file } = await stick.write(at)
  await stick.read(at)
  expect(await daysOf(at)).toBe(UNHEARD_STOP_DAYS)
  const { code, said, written } = await stick.pack(district, '--in', stick.path(file))
  expect(code, said).toBe(0)
  const answer = stick.path(written[0] ?? '')
  const whole = readFileSync(answer)
  const broken = Buffer.from(whole)
  broken[broken.length >> 1] = (broken[broken.length >> 1] ?? 0) ^ 1
  writeFileSync(answer, broken)
  expect((await stick.read(at)).some(({ outcome }) => outcome === 'damaged')).toBe(true)
  expect(await daysOf(at)).toBe(UNHEARD_STOP_DAYS)
  writeFileSync(answer, whole)
  expect((await stick.read(at)).some(({ outcome }) => outcome === 'taken')).toBe(true)
  expect(await daysOf(at)).toBe(0)
  value(await at.api.search.find({ text: 'siti', purpose: 'visit' }))
  at.clock.ms += UNHEARD_STOP_DAYS * DAY_MS
  await stick.read(at)
  expect(await daysOf(at)).toBe(UNHEARD_STOP_DAYS)
})
