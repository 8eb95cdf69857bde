import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, nameWords, patronymicOf } from '#shared/residents/name-key'

const syllable = fc.constantFrom(
  ...'a e i o u ai oe oo ie tj dj nj sj ch kh sy sh dz zh ts th dh q v p f z s j y h m n r l k t iya uwa bin binti st. moh. h. dr s.pd hh'.split(
    ' '
  )
)
const nameLike = fc.array(fc.oneof(syllable, fc.constant(' ')), { maxLength: 14 }).map(parts => parts.join(''))

describe('one key', () => {
  it.each([
    ['Suharto', 'Soeharto'],
    ['Djoko Susilo', 'Joko Soesilo'],
    ['Tjipto', 'Cipto'],
    ['Sjarif', 'Syarif', 'Sharif'],
    ['Fatimah', 'Fatima', 'Fathimah'],
    ['Rizki', 'Rizky', 'Riski'],
    ['Moh. Rizki', 'Muhammad Rizky', 'Mochamad Riski', 'M. Rizki', 'Md. Rizki', 'Mokhamad Rizki', 'Mohammad Rizki', 'M.Rizki'],
    ['Moh.', 'Muhammad', 'Mochamad'],
    ['St. Aminah', 'Siti Aminah', 'Sti Aminah', 'ST.AMINAH'],
    ['Noor', 'Nur', 'Noer'],
    ['Noorhayati', 'Nurhayati'],
    ['Yusup', 'Yusuf', 'Jusuf', 'Jusup'],
    ['Achmad', 'Ahmad', 'Akhmad', 'Ach.'],
    ['Abd. Rahman', 'Abdul Rahman', 'ABDUL ROHMAN'.replace('RO', 'RA')],
    ['Nurul Khotimah', 'Noeroel Chotimah'],
    ["Ma'ruf", 'Maruf', 'Ma’ruf', 'Ma`roef', 'Ma´ruf'],
    ['Utsman', 'Usman', 'Oesman'],
    ['Widjaja', 'Wijaya'],
    ['Qomar', 'Komar'],
    ['Sofiyah', 'Sofiah'],
    ['Riyanto', 'Rianto'],
    ['Suwarno', 'Soewarno', 'Suarno'],
    ['Chandra', 'Candra'],
    ['Christina', 'Kristina'],
    ['Dzulfikar', 'Zulfikar'],
    ['Wahyu Hidajat', 'Wahju Hidayat'],
    ['José', 'Jose', 'JOSE\u0301'],
    ['Sumiyati, A.Md.Keb', 'Sumiyati Amd.Keb', 'Sumiyati AMd. Keb.', 'Sumiyati S.Tr.Keb', 'Sumiyati STr Keb', 'Sumiyati'],
    ['H. Abdul Rahman', 'Abdul Rahman', 'Drs. H. Abdul Rahman, S.Pd., M.M', 'Abdul Rahman S. Pd', 'Alm. Abdul Rahman'],
    ['Siti Aminah', 'Hj. Siti Aminah, A.Md.Keb', 'Siti Aminah Hj', 'Dra. Siti Aminah, SE'],
    ['Sumiati', 'Ny. Sumiati', 'Ibu Sumiati', 'Bu Hj. Sumiati', 'Almarhumah Sumiati', 'Mbah Sumiati', 'Sdri. Sumiati'],
    ['Umar Said', 'Bapak H. Umar Said', 'Pak Haji Umar Said', 'Ust. Umar Said', 'Tn. Umar Said', 'Bpk. Dr. Umar Said, S.H.'],
    ['Akh. Fauzi', 'Ahmad Fauzi'],
    ['Mukh. Fauzi', 'Mokh. Fauzi', 'Muhammad Fauzi'],
    ['Ahmad bin Yusuf', 'Ahmad', 'AHMAD BIN JUSUF RAHMAN'],
    ['Siti binti Yusuf', 'Siti', 'SITI BTI. YUSUF']
  ])('joins %s and %s', (...names) => {
    expect(new Set(names.map(nameKey)).size).toBe(1)
    expect(nameKey(names[0] ?? '')).not.toBe('')
  })

  it.each([
    ['Siti Aminah', 'Aminah Siti'],
    ['Budi', 'Badu'],
    ['Suharto', 'Suharti'],
    ['Sri Wahyuni', 'Sri Wahyudi'],
    ['Slamet', 'Selamet'],
    ['Rizki M.', 'Rizki Muhammad'],
    ['Siti', 'St']
  ])('keeps %s and %s apart', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })

  it('keeps the order of the words and single spaces', () => {
    expect(nameKey('  Djoko   Soesilo,  ')).toBe('YOKO SUSILO')
    expect(nameKey('Moh. Fatchurrohman')).toBe('MUHAMAD FATHUROHMAN'.replace('TH', 'T'))
  })

  it.each(['', '   ', '...', "'", '\u200b', '\u0301'])('of %j is empty', text => {
    expect(nameKey(text)).toBe('')
  })

  it.each(['H', 'Dr.', 'S.Pd', 'Bin', 'SE', 'M', '李明', '7', 'H. H.', 'hh'])('of %j is not: a name keeps one word', text => {
    expect(nameKey(text)).not.toBe('')
  })
})

describe('any name', () => {
  it('has a key that is its own key', () => {
    fc.assert(
      fc.property(
        fc.oneof(nameLike, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[A-Z ]{0,24}$/)),
        text => {
          expect(nameKey(nameKey(text))).toBe(nameKey(text))
        }
      ),
      { numRuns: 3000 }
    )
  })

  it('has a key of plain capitals when its letters are Latin', () => {
    fc.assert(
      fc.property(fc.oneof(nameLike, fc.string({ unit: 'grapheme-ascii' })), text => {
        expect(nameKey(text)).toMatch(/^([A-Z0-9]+( [A-Z0-9]+)*)?$/)
      })
    )
  })

  it('has the same key in capitals, in small letters and between other signs', () => {
    const letters = fc.oneof(nameLike, fc.string({ unit: fc.constantFrom(...'abcDEFghijKLMnopqrstuvwxyzéÑßüç ') }))
    fc.assert(
      fc.property(letters, fc.constantFrom(' ', ',', '  ', ' - ', '. ', ' / ', '"', '\t'), (text, sign) => {
        const key = nameKey(text)
        expect(nameKey(text.toUpperCase())).toBe(key)
        expect(nameKey(text.toLowerCase())).toBe(key)
        expect(nameKey(`${sign}${text.replaceAll(' ', sign)}${sign}`)).toBe(key)
      })
    )
  })

  it('has a key when its text has a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(nameKey(text) !== '').toBe(nameWords(text).length > 0)
      })
    )
  })

  it('of a megabyte is done soon', () => {
    expect(nameKey('a'.repeat(1_000_000))).toBe('A')
    expect(nameKey('ab'.repeat(500_000))).toHaveLength(1_000_000)
    expect(nameKey('h '.repeat(100_000))).toBe('H')
  })
})

describe('the words of a name', () => {
  it.each([
    ['Drs. H. Moh. Rizky bin Achmad', ['MUHAMMAD', 'RIZKY']],
    ["Siti Ma'rufah, S.Pd.I", ['SITI', 'MARUFAH']],
    ['R.A. Kartini', ['A', 'KARTINI']],
    ['Ir. Soekarno', ['SOEKARNO']],
    ['José Ximenes', ['JOSE', 'XIMENES']],
    ['<b>Siti</b>', ['B', 'SITI', 'B']],
    ['H.', ['H']],
    ['', []]
  ])('%s are %j', (text, words) => {
    expect(nameWords(text)).toEqual(words)
  })

  it.each([
    ['Siti binti Achmad Jusuf', ['AHMAD', 'YUSUF']],
    ['Ahmad Bin M. Noor', ['MUHAMMAD', 'NUR']],
    ['Ahmad bin', []],
    ['Bin Ahmad', []],
    ['Siti', []]
  ])("%s has the father's name %j", (text, words) => {
    expect(patronymicOf(text)).toEqual(words)
  })
})
