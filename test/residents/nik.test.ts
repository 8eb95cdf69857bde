import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDayNumber, partsOf } from '#shared/clock'
import {
  checkNik,
  isOverridable,
  maskNik,
  type NikBlock,
  normalizeDigits,
  provisionalId,
  type Sex,
  suggestBirthDate
} from '#shared/residents/nik'

const today = '2026-11-21'
const two = (n: number) => String(n).padStart(2, '0')
const nikOf = (birthDate: string, sex: Sex, serial = '0001', region = '332401') => {
  const { year, month, day } = partsOf(birthDate)
  return `${region}${two(sex === 'female' ? day + 40 : day)}${two(month)}${two(year % 100)}${serial}`
}
const birthDate = fc.nat(45_000).map(n => addDays(today, -n))
const sex = fc.constantFrom<Sex>('male', 'female')

describe('what blocks a NIK', () => {
  it.each<[string, NikBlock[]]>([
    ['', ['not-16-digits']],
    ['332401170890000', ['not-16-digits']],
    ['33240117089000011', ['not-16-digits']],
    ['33240117O8900001', ['not-16-digits']],
    ['3,32401E+15', ['not-16-digits']],
    ['3.32401E+15', ['not-16-digits']],
    ['٣٣٢٤٠١١٧٠٨٩٠٠٠٠١', ['not-16-digits']],
    ['３３２４０１１７０８９００００１', ['not-16-digits']],
    ['332401\u200b1708900001', ['not-16-digits']],
    ["332401170890'001", ['not-16-digits']],
    ['-3324011708900001x', ['not-16-digits']],
    ['1111111111111111', ['all-same-digit']],
    ['0000000000000000', ['all-same-digit']],
    ['9999 9999 9999 9998', ['day-out-of-range', 'month-out-of-range']],
    ['1234567890123456', ['sequence']],
    ['3324010008900001', ['day-out-of-range']],
    ['3324013208900001', ['day-out-of-range']],
    ['3324014008900001', ['day-out-of-range']],
    ['3324017208900001', ['day-out-of-range']],
    ['3324019908900001', ['day-out-of-range']],
    ['3324011700900001', ['month-out-of-range']],
    ['3324011713900001', ['month-out-of-range']],
    ['3324011708900000', ['serial-zero']],
    ['3324010013900000', ['day-out-of-range', 'month-out-of-range', 'serial-zero']]
  ])('%j is blocked', (text, blocks) => {
    const check = checkNik(text, { today })
    expect(check.blocks).toEqual(blocks)
    expect(check.nik !== undefined).toBe(blocks[0] !== 'not-16-digits')
  })

  it.each(['3324011708900001', '3324013108900001', '3324014108900001', '3324017108900001', '3324011701900001', '3324011712909999'])(
    '%s is not',
    text => {
      expect(checkNik(text, { today })).toMatchObject({ nik: text, blocks: [], warnings: [] })
    }
  )

  it('lets a supervisor pass unusual days and months, and nothing else', () => {
    const all: NikBlock[] = ['not-16-digits', 'all-same-digit', 'sequence', 'day-out-of-range', 'month-out-of-range', 'serial-zero']
    expect(all.filter(isOverridable)).toEqual(['day-out-of-range', 'month-out-of-range'])
  })

  it.each([
    '3324 0117 0890 0001',
    '33.2401.170890.0001',
    '332401-170890-0001',
    ' 3324011708900001\n',
    '332401–170890–0001',
    '332401\u00a01708900001'
  ])('reads %j through its grouping', text => {
    expect(normalizeDigits(text)).toBe('3324011708900001')
    expect(checkNik(text, { today }).nik).toBe('3324011708900001')
  })
})

describe('what a NIK warns of', () => {
  it.each(['11', '19', '21', '31', '36', '51', '53', '61', '65', '71', '76', '81', '82', '91', '96'])('province %s is known', province => {
    expect(checkNik(`${province}24011708900001`, { today }).warnings).toEqual([])
  })

  it.each(['00', '10', '20', '22', '30', '37', '50', '54', '60', '66', '70', '77', '80', '83', '90', '97', '99'])(
    'province %s is not',
    province => {
      expect(checkNik(`${province}24011708900001`, { today })).toMatchObject({ blocks: [], warnings: ['unknown-province'] })
    }
  )

  it.each([
    ['01', []],
    ['69', []],
    ['71', []],
    ['99', []],
    ['00', ['unknown-district-number']],
    ['70', ['unknown-district-number']]
  ])('district number %s', (district, warnings) => {
    expect(checkNik(`33${district}011708900001`, { today }).warnings).toEqual(warnings)
  })

  it.each([
    ['3324013102900001', ['no-such-day']],
    ['3324017102900001', ['no-such-day']],
    ['3324012902010001', ['no-such-day']],
    ['3324013104900001', ['no-such-day']],
    ['3324012902000001', []],
    ['3324012902040001', []]
  ])('the day inside %s may be missing from the calendar', (nik, warnings) => {
    expect(checkNik(nik, { today })).toMatchObject({ blocks: [], warnings })
  })

  it('that the sex differs', () => {
    expect(checkNik('3324015708900001', { today, sex: 'male' }).warnings).toEqual(['sex-differs'])
    expect(checkNik('3324015708900001', { today, sex: 'female' }).warnings).toEqual([])
    expect(checkNik('3324011708900001', { today, sex: 'female' }).warnings).toEqual(['sex-differs'])
  })

  it.each([
    ['1990-08-17', []],
    ['2090-08-17', []],
    ['1990-08-18', ['birth-date-differs']],
    ['1990-07-17', ['birth-date-differs']],
    ['1991-08-17', ['birth-date-differs']]
  ])('that the birth date %s differs, comparing two digits of the year and never blocking', (declared, warnings) => {
    expect(checkNik('3324011708900001', { today, birthDate: declared })).toMatchObject({ blocks: [], warnings })
  })

  it('nothing about a region, of which it only tells whether it is known', () => {
    const isKnownRegion = (code6: string) => code6 === '332401'
    expect(checkNik('3324011708900001', { today, isKnownRegion })).toMatchObject({ regionKnown: true, warnings: [] })
    expect(checkNik('3324991708900001', { today, isKnownRegion })).toMatchObject({ regionKnown: false, warnings: [] })
    expect(checkNik('3324011708900001', { today })).not.toHaveProperty('regionKnown')
  })
})

it.each([
  ['9999999999999994', 'refused'],
  ['9999999999999995', 'none-under-17'],
  ['9999 9999 9999 9996', 'none-adult'],
  ['9999999999999999', 'foreigner']
])('%s stands for no NIK: %s', (text, placeholder) => {
  expect(checkNik(text, { today, sex: 'male', birthDate: '1990-08-17' })).toEqual({ placeholder, blocks: [], warnings: [] })
  expect(suggestBirthDate(text.replaceAll(' ', ''), today)).toBeUndefined()
})

describe('the birth inside a NIK', () => {
  it.each([
    ['3324011708900001', { day: 17, month: 8, yearsPossible: [1990, 1990], sex: 'male' }],
    ['3324015708900001', { day: 17, month: 8, yearsPossible: [1990, 1990], sex: 'female' }],
    ['3324011708100001', { day: 17, month: 8, yearsPossible: [1910, 2010], sex: 'male' }],
    ['3324012111260001', { day: 21, month: 11, yearsPossible: [1926, 2026], sex: 'male' }],
    ['3324012211260001', { day: 22, month: 11, yearsPossible: [1926, 1926], sex: 'male' }]
  ])('%s is read', (nik, birth) => {
    expect(checkNik(nik, { today }).birth).toEqual(birth)
  })

  it.each(['3324010008900001', '3324011713900001', '1111111111111111', '1234567890123456', '12'])('%s has none', nik => {
    expect(checkNik(nik, { today })).not.toHaveProperty('birth')
    expect(suggestBirthDate(nik, today)).toBeUndefined()
  })

  it.each([
    ['3324011708900001', '1990-08-17'],
    ['3324017112850003', '1985-12-31'],
    ['3324015708150001', '2015-08-17'],
    ['3324012111260001', '2026-11-21'],
    ['3324012211260001', '1926-11-22'],
    ['3324011708030001', '2003-08-17'],
    ['3324012902000001', '2000-02-29']
  ])('%s suggests asking about %s', (nik, date) => {
    expect(suggestBirthDate(nik, today)).toBe(date)
  })

  it.each(['3324013102900001', '3324011708900000', ''])('%j suggests nothing', nik => {
    expect(suggestBirthDate(nik, today)).toBeUndefined()
  })

  it('never contradicts the person it was given to', () => {
    fc.assert(
      fc.property(birthDate, sex, fc.integer({ min: 1, max: 9999 }), (born, who, n) => {
        const nik = nikOf(born, who, String(n).padStart(4, '0'))
        fc.pre(!/^(\d)\1{15}$/.test(nik))
        const check = checkNik(nik, { today, birthDate: born, sex: who })
        expect(check).toMatchObject({ nik, blocks: [], warnings: [] })
        expect(check.birth?.yearsPossible).toContain(partsOf(born).year)
      })
    )
  })

  it('suggests the true day of everybody younger than a hundred', () => {
    fc.assert(
      fc.property(
        fc.nat(36_500).map(n => addDays(today, -n)),
        sex,
        (born, who) => {
          expect(suggestBirthDate(nikOf(born, who), today)).toBe(born)
        }
      )
    )
  })

  it('warns of any other birth date or sex, and never blocks for it', () => {
    fc.assert(
      fc.property(birthDate, birthDate, sex, (inNik, declared, who) => {
        fc.pre(inNik.slice(2) !== declared.slice(2))
        const other = who === 'male' ? 'female' : 'male'
        const check = checkNik(nikOf(inNik, who), { today, birthDate: declared, sex: other })
        expect(check).toMatchObject({ blocks: [], warnings: ['sex-differs', 'birth-date-differs'] })
      })
    )
  })

  it('is never read from a day to come', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{16}$/),
        fc.nat(100_000).map(n => dateOfDayNumber(n)),
        (nik, day) => {
          const suggestion = suggestBirthDate(nik, day)
          fc.pre(day >= '2000-01-01')
          if (suggestion !== undefined) expect(suggestion <= day).toBe(true)
        }
      )
    )
  })
})

it('of a megabyte is only too long', () => {
  expect(checkNik('1'.repeat(1_000_000), { today })).toEqual({ blocks: ['not-16-digits'], warnings: [] })
})

it('[F28] answers any text without throwing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d .-]{10,24}$/)), text => {
      const { nik, blocks } = checkNik(text, { today })
      if (nik !== undefined) expect(nik).toMatch(/^\d{16}$/)
      else expect(blocks.length === 1 || normalizeDigits(text).startsWith('9999')).toBe(true)
      expect(maskNik(text)).toHaveLength(16)
    })
  )
})

describe('a NIK in a list', () => {
  it('shows only the region and the serial', () => {
    expect(maskNik('3324011708900001')).toBe('332401******0001')
  })

  it.each(['', '332401170890', 'Siti Aminah', '33240117089000011'])('hides %j whole', text => {
    expect(maskNik(text)).toBe('****************')
  })
})

describe('the id of a person without a NIK', () => {
  const deskCode = 'A'

  it('names the district, the year and the count', () => {
    expect(provisionalId({ districtCode: '3324', year2: 26, deskCode, n: 1 })).toBe('TNIK-3324-26-1')
    expect(provisionalId({ districtCode: '33.24', year2: 5, deskCode, n: 120 })).toBe('TNIK-3324-05-120')
  })

  it('names every desk but the first, so that two of them never give one', () => {
    expect(provisionalId({ districtCode: '3324', year2: 26, deskCode: 'B', n: 1 })).toBe('TNIK-3324-26-B1')
  })

  it.each([
    ['332', 26, 1],
    ['332401', 26, 1],
    ['', 26, 1],
    ['3324', 2026, 1],
    ['3324', -1, 1],
    ['3324', 26, 0],
    ['3324', 26, 1.5],
    ['3324', 26, Number.NaN]
  ])('is not made of %j, %d and %d', (districtCode, year2, n) => {
    expect(() => provisionalId({ districtCode, year2, deskCode, n })).toThrow(RangeError)
  })
})
