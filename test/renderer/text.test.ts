import { describe, expect, it } from 'vitest'
import type { ClosedReason } from '#shared/rpc/call'
import { en } from '../../src/renderer/text/en'
import { problems as enProblems } from '../../src/renderer/text/en/problems'
import { id } from '../../src/renderer/text/id'
import { problems as idProblems } from '../../src/renderer/text/id/problems'
import type { DeskProblem } from '../../src/renderer/text/problem'
import { problemText } from '../../src/renderer/text/problem-text'
import { refusalWord } from '../../src/renderer/text/refusal-word'

type Texts = { [key: string]: string | Texts }
const leaves = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${path}${key}`, text] as [string, string]] : leaves(text, `${path}${key}.`)
  )
const FACT = /\{\{(\w+)(?:, number)?\}\}/g
const facts = (text: string): string[] => [...text.matchAll(FACT)].map(match => match[1] ?? '').sort()
/** Facts that are words and not numbers, where a word that could be a plural comes after them. */
const WORDS = new Set(['name', 'district'])
/** What cannot be said of one: `1 rows`, `1 later records`, `1 people are`. */
const isWrongForOne = (said: string): boolean =>
  [...said.matchAll(/\b1 (\w+)(?: (\w+))?/g)].some(([, next = '', after = '']) =>
    [next, next === 'of' || VERBS.has(next) ? '' : after].some(word => /[^s]s$|^(people|are|were|have)$/.test(word) && !VERBS.has(word))
  )
const VERBS = new Set(['is', 'was', 'has', 'takes', 'waits', 'keeps', 'needs', 'this', 'as'])

describe('the sentences', () => {
  const [indonesian, english] = [new Map(leaves(id)), new Map(leaves(en))]

  it('have the same keys in both languages, and English says of one what it says of many', () => {
    const wanted = [...indonesian.keys()].flatMap(key => (key.endsWith('_other') ? [key, key.replace(/_other$/, '_one')] : [key]))
    expect([...english.keys()].sort()).toEqual(wanted.sort())
  })

  it('are right in English for one of each thing', () => {
    const wrong = [...english]
      .filter(([key]) => !key.endsWith('_other'))
      .map(([key, text]) => [key, text.replace(FACT, (_, fact: string) => (WORDS.has(fact) ? 'Word' : '1'))] as const)
      .filter(([, said]) => isWrongForOne(said))
    expect(wrong).toEqual([])
  })

  it('write what is counted with `count`, grouped as the language groups', () => {
    const counted = [...indonesian, ...english].filter(([key]) => /_(one|other)$/.test(key))
    expect(counted.filter(([, text]) => !text.includes('{{count, number}}'))).toEqual([])
  })

  it('are never empty', () => {
    expect([...indonesian, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('name the same facts in both languages', () => {
    const differing = [...indonesian]
      .filter(([key, text]) =>
        [key, key.replace(/_other$/, '_one')].some(one => facts(text).join() !== facts(english.get(one) ?? '').join())
      )
      .map(([key]) => key)
    expect(differing).toEqual([])
  })
})

/** Every fact that any problem carries, so that each kind can be spoken. */
const everyFact = {
  fields: ['pin'],
  reference: 'K7Q2',
  reason: 'damaged' satisfies ClosedReason,
  seconds: 30,
  blocks: ['day-out-of-range'],
  residentId: 'r',
  name: 'Siti Aminah',
  candidates: [{}, {}],
  status: 'done',
  from: 'resolved',
  to: 'in-process',
  numbers: ['K-A-2026-0001'],
  tickets: ['U-001'],
  facts: ['purpose'],
  letterId: 'l',
  number: '400.9/012/SLRT-A/XI/2026',
  issuedOn: '2026-11-02',
  validUntil: null,
  unitCode: 'SLRT-B',
  year: 2026,
  days: 15,
  visitors: 2,
  lastIssuedOn: '2026-11-02',
  proposalId: 'p',
  recordedOn: '2026-11-02',
  letter: 'A',
  looksLike: 'PDF',
  columns: ['nik'],
  held: '2026',
  kept: 2,
  read: 3,
  megabytes: 900,
  why: 'damaged',
  attemptId: 'a'
}

/** Where one fact has other words in another problem. */
const ownFacts: Record<string, object> = {
  'weak-pin': { why: 'date' },
  'weak-password': { why: 'personal' },
  'not-confirmed': { why: 'wait' }
}

describe('the problems', () => {
  it('are spoken of in both languages', () => {
    expect(Object.keys(enProblems).sort()).toEqual(Object.keys(idProblems).sort())
  })

  it.each(Object.keys(idProblems).flatMap(kind => [[kind, 'id'] as const, [kind, 'en'] as const]))(
    'say of %s (%s) what happened, what is safe and what to do',
    (kind, language) => {
      const said = problemText({ kind, ...everyFact, ...ownFacts[kind] } as unknown as DeskProblem, language)
      for (const sentence of [said.happened, said.safe, said.todo]) {
        expect(sentence).toMatch(/^\S.*[.?]$/)
        expect(sentence).not.toMatch(/undefined|null|\[object/)
      }
    }
  )

  it.each(Object.keys(idProblems).flatMap(kind => [[kind, 'id'] as const, [kind, 'en'] as const]))(
    'are told in the access log by their kind alone: %s (%s)',
    (kind, language) => {
      const said = refusalWord(kind, language) ?? ''
      expect(said).toMatch(/\S/)
      expect(said).not.toMatch(/undefined|null|\[object|NaN|[a-z]-[a-z]+-[a-z]/)
      expect(said).not.toBe(kind)
    }
  )

  it.each(Object.keys(enProblems))('say of %s in English what is right for one of each thing', kind => {
    const one = { ...everyFact, ...ownFacts[kind], seconds: 1, days: 1, kept: 1, held: 1, read: 1, megabytes: 1 }
    const said = problemText({ kind, ...one } as unknown as DeskProblem, 'en')
    expect([said.happened, said.safe, said.todo].filter(isWrongForOne)).toEqual([])
  })
})
