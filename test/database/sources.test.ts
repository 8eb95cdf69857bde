import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const main = join(import.meta.dirname, '../../src/main')
const sources = (readdirSync(main, { recursive: true }) as string[])
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name, text: readFileSync(join(main, name), 'utf8') }))

/** On an encrypted database the first throws, and the other two write plain text. */
it.each([/\.backup\(/, /\.serialize\(/, /\battach\s+(database|\?|')/i, /pragma\('synchronous\s*=\s*(off|normal|0|1)/i])(
  'nothing in the main process says %s',
  pattern => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([])
  }
)

it('only open.ts names a cipher, and only one that notices a flipped bit', () => {
  const naming = sources
    .filter(({ text }) => /pragma\([^)]*cipher\s*=/.test(text))
    .map(({ name, text }) => [name.replaceAll('\\', '/'), text.match(/cipher\s*=\s*'(\w+)'/)?.[1]])
  expect(naming).toEqual([['database/open.ts', 'chacha20']])
})
