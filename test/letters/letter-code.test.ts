import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDayNumber } from '#shared/clock'
import { encodeBase45 } from '#shared/letters/base45'
import { encodeLetterCode, type LetterClaims, letterCodeText, parseLetterCode } from '#shared/letters/letter-code'

const usual: LetterClaims = {
  number: '400.9/012/SLRT-A/XI/2026',
  issuedOn: '2026-11-21',
  letterType: 'rujukan-kesehatan',
  dataHash: Uint8Array.from({ length: 16 }, (_, index) => index * 16),
  keyId: '00ff12ab',
  initials: 'S.A.',
  nikTail: '0001'
}
const signature = Uint8Array.from({ length: 64 }, (_, index) => 255 - index)
const usualText = letterCodeText(encodeLetterCode(usual), signature)

const printable = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'ABCxyz0189./- é'), maxLength })
const claims: fc.Arbitrary<LetterClaims> = fc.record({
  number: printable(40),
  issuedOn: fc.nat(0xffff).map(dateOfDayNumber),
  letterType: printable(20),
  dataHash: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  keyId: fc.stringMatching(/^[0-9a-f]{8}$/),
  initials: printable(16),
  nikTail: printable(8)
})
const signatures = fc.uint8Array({ minLength: 64, maxLength: 64 })

describe('the code of a letter', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(claims, signatures, (given, signed) => {
        const payload = encodeLetterCode(given)
        expect(parseLetterCode(letterCodeText(payload, signed))).toEqual({ ok: true, claims: given, payload, signature: signed })
      })
    )
  })

  it('fits a small QR in its densest mode', () => {
    expect(usualText).toMatch(/^SLRT1:[0-9A-Z $%*+./:-]+$/)
    expect(usualText.length).toBeLessThanOrEqual(230)
    const long = { ...usual, number: '400.9.13/012/SLRT-A/VIII/2026', letterType: 'rekomendasi-pbi-jk', initials: 'S. A.' }
    expect(letterCodeText(encodeLetterCode(long), signature).length).toBeLessThanOrEqual(230)
  })

  it('survives the spaces and line ends that scanners add', () => {
    expect(parseLetterCode(` ${usualText}\r\n`)).toEqual(parseLetterCode(usualText))
  })

  it('is damaged by any one wrong, missing or added character', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
    for (let at = 'SLRT1:'.length; at < usualText.length; at += 1) {
      const wrong = alphabet.charAt((alphabet.indexOf(usualText.charAt(at)) + 1 + at) % 45)
      const mutations = [usualText.slice(0, at) + usualText.slice(at + 1), usualText.slice(0, at)]
      if (wrong !== usualText.charAt(at)) mutations.push(usualText.slice(0, at) + wrong + usualText.slice(at + 1))
      for (const text of mutations) expect(parseLetterCode(text)).toEqual({ ok: false, problem: 'damaged' })
    }
    expect(parseLetterCode(`${usualText}0`)).toEqual({ ok: false, problem: 'damaged' })
    expect(parseLetterCode(usualText.toLowerCase().replace('slrt', 'SLRT'))).toEqual({ ok: false, problem: 'damaged' })
  })

  it('never keeps payload and signature when its text was changed', () => {
    const before = parseLetterCode(usualText)
    const edit = fc.record({
      at: fc.nat(usualText.length),
      cut: fc.nat(4),
      put: fc.string({ unit: fc.constantFrom(...'0AZ9 :$%'), maxLength: 4 })
    })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), edits => {
        const text = edits.reduce((old, { at, cut, put }) => old.slice(0, at) + put + old.slice(at + cut), usualText)
        fc.pre(text.trim() !== usualText)
        expect(parseLetterCode(text)).not.toEqual(before)
      }),
      { numRuns: 1000 }
    )
  })

  it('tells every two different letters apart', () => {
    fc.assert(
      fc.property(claims, claims, (one, other) => {
        fc.pre(JSON.stringify([...one.dataHash, one]) !== JSON.stringify([...other.dataHash, other]))
        expect([...encodeLetterCode(one)]).not.toEqual([...encodeLetterCode(other)])
      })
    )
  })
})

describe('what is scanned', () => {
  it.each([
    '',
    ' ',
    'SLRT',
    'SLRT:',
    'SLRT0:00',
    'SLRT01:00',
    'slrt1:BB8',
    'SLRT1',
    'xSLRT1:BB8',
    'https://example.org/SLRT1:BB8',
    '3324011708900001',
    'U-012'
  ])('%j is no letter code', text => {
    expect(parseLetterCode(text)).toEqual({ ok: false, problem: 'not-a-letter-code' })
  })

  it.each(['SLRT1:', 'SLRT1:BB8', 'SLRT1:!!!', 'SLRT1:SLRT1:', `SLRT1:${'0'.repeat(150)}`])('%j is damaged', text => {
    expect(parseLetterCode(text)).toEqual({ ok: false, problem: 'damaged' })
  })

  it.each([usualText.replace('SLRT1', 'SLRT2'), 'SLRT9:anything', 'SLRT999:'])('%j is newer than this desk', text => {
    expect(parseLetterCode(text)).toEqual({ ok: false, problem: 'newer-version' })
  })

  it('of a megabyte is turned away unread', () => {
    expect(parseLetterCode(`SLRT1:${'0'.repeat(1_000_000)}`)).toEqual({ ok: false, problem: 'not-a-letter-code' })
  })

  it.each([
    ['of a newer layout', (payload: number[]) => [2, ...payload.slice(1)], 'newer-version'],
    ['of no layout', (payload: number[]) => [0, ...payload.slice(1)], 'damaged'],
    ['with bytes left over', (payload: number[]) => [...payload, 0], 'damaged'],
    ['cut short', (payload: number[]) => payload.slice(0, -1), 'damaged'],
    ['without its last text', (payload: number[]) => payload.slice(0, -5), 'damaged'],
    ['with a length past the end', (payload: number[]) => [...payload.slice(0, -5), 16, 1], 'damaged'],
    ['with a length past the limit', (payload: number[]) => [...payload.slice(0, -5), 17, ...Array(17).fill(48)], 'damaged'],
    ['with broken UTF-8', (payload: number[]) => [...payload.slice(0, -1), 0xff], 'damaged'],
    ['with a control character', (payload: number[]) => [...payload.slice(0, -1), 0x1b], 'damaged']
  ])('though its checksum is right, a payload %s is refused', (_, change, problem) => {
    const payload = Uint8Array.from(change([...encodeLetterCode(usual)]))
    expect(parseLetterCode(letterCodeText(payload, signature))).toEqual({ ok: false, problem })
  })

  it('never throws, and reads only what it could have written', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ $%*+-./:'), maxLength: 260 }).map(text => `SLRT1:${text}`),
      fc.uint8Array({ maxLength: 160 }).map(bytes => `SLRT1:${encodeBase45(bytes)}`),
      fc
        .tuple(fc.uint8Array({ minLength: 0, maxLength: 60 }), signatures)
        .map(([tail, signed]) => letterCodeText(Uint8Array.from([1, ...tail]), signed))
    )
    fc.assert(
      fc.property(junk, text => {
        const code = parseLetterCode(text)
        if (code.ok) expect(letterCodeText(encodeLetterCode(code.claims), code.signature)).toBe(text.trim())
        else expect(code.problem).toMatch(/^(not-a-letter-code|damaged|newer-version)$/)
      }),
      { numRuns: 1000 }
    )
  })
})

describe('claims that do not fit', () => {
  it.each<Partial<LetterClaims>>([
    { number: 'x'.repeat(81) },
    { letterType: 'x'.repeat(41) },
    { initials: 'é'.repeat(17) },
    { nikTail: '12345678901234567' },
    { number: 'a\u0000' },
    { initials: '\ud800' },
    { keyId: '' },
    { keyId: '00FF12AB' },
    { keyId: '00ff12abc' },
    { keyId: 'zzzzzzzz' },
    { dataHash: new Uint8Array(15) },
    { dataHash: new Uint8Array(32) },
    { issuedOn: '2026-02-31' },
    { issuedOn: '1969-12-31' },
    { issuedOn: '2149-06-07' }
  ])('throw: %j', wrong => {
    expect(() => encodeLetterCode({ ...usual, ...wrong })).toThrow(RangeError)
  })

  it('and neither does a signature of another length', () => {
    expect(() => letterCodeText(encodeLetterCode(usual), new Uint8Array(63))).toThrow(RangeError)
  })
})
