import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LETTER_TYPES } from '#shared/directory/directory'
import type { LetterFacts, LetterType } from '#shared/letters/letter'
import { letterSheet } from '#shared/letters/letter-body'
import { printable } from '#shared/paper/printable'
import type { Sheet } from '#shared/paper/sheet'
import { sampleFacts } from '#test/support/letter-facts'
import { SheetView } from '../../src/renderer/paper/SheetView'

/** Facts that are codes, days or choices, which no officer types freely. */
const FIXED = new Set([
  'paper',
  'sifat',
  'logo',
  'sex',
  'religion',
  'maritalStatus',
  'capacity',
  'source',
  'period',
  'nip',
  'code',
  'codeText'
])
/** A hundred letters, on a machine that does other things as well. */
const PATIENCE_MS = 180_000
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** The facts of a letter with one text in every place that a person can type into, between marks of where it stands. */
function factsWith(type: LetterType, text: string): LetterFacts {
  const fill = (value: unknown, path: string, name: string): unknown => {
    if (typeof value === 'string') return FIXED.has(name) || isDay(value) ? value : `«${path}»${text}«/${path}»`
    if (Array.isArray(value)) return value.map((inner, index) => fill(inner, `${path}${index}`, name))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, `${path}.${key}`, key)]))
  }
  return fill(sampleFacts(type), '', '') as LetterFacts
}

function drawn(sheet: Sheet) {
  const { body } = new DOMParser().parseFromString(renderToStaticMarkup(<SheetView sheet={sheet} />), 'text/html')
  const elements = [...body.querySelectorAll('*')]
  return {
    text: body.textContent ?? '',
    tags: elements.map(element => element.tagName),
    attributes: elements.flatMap(element => element.getAttributeNames())
  }
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 40 }).map(codes => String.fromCharCode(...codes)),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</td></table><h1>x',
    '&lt;b&gt; &amp; &#0;',
    '\u202Egnp.exe',
    'a\u0000b\u0007c\u001B[2Jd',
    '{{7*7}}<%= 1 %>',
    'x'.repeat(900),
    '\uD800\uDC00\uD800',
    'Ñoño ŞĞİ 你好 عربى 👩‍👩‍👧'
  )
)

it('[F25] shows hostile text in every fact of a letter as plain text, in the same frame as ordinary text', { timeout: PATIENCE_MS }, () => {
  const ordinary = new Map(LETTER_TYPES.map(type => [type, drawn(letterSheet(type, factsWith(type, 'aman')))]))
  fc.assert(
    fc.property(fc.constantFrom(...LETTER_TYPES), hostile, (type, text) => {
      const calm = ordinary.get(type)
      const shown = drawn(letterSheet(type, factsWith(type, text)))
      expect(shown.tags).toEqual(calm?.tags)
      expect(shown.attributes).toEqual(calm?.attributes)
      expect(shown.text).toBe(calm?.text.replaceAll('»aman«', () => `»${printable(text)}«`))
    }),
    { numRuns: 100 }
  )
})

it('draws no style, no handler and no address on any element', () => {
  for (const type of LETTER_TYPES) {
    const { attributes } = drawn(letterSheet(type, sampleFacts(type)))
    expect(attributes.filter(name => name === 'style' || name === 'href' || name.startsWith('on'))).toEqual([])
  }
})

it('draws a draft with KONSEP and without any code', () => {
  const { text, tags } = drawn(letterSheet('rujukan-kesehatan', sampleFacts('rujukan-kesehatan', { number: null })))
  expect(text).toContain('KONSEP')
  expect(tags).not.toContain('svg')
})
