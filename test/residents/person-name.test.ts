import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkName, cleanName } from '#shared/residents/person-name'
import { hasControlCharacters } from '#shared/text'

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff)).map(units => String.fromCharCode(...units))
)

describe('a cleaned name', () => {
  it.each([
    ['  Siti   Aminah ', 'Siti Aminah'],
    ['Siti\tAminah\r\n', 'Siti Aminah'],
    ['Siti\u00a0Aminah', 'Siti Aminah'],
    ['Siti\u200b Aminah', 'Siti Aminah'],
    ['Siti \u200b Aminah', 'Siti Aminah'],
    ['Siti\u202eAminah', 'SitiAminah'],
    ['Siti\u0000 Aminah\u001b', 'Siti Aminah'],
    ['\ufeffSiti', 'Siti'],
    ['Rene\u0301', 'Ren\u00e9'],
    ['Rene\u200b\u0301', 'Ren\u00e9'],
    ['Siti\ud800', 'Siti'],
    ['<b>Siti</b>', '<b>Siti</b>'],
    ["Ma'ruf & Anak", "Ma'ruf & Anak"],
    ['\u200b', '']
  ])('%j is %j', (text, name) => {
    expect(cleanName(text)).toBe(name)
  })

  it('is clean, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anything, text => {
        const name = cleanName(text)
        expect(cleanName(name)).toBe(name)
        expect(hasControlCharacters(name)).toBe(false)
        expect(checkName(name).blocks.filter(block => block === 'control-characters')).toEqual([])
      })
    )
  })
})

describe('a typed name', () => {
  it.each(['', ' ', '\t\n'])('%j is empty', text => {
    expect(checkName(text)).toEqual({ blocks: ['empty'], warnings: [] })
  })

  it.each(['\u200b', '\u202e\u200b', '\u3164', '\u0000'])('%j is empty and hides something', text => {
    expect(checkName(text)).toEqual({ blocks: ['control-characters', 'empty'], warnings: [] })
  })

  it.each(['Siti\u0000Aminah Putri', 'Siti \u202eAminah', 'Siti\u200b Aminah', 'Siti Aminah\ud800', '\u001b[31mSiti Aminah'])(
    '%j holds control characters',
    text => {
      expect(checkName(text).blocks).toEqual(['control-characters'])
    }
  )

  it('may have a hundred characters and no more', () => {
    expect(checkName(`Siti ${'a'.repeat(95)}`).blocks).toEqual([])
    expect(checkName(`Siti ${'a'.repeat(96)}`).blocks).toEqual(['too-long'])
    expect(checkName('a'.repeat(1_000_000)).blocks).toEqual(['too-long'])
    expect(checkName(' '.repeat(1_000_000)).blocks).toEqual(['too-long'])
  })

  it.each([
    ['Siti Aminah', []],
    ['Suharto', ['single-word']],
    ["Ma'ruf Amin", []],
    ['Drs. H. Ahmad Fauzi, S.Pd', []],
    ['Siti-Nur Aminah', []],
    ['José Ximenes', []],
    ['Slamet 2', ['digits']],
    ['Slamet ٢', ['digits']],
    ['Siti @minah', ['punctuation']],
    ['<b>Siti</b> Aminah', ['punctuation']],
    ['Siti / Aminah', ['punctuation']],
    ['S1ti!', ['digits', 'single-word', 'punctuation']]
  ])('%s is accepted with the questions %j', (text, warnings) => {
    expect(checkName(text)).toEqual({ blocks: [], warnings })
  })

  it('is judged without throwing, whatever it is', () => {
    fc.assert(
      fc.property(anything, text => {
        const { blocks, warnings } = checkName(text)
        expect(blocks.includes('empty')).toBe(cleanName(text) === '')
        if (blocks.includes('empty')) expect(warnings).toEqual([])
      })
    )
  })
})
