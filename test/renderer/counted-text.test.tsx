import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { startText } from '../../src/renderer/text/i18n'
import { id } from '../../src/renderer/text/id'

const RENDERER = join(import.meta.dirname, '../../src/renderer')
const counted = Object.entries(id).flatMap(([feature, texts]) =>
  Object.keys(texts).flatMap(key => (key.endsWith('_other') ? [`${feature}.${key.slice(0, -'_other'.length)}`] : []))
)
const source = (readdirSync(RENDERER, { recursive: true }) as string[])
  .filter(name => /\.tsx?$/.test(name))
  .map(name => readFileSync(join(RENDERER, name), 'utf8'))
  .join('\n')

describe('a sentence with a count', () => {
  it.each([
    ['en', 1, '1 referral waits for an answer'],
    ['en', 0, '0 referrals wait for an answer'],
    ['en', 1234, '1,234 referrals wait for an answer'],
    ['id', 1, '1 rujukan menunggu jawaban'],
    ['id', 1234, '1.234 rujukan menunggu jawaban']
  ] as const)('says in %s of %i: %s', async (language, count, said) => {
    await startText(language)
    expect(i18next.t('referrals.open', { count })).toBe(said)
  })

  it.each(counted)('%s is told its count wherever it is said, or it would show as its key', key => {
    const said = source.split(`'${key}'`).slice(1)
    expect(said.length).toBeGreaterThan(0)
    for (const after of said) expect(after.slice(0, 100)).toMatch(/^(?: : '[\w.]+')?, (?:\{[^}]*\bcount\b|facts\))/)
  })
})
