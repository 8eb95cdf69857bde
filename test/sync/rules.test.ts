import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { plants } from './sim/plants/plants'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** `- V1 A change is …`, and a second rule in the same line: `… a clash. C5 \`fixed\`: …`. */
const rules = new Set([...read('src/shared/sync/SPEC.md').matchAll(/(?:^- |\. )([A-Z]\d+) (?=[A-Z`])/gm)].map(match => match[1] ?? ''))
const parts = new Set([...rules].map(rule => rule[0]))

/** What the titles of the tests name in brackets, `[S1, S3] loses nothing`, and what the simulation finds broken. */
const cited = (readdirSync(join(ROOT, 'test'), { recursive: true }) as string[])
  .filter(path => /\.(?:test|e2e)\.tsx?$/.test(path))
  .flatMap(path => [...read(join('test', path)).matchAll(/\[([A-Z]\d+(?:, [A-Z]\d+)*)\]/g)].flatMap(match => match[1]?.split(', ') ?? []))
  .concat(plants.map(({ rule }) => rule))

it('every rule of replication is proved by a test that names it', () => {
  expect(rules.size).toBeGreaterThan(70)
  expect([...rules].filter(rule => !cited.includes(rule))).toEqual([])
})

it('no test names a rule that is not there', () => {
  expect(cited.filter(rule => parts.has(rule[0]) && !rules.has(rule))).toEqual([])
})
