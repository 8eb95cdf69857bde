import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/clock'
import type { ProgramRule } from '#shared/directory/directory'
import { answerByRules, type Standing } from '#shared/registry/eligibility'
import { LIFE_STATUSES } from '#shared/registry/person'
import { programRules } from '../../build/reference/rules'

const TODAY = '2026-11-22'
const rule = (fields: Partial<ProgramRule> = {}): ProgramRule => ({
  program: 'PBI-JK',
  purpose: 'enrolment',
  maxDecile: 5,
  validFrom: '2026-02-01',
  validTo: null,
  source: 'SK 3/2026',
  ...fields
})
const standing = (fields: Partial<Standing> = {}): Standing => ({
  decile: 3,
  active: [],
  inactive: [],
  exclusions: [],
  lifeStatus: null,
  ...fields
})
const decile = fc.integer({ min: 1, max: 10 })
const day = fc.integer({ min: -900, max: 900 }).map(n => addDays(TODAY, n))
const anyRule = fc
  .record({ maxDecile: decile, validFrom: day, lasts: fc.option(fc.integer({ min: 0, max: 900 })) })
  .map(({ maxDecile, validFrom, lasts }) => rule({ maxDecile, validFrom, validTo: lasts === null ? null : addDays(validFrom, lasts) }))
const anyStanding = fc.record({
  decile: fc.option(decile),
  active: fc.subarray(['pkh', 'sembako', 'pbi-jk']),
  inactive: fc.subarray(['pbi-apbd', 'pip']),
  exclusions: fc.subarray(['civil-servant', 'online-gambling']),
  lifeStatus: fc.constantFrom(null, ...LIFE_STATUSES)
})

describe('a programme rule', () => {
  it('takes in its highest decile and nobody above it', () => {
    fc.assert(
      fc.property(decile, max => {
        const verdicts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(
          n => answerByRules(standing({ decile: n }), [rule({ maxDecile: max })], TODAY)[0]
        )
        expect(verdicts.map(one => one?.verdict)).toEqual([
          ...Array<string>(max).fill('likely'),
          ...Array<string>(10 - max).fill('not-by-this-rule')
        ])
      })
    )
  })

  it('holds from its first day to its last', () => {
    const dated = [rule({ validFrom: '2026-02-01', validTo: '2026-06-30' })]
    const verdictOn = (on: string) => answerByRules(standing(), dated, on)[0]?.verdict
    expect(['2026-01-31', '2026-02-01', '2026-06-30'].map(verdictOn)).toEqual(['ask', 'likely', 'likely'])
    expect(answerByRules(standing(), dated, '2026-07-01')).toEqual([])
  })

  it('that is not in force yet decides nothing, and is named as the next', () => {
    const next = rule({ validFrom: '2027-01-01', maxDecile: 2 })
    expect(answerByRules(standing({ decile: 9 }), [next], TODAY)).toMatchObject([{ verdict: 'ask', reasons: ['no-rule'], rules: [], next }])
    expect(answerByRules(standing({ decile: 3 }), [rule(), next], TODAY)).toMatchObject([{ verdict: 'likely', next }])
  })

  it('never answers by a rule of another day', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), anyStanding, (rules, one) => {
        for (const { rules: used, next } of answerByRules(one, rules, TODAY)) {
          expect(used.every(({ validFrom, validTo }) => validFrom <= TODAY && (validTo === null || validTo >= TODAY))).toBe(true)
          expect(next === null || next.validFrom > TODAY).toBe(true)
        }
      })
    )
  })
})

describe('two rules in force on one day', () => {
  it('that say the same are one answer with both shown', () => {
    const [answer] = answerByRules(standing({ decile: 3 }), [rule(), rule({ validFrom: '2026-10-01', maxDecile: 4 })], TODAY)
    expect(answer).toMatchObject({ verdict: 'likely', reasons: ['within'] })
    expect(answer?.rules).toHaveLength(2)
  })

  it('that differ are a question, not an answer', () => {
    expect(answerByRules(standing({ decile: 5 }), [rule(), rule({ validFrom: '2026-10-01', maxDecile: 4 })], TODAY)).toMatchObject([
      { verdict: 'ask', reasons: ['rules-differ'] }
    ])
  })

  it('answer the same in any order', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 5 }), anyStanding, (rules, one) => {
        const [a, b] = [rules, [...rules].reverse()].map(list => answerByRules(one, list, TODAY)[0])
        expect([a?.verdict, a?.reasons]).toEqual([b?.verdict, b?.reasons])
      })
    )
  })
})

describe('what the data cannot say is asked', () => {
  it('about somebody without a decile, whatever the rules', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { minLength: 1, maxLength: 5 }), anyStanding, (rules, one) => {
        for (const answer of answerByRules({ ...one, decile: null }, rules, TODAY)) expect(answer.verdict).toBe('ask')
      })
    )
    expect(answerByRules(standing({ decile: null }), [rule()], TODAY)).toMatchObject([{ reasons: ['no-decile'] }])
  })

  it('about somebody with a sign against it, though the decile fits', () => {
    expect(answerByRules(standing({ decile: 2, exclusions: ['civil-servant'] }), [rule()], TODAY)).toMatchObject([
      { verdict: 'ask', reasons: ['excluded', 'within'] }
    ])
    expect(answerByRules(standing({ lifeStatus: 'moved' }), [rule()], TODAY)).toMatchObject([
      { verdict: 'ask', reasons: ['moved', 'within'] }
    ])
  })

  it('and a firm answer always rests on a decile, on rules that agree, and on no sign against it', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 5 }), anyStanding, (rules, one) => {
        for (const { verdict, rules: used } of answerByRules(one, rules, TODAY)) {
          if (verdict === 'ask') continue
          expect(one).toMatchObject({ decile: expect.any(Number), exclusions: [] })
          expect([null, 'active']).toContain(one.lifeStatus)
          expect(used.length).toBeGreaterThan(0)
          expect(used.every(({ maxDecile }) => (one.decile ?? 0) <= maxDecile === (verdict === 'likely'))).toBe(true)
        }
      })
    )
  })
})

it('answers for each programme of the shipped rules, with what the family gets and no longer gets', () => {
  const answers = answerByRules(standing({ decile: 5, active: ['sembako'], inactive: ['pbi-jk'] }), programRules, TODAY)
  expect(answers.map(({ program, verdict, state }) => [program, verdict, state])).toEqual([
    ['PKH', 'not-by-this-rule', null],
    ['Sembako', 'likely', 'active'],
    ['PBI-JK', 'likely', 'inactive']
  ])
  expect(answers[2]?.rules.map(({ source }) => source)).toEqual(['Keputusan Menteri Sosial 3/2026'])
})
