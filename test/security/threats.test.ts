import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/security.md', 'utf8')
const part = page.slice(page.indexOf('## Threats'), page.indexOf('## The window'))
const rows = part
  .split('\n')
  .filter(line => /^\| (F\d+|–) \|/.test(line))
  .map(line => line.split(' | ').map(cell => cell.replace(/^\| | \|$/g, '')) as [string, string, string])
/** `test/x.test.ts: words of its title`, as many as a row names. */
const named = rows.flatMap(([number, , held]) =>
  [...held.matchAll(/(test\/[\w/.-]+\.(?:test|e2e)\.tsx?)(?:: ([^;|)]+))?/g)].map(([, file = '', title = '']) => ({
    number,
    file,
    title: title.trim()
  }))
)

describe('the threat table in docs/security.md', () => {
  it('has every number, each with what holds it', () => {
    const numbers = rows.map(([number]) => number).filter(number => number !== '–')
    expect(numbers).toEqual(Array.from({ length: 38 }, (_, n) => `F${n + 1}`))
    for (const [number, , held] of rows) expect([number, held]).toEqual([number, expect.stringMatching(/test\/|Windows/)])
  })

  it.each(named)('$number: $file has "$title"', ({ file, title }) => {
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(title)
  })

  it('names for every number at least one test with that number in its title; F9 needs Windows', () => {
    const numbers = new Set(rows.map(([number]) => number).filter(number => number !== '–' && number !== 'F9'))
    for (const { number, file } of named) {
      const titles = readFileSync(file, 'utf8').matchAll(/(['`])(?:\\.|(?!\1).)*\1/g)
      for (const [title] of titles) if (new RegExp(`\\b${number}\\b`).test(title) && title.length > 8) numbers.delete(number)
    }
    expect([...numbers]).toEqual([])
  })

  it('sends whoever has a Windows PC to a list that has the number', () => {
    const list = readFileSync('docs/windows-checklist.md', 'utf8')
    for (const [number, , held] of rows)
      if (held.includes('Windows')) expect([number, list.includes(`| ${number} |`)]).toEqual([number, true])
  })
})
