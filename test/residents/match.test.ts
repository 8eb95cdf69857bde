import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable, matchOf, type Person } from '#shared/residents/match'
import { digitsOneOff, isOneOff } from '#shared/residents/one-off'

const nobody: Person = { name: '', nik: null, family: null, birthDate: null, sex: null, villageCode: null, motherName: null }
const match = (a: Partial<Person>, b: Partial<Person>) => matchOf(comparable({ ...nobody, ...a }), comparable({ ...nobody, ...b }))

const village = '33.24.10.2001'
const born = { birthDate: '1990-08-17', sex: 'female', villageCode: village } as const

describe('the ladder', () => {
  it('is sure of one NIK, and says so when the names differ', () => {
    expect(match({ name: 'Siti Aminah', nik: '3324105708900001' }, { name: 'St. Aminah', nik: '3324105708900001' })).toEqual({
      score: 1,
      evidence: ['same-nik'],
      doubts: []
    })
    expect(match({ name: 'Siti Aminah', nik: '3324105708900001' }, { name: 'Bambang', nik: '3324105708900001' })).toEqual({
      score: 0.8,
      evidence: ['same-nik'],
      doubts: ['name-differs']
    })
  })

  it('asks about one full name in one village where neither a birth date nor a NIK can tell the two apart, last of all', () => {
    const [one, other] = [
      { name: 'Siti Aminah', villageCode: village },
      { name: 'Sitti Aminah', villageCode: village, birthDate: '1990-08-17', nik: '3324105708900001' }
    ]
    expect(match(one, other)).toEqual({ score: 0.5, evidence: ['same-name-village'], doubts: [] })
    expect(match({ ...one, nik: '3324105708900077' }, other)).toBeUndefined()
    expect(match({ ...one, birthDate: '1971-02-03' }, other)).toBeUndefined()
    expect(match({ ...one, villageCode: '33.24.10.2002' }, other)).toBeUndefined()
    expect(match({ ...one, sex: 'male' }, { ...other, sex: 'female' })).toBeUndefined()
    expect(match({ ...one, motherName: 'Sumarni' }, { ...other, motherName: 'Painem' })).toBeUndefined()
    expect(match({ ...one, name: 'Suparti' }, { ...other, name: 'Suparti' }), 'half a village is called so').toBeUndefined()
  })

  it('takes a number that stands for "no NIK" for none', () => {
    expect(match({ name: 'Siti', nik: '9999999999999995' }, { name: 'Budi', nik: '9999999999999995' })).toBeUndefined()
  })

  it('asks about a NIK one digit off or with two digits swapped when the names sound the same', () => {
    for (const nik of ['3324105708900002', '3324105780900001', '3324107508900001'])
      expect(match({ name: 'Soeharti Djoko', nik: '3324105708900001' }, { name: 'Suharti Joko', nik })?.evidence).toEqual([
        'nik-one-off-same-name'
      ])
    expect(match({ name: 'Suharti', nik: '3324105708900001' }, { name: 'Bambang', nik: '3324105708900002' })).toBeUndefined()
    expect(match({ name: 'Suharti', nik: '3324105708900001' }, { name: 'Suharti', nik: '3324105708900023' })).toBeUndefined()
  })

  it('asks about one family, name and year, though the day differs', () => {
    const family = '3324100101100002'
    expect(
      match({ name: 'Rizki Maulana', family, birthDate: '2015-01-02' }, { name: 'Rizky Maulana', family, birthDate: '2015-11-30' })
    ).toEqual({
      score: 0.81,
      evidence: ['same-family-name-year'],
      doubts: ['birth-date-differs']
    })
    expect(match({ name: 'Rizki', family, birthDate: '2015-01-02' }, { name: 'Rizki', family, birthDate: '1985-01-02' })).toBeUndefined()
  })

  it('asks about one family and name where one list does not say the day, or says it a digit otherwise in the year', () => {
    const [one, other] = [
      { name: 'Rizki Maulana', family: '3324100101100002' },
      { name: 'Rizky Maulana', family: '3324100101100002' }
    ]
    expect(match({ ...one, birthDate: '2015-01-02' }, other)).toEqual({ score: 0.75, evidence: ['same-family-name'], doubts: [] })
    expect(match({ ...one, birthDate: '1985-01-02' }, { ...other, birthDate: '1958-01-02' })?.evidence).toEqual(['same-family-name'])
    expect(match({ ...one, sex: 'male' }, { ...other, sex: 'female' })).toBeUndefined()
    expect(match(one, { ...other, family: '3324100101100003' })).toBeUndefined()
  })

  it('asks about one family and a similar name where the day is slightly off as well', () => {
    const one = { name: 'Siti Hasanah', family: '3324100101100002', birthDate: '1990-08-17' }
    for (const birthDate of ['1990-08-11', '1990-08-18', '1990-08-16', '1990-03-17', '1991-08-17'])
      expect(match(one, { ...one, name: 'Siti Husanah', birthDate })).toMatchObject({ score: 0.6 })
    expect(match({ ...one, birthDate: '1990-08-20' }, { ...one, name: 'Siti Husanah', birthDate: '1990-08-19' })).toMatchObject({
      score: 0.6
    })
    expect(match(one, { ...one, name: 'Siti Husanah', birthDate: '1993-02-17' })).toBeUndefined()
    expect(
      match({ ...one, nik: '3324105708900001' }, { ...one, name: 'Siti Husanah', birthDate: '1991-08-17', nik: '3324105708914077' }),
      'a sister'
    ).toBeUndefined()
  })

  it('leaves twins alone: one family and day, similar names, NIKs whose serials follow each other', () => {
    const twins = { family: '3324100101100002', ...born }
    expect(
      match({ name: 'Siti Hasanah', nik: '3324105708900001', ...twins }, { name: 'Siti Husanah', nik: '3324105708900002', ...twins })
    ).toBeUndefined()
    expect(match({ name: 'Siti Hasanah', nik: '3324105708900001', ...twins }, { name: 'Siti Hasana', ...twins })?.score).toBe(0.9)
    expect(match({ name: 'Nur Hasanah', nik: '3324105708900001', ...twins }, { name: 'Hasanah', ...twins })?.evidence).toEqual([
      'same-family-similar-name-birth',
      'similar-name-birth-village'
    ])
  })

  it('asks about one family, day and similar name when the serials lie apart: a slip of the hand, or two numbers for one person', () => {
    const one = { family: '3324100101100002', ...born, name: 'Siti Hasanah', nik: '3324105708900123' }
    expect(match(one, { ...one, name: 'Siti Husanah', nik: '3324105708900132' })).toEqual({
      score: 0.85,
      evidence: ['nik-one-off-similar-name', 'same-family-similar-name-birth', 'similar-name-birth-village'],
      doubts: []
    })
    expect(match(one, { ...one, name: 'Siti Husanah', nik: '3324105708904071' })).toMatchObject({ score: 0.56, doubts: ['nik-differs'] })
  })

  it('lists the same name, birth date, sex and village, less surely when both have a NIK of their own', () => {
    const [a, b] = [
      { name: 'Tjipto', ...born },
      { name: 'Cipto', ...born }
    ]
    expect(match(a, b)).toEqual({ score: 0.8, evidence: ['same-name-birth-village'], doubts: [] })
    expect(match({ ...a, nik: '3324105708900001' }, { ...b, nik: '3301015708900077' })).toEqual({
      score: 0.56,
      evidence: ['same-name-birth-village'],
      doubts: ['nik-differs']
    })
    expect(match(a, { ...b, birthDate: '1990-08-18' })?.evidence).toEqual(['same-name-birth-one-off-village'])
    expect(match({ ...a, birthDate: '1990-03-08' }, { ...b, birthDate: '1990-08-03' })?.evidence).toEqual([
      'same-name-birth-one-off-village'
    ])
  })

  it('lists the same name, birth date and village also where a list says nothing of the sex, but never against it', () => {
    const [{ sex: _, ...unsaid }, name] = [born, 'Sri Lestari']
    expect(match({ name, ...unsaid }, { name, ...unsaid })).toEqual({ score: 0.8, evidence: ['same-name-birth-village'], doubts: [] })
    expect(match({ name, ...born }, { name, ...unsaid })?.evidence).toEqual(['same-name-birth-village'])
    expect(match({ name, ...born }, { name: 'Sri Lestri', ...unsaid })?.evidence).toEqual(['similar-name-birth-village'])
    expect(match({ name, ...born }, { name, ...unsaid, birthDate: '1990-08-18' })?.evidence).toEqual(['same-name-birth-one-off-village'])
    expect(match({ name, ...born }, { name, ...born, sex: 'male' })).toBeUndefined()
  })

  it('lists the same name and mother, but no brother or sister', () => {
    expect(match({ name: 'Ahmad Yusuf', motherName: 'Sumiati' }, { name: 'Achmad Jusuf', motherName: 'Soemiati' })?.evidence).toEqual([
      'same-name-mother'
    ])
    expect(match({ name: 'Ahmad', motherName: 'Sumiati' }, { name: 'Yusuf', motherName: 'Sumiati' })).toBeUndefined()
  })

  it('takes an invented birthday and a single name for no evidence', () => {
    const elsewhere = { ...born, villageCode: '33.24.11.2001' }
    expect(match({ name: 'Sri Wahyuni', ...born }, { name: 'Sri Wahyuni', ...elsewhere })?.evidence).toEqual(['same-name-birth'])
    expect(match({ name: 'Sri', ...born }, { name: 'Sri', ...elsewhere })).toBeUndefined()
    const invented = { birthDate: '1950-07-01' }
    expect(match({ name: 'Sri Wahyuni', ...born, ...invented }, { name: 'Sri Wahyuni', ...elsewhere, ...invented })).toBeUndefined()
  })

  it('finds words in another order, joined or with one slip', () => {
    for (const name of ['Nurhayati Siti', 'Siti Nur Hayati', 'Siti Nurhayatti', 'Siti Nurhajati', 'S. Nurhayati', 'Siti Nurhayat'])
      expect(match({ name: 'Siti Nurhayati', ...born }, { name, ...born })?.score, name).toBeGreaterThanOrEqual(0.65)
    for (const name of ['Siti Ani', 'Rudi', 'S.', 'Nurhayani Sri'])
      expect(match({ name: 'Siti Nurhayati', ...born }, { name, ...born }), name).toBeUndefined()
  })

  it('takes a name for no other one of which it shares a first letter alone', () => {
    for (const [name, other] of [
      ['I Dewa Gede Sugiarta', 'Idrus bin Smith'],
      ['B. Santoso', 'Budi'],
      ['I Made', 'Ida']
    ] as const)
      expect(match({ name, ...born }, { name: other, ...born }), name).toBeUndefined()
    expect(match({ name: 'B. Santoso', ...born }, { name: 'Budi Santoso', ...born })?.evidence).toEqual(['similar-name-birth-village'])
  })

  it('takes the same day of the year before or after for a slip also where two digits change with it', () => {
    const one = { name: 'Sri Lestari', ...born, birthDate: '1999-08-17' }
    expect(match(one, { ...one, birthDate: '2000-08-17' })?.evidence).toEqual(['same-name-birth-one-off-village'])
    expect(match({ ...one, birthDate: '1990-08-17' }, { ...one, birthDate: '1989-08-17' })?.evidence).toEqual([
      'same-name-birth-one-off-village'
    ])
    expect(match(one, { ...one, birthDate: '2001-08-17' })).toBeUndefined()
  })

  it('takes a lost letter for a slip also where it leaves two equal ones behind, which sound as one', () => {
    expect(match({ name: 'Budi Ningsih', ...born }, { name: 'Budi Nngsih', ...born })?.evidence).toEqual(['similar-name-birth-village'])
    expect(match({ name: 'Sulastri', ...born }, { name: 'Sulasri', ...born })?.evidence).toEqual(['similar-name-birth-village'])
    expect(match({ name: 'Budi Ningsih', ...born }, { name: 'Budi Nisih', ...born })).toBeUndefined()
  })

  it('takes a lost letter for a slip in a word of five letters, and for another name in a shorter one', () => {
    expect(match({ name: 'Rohmah', ...born }, { name: 'Rohm', ...born })?.evidence).toEqual(['similar-name-birth-village'])
    expect(match({ name: 'Wati', ...born }, { name: 'Ati', ...born })).toBeUndefined()
  })
})

const letters = fc.constantFrom(...'siti aminah nur djoko susilo muhammad ani '.split(''))
const name = fc.array(letters, { maxLength: 16 }).map(parts => parts.join(''))
const person = fc.record({
  name,
  nik: fc.constantFrom(null, '3324105708900001', '3324105708900002', '3301015708900077'),
  family: fc.constantFrom(null, 'a', 'b'),
  birthDate: fc.constantFrom(null, '1990-08-17', '1990-08-16', '1950-07-01'),
  sex: fc.constantFrom(null, 'male' as const, 'female' as const),
  villageCode: fc.constantFrom(null, village),
  motherName: fc.option(name)
})

it('says of two people the same in either order', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      expect(match(a, b)).toEqual(match(b, a))
    })
  )
})

it('never scores above a NIK that is the same, and always gives its evidence', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      const found = match(a, b)
      if (!found) return
      expect(found.score).toBeGreaterThanOrEqual(0.5)
      expect(found.score).toBeLessThanOrEqual(1)
      expect(found.evidence.length).toBeGreaterThan(0)
      if (found.score === 1) expect(found.evidence[0]).toBe('same-nik')
    })
  )
})

it('gives every number that one slip makes, and no other', () => {
  const nik = fc.stringMatching(/^\d{16}$/)
  fc.assert(
    fc.property(nik, digits => {
      const slips = digitsOneOff(digits)
      expect(new Set(slips).size).toBe(slips.length)
      expect(slips.every(slip => isOneOff(digits, slip))).toBe(true)
    })
  )
  fc.assert(fc.property(nik, nik, (a, b) => digitsOneOff(a).includes(b) === (isOneOff(a, b) && a !== b)))
})
