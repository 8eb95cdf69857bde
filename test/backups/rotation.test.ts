import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dated, daysLostAt, isBackupDue, keptBackups, shelfTime } from '#shared/backups/rotation'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 1, 30)
const every = (hours: number, count: number): Dated[] =>
  Array.from({ length: count }, (_, n) => ({ name: `b${n}`, head: n + 1, madeAt: START + n * hours * 3_600_000 }))

describe('which backups stay', () => {
  it('keeps the newest four, and one a day, week and month further back', () => {
    const all = every(12, 800)
    const kept = all.filter(({ name }) => keptBackups(all).has(name))
    expect(kept.slice(-4)).toEqual(all.slice(-4))
    const newest = all.at(-1)?.madeAt ?? 0
    const age = ({ madeAt }: Dated) => (newest - madeAt) / DAY
    expect(kept.filter(one => age(one) <= 7).length).toBeGreaterThanOrEqual(7)
    expect(Math.max(...kept.map(age))).toBeGreaterThan(300)
    expect(kept.length).toBeLessThanOrEqual(4 + 7 + 5 + 12)
  })

  it('never throws away the newest of the log, whatever the clock said', () => {
    const shelf = fc.array(fc.record({ head: fc.nat(1000), madeAt: fc.integer({ min: 0, max: 4e12 }) }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(shelf, given => {
        const all = given.map((one, n) => ({ ...one, name: `b${n}` }))
        const kept = keptBackups(all)
        const newest = Math.max(...all.map(({ head }) => head))
        expect(all.some(({ name, head }) => head === newest && kept.has(name))).toBe(true)
        expect(kept.size).toBeGreaterThanOrEqual(Math.min(4, all.length))
        // what was kept is kept again: thinning out twice takes nothing more
        const left = all.filter(({ name }) => kept.has(name))
        expect(keptBackups(left)).toEqual(kept)
      })
    )
  })
})

describe('when a backup is due', () => {
  const newest: Dated = { name: 'b', head: 10, madeAt: START }
  it.each([
    ['the first change has been made', undefined, { head: 1, at: START }, true],
    ['nothing was ever written', undefined, { head: 0, at: START }, false],
    ['nothing was written since', newest, { head: 10, at: START + DAY }, false],
    ['the last one is an hour old', newest, { head: 11, at: START + 3_600_000 }, false],
    ['half a day has passed', newest, { head: 11, at: START + 5 * 3_600_000 }, true],
    ['the clock has fallen back ten years', newest, { head: 11, at: START - 3650 * DAY }, true],
    ['the clock is behind the work that no copy holds', newest, { head: 11, at: START + 60_000, workedUntil: START + 3_600_000 }, true],
    ['that work was done before the clock was right', newest, { head: 11, at: START + 3_600_000, workedUntil: START + 60_000 }, false]
  ])('when %s', (_, last, now, isDue) => {
    expect(isBackupDue(last, now)).toBe(isDue)
  })
})

it('[F15] copies of days, weeks and months are made and kept on a PC whose clock begins anew with every start', () => {
  const [HALF_DAY, ANEW] = [3.5 * 3_600_000, Date.UTC(2009, 0, 1)]
  type Copy = Dated & { daysLost: number; start: number }
  let shelf: Copy[] = []
  let head = 0
  const STARTS = 1_460
  for (let start = 0, uncopied: number[] = []; start < STARTS; start++) {
    const before = head
    for (let passed = 60_000; passed < HALF_DAY; passed += 600_000) {
      const at = ANEW + passed
      uncopied.push(at - 30_000)
      head++
      const workedUntil = Math.max(...uncopied)
      const newest = shelf.at(-1)
      if (!isBackupDue(newest, { head, at, workedUntil })) continue
      shelf.push({ name: `b${head}`, head, madeAt: at, daysLost: daysLostAt(newest, { at, workedUntil }), start })
      uncopied = []
    }
    expect(shelf.at(-1)?.head).toBeGreaterThan(before)
    const kept = keptBackups(shelf.map(one => ({ ...one, madeAt: shelfTime(one) })))
    shelf = shelf.filter(({ name }) => kept.has(name))
  }
  const ages = shelf.map(({ start }) => STARTS - start)
  expect(ages.filter(age => age <= 7).length).toBeGreaterThanOrEqual(7)
  expect(ages.filter(age => age > 7 && age <= 40).length).toBeGreaterThanOrEqual(3)
  expect(Math.max(...ages)).toBeGreaterThan(300)
})

it('[F15] a clock that ran ahead once and was put right costs no copies', () => {
  const AHEAD = 3_650 * DAY
  const first = { madeAt: START }
  expect(daysLostAt(first, { at: START + DAY, workedUntil: START + DAY })).toBe(0)
  const ahead = { madeAt: START + AHEAD }
  const daysLost = daysLostAt(ahead, { at: START + DAY, workedUntil: START + AHEAD })
  const right = { madeAt: START + DAY, daysLost }
  expect(shelfTime(right)).toBe(START + AHEAD + DAY)
  expect(daysLostAt(right, { at: START + 2 * DAY, workedUntil: START + 2 * DAY })).toBe(daysLost)
})
