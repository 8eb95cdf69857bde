import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasControlCharacters, plainText, withoutControlCharacters } from '#shared/text'

const unseen = [
  ['NUL', '\u0000'],
  ['escape', '\u001b'],
  ['backspace', '\b'],
  ['delete', '\u007f'],
  ['a C1 control', '\u0085'],
  ['a lone carriage return', 'x\rx'],
  ['a right-to-left override', '\u202e'],
  ['a left-to-right isolate', '\u2066'],
  ['an Arabic letter mark', '\u061c'],
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a tag character', '\u{e0041}'],
  ['a line separator', '\u2028'],
  ['a filler that prints nothing', '\u3164'],
  ['a high surrogate alone', '\ud800'],
  ['a low surrogate alone', '\udc00']
] as const

const codes = (result: { error?: { issues: { code: string; message: string }[] } }) =>
  result.error?.issues.map(issue => (issue.code === 'custom' ? issue.message : issue.code))

describe('plain text', () => {
  it.each(unseen)('refuses %s, also at the ends and over several lines', (_, character) => {
    expect(hasControlCharacters(`a${character}b`)).toBe(true)
    for (const text of [`Siti${character}Aminah`, `${character}Siti`]) {
      expect(codes(plainText(100).safeParse(text.replace(/\r/, '\rx')))).toEqual(['control-characters'])
    }
    expect(hasControlCharacters(`a${character}b`, { multiline: true })).toBe(true)
    expect(codes(plainText(100, { multiline: true }).safeParse(`a${character}b`))).toEqual(['control-characters'])
  })

  it.each(["Ma'ruf", 'Siti\u00a0Aminah', 'Desa Kalirejo RT 003', '<script>alert(1)</script>', '李明', 'é', '👍', '=1+1', '{{x}}', "'; --"])(
    'takes %j as it is',
    text => {
      expect(plainText(100).parse(text)).toBe(text)
    }
  )

  it('takes newlines and tabs only over several lines', () => {
    expect(codes(plainText(100).safeParse('satu\ndua'))).toEqual(['control-characters'])
    expect(codes(plainText(100).safeParse('satu\tdua'))).toEqual(['control-characters'])
    expect(plainText(100, { multiline: true }).parse('satu\n\tdua\r\ntiga')).toBe('satu\n\tdua\ntiga')
  })

  it('composes and trims', () => {
    expect(plainText(10).parse('  Rene\u0301 ')).toBe('Ren\u00e9')
    expect(plainText(4).parse('Rene\u0301')).toBe('Ren\u00e9')
    expect(plainText(4).parse('    Rini    ')).toBe('Rini')
  })

  it('refuses what is longer than allowed', () => {
    expect(plainText(4).parse('Rini')).toBe('Rini')
    expect(codes(plainText(4).safeParse('Rinia'))).toEqual(['too_big'])
  })

  it.each([' ', 'a', '\u0000', 'e\u0301', '\ud800'])('refuses a megabyte of %j at once', character => {
    const result = plainText(100, { multiline: true }).safeParse(character.repeat(1_000_000))
    expect(result.error?.issues).toMatchObject([{ code: 'too_big', maximum: 100 }])
  })

  it.each([null, undefined, 1, {}, ['a']])('refuses %j, which is no text', value => {
    expect(codes(plainText(100).safeParse(value))).toEqual(['invalid_type'])
  })

  it('can be asked not to be empty', () => {
    expect(codes(plainText(100).safeParse('   '))).toEqual(['too_small'])
  })

  it('is stable: what was accepted is accepted again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), (text, multiline) => {
        const result = plainText(100, { multiline }).safeParse(text)
        if (!result.success) return
        expect(plainText(100, { multiline }).parse(result.data)).toBe(result.data)
        expect(result.data).toBe(text.replaceAll('\r\n', '\n').normalize('NFC').trim())
      })
    )
  })

  it('without control characters has none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(hasControlCharacters(withoutControlCharacters(text))).toBe(false)
      })
    )
    expect(withoutControlCharacters('S\u200bi\u0000ti\u202e')).toBe('Siti')
  })
})
