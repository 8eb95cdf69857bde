import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Registry } from '#registry/registry'
import { nameKey, nameWords } from '#shared/residents/name-key'
import { person, registryOf } from './registry-file'

const LIMIT = 60
const found = (registry: Registry, text: string, limit = LIMIT) =>
  registry.find({ text }, limit).families.flatMap(family => family.hits.map(hit => ({ name: hit.person.name, why: hit.why })))

/** Words of which some begin others, and some are others in another spelling. */
const WORDS = [
  'SITI',
  'SITINAH',
  'AMINA',
  'AMINAH',
  'AMINAHSUSILOWATI',
  'AMINI',
  'NUR',
  'NURHAYATI',
  'CONTOH',
  'SARI',
  'SARINAH',
  'SARITA',
  'MUHAMMAD'
]
/** A word of one sound stands in a name once: the index of names holds it once. */
const aName = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4, selector: nameKey }).map(words => words.join(' '))

const hasEvery = (name: string, asked: readonly string[]): boolean => asked.every(word => nameWords(name).includes(word))
/** Every word but the last, and one that only begins as the last does: it is not the same word in another spelling. */
const onlyBegins = (name: string, asked: readonly string[]): boolean => {
  const last = asked.at(-1) ?? ''
  const words = nameWords(name)
  return (
    !words.some(word => nameKey(word) === nameKey(last)) && hasEvery(name, asked.slice(0, -1)) && words.some(word => word.startsWith(last))
  )
}

describe('the order of names', () => {
  it('puts the very name first, then those with every asked word, and only then those in which one begins so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(aName, { minLength: 2, maxLength: 14 }), fc.nat(), async (names, pick) => {
        const registry = await registryOf(names.map(name => person(name)))
        const asked = (names[pick % names.length] ?? '').split(' ')
        const order = found(registry, asked.join(' ')).map(hit => hit.name)
        expect(order[0]).toBe(asked.join(' '))
        const lastWhole = order.findLastIndex(name => hasEvery(name, asked))
        const firstBegun = order.findIndex(name => onlyBegins(name, asked))
        if (firstBegun >= 0) expect(lastWhole).toBeLessThan(firstBegun)
        for (const name of names) if (hasEvery(name, asked)) expect(order).toContain(name)
      }),
      { numRuns: 60 }
    )
  })

  it('takes Siti Aminah Contoh before Siti Aminahsusilowati, however common the latter is', async () => {
    const registry = await registryOf([
      ...Array.from({ length: 40 }, () => person('SITI AMINAHSUSILOWATI')),
      person('SITI AMINAHS'),
      person('SITI AMINAH CONTOH')
    ])
    expect(found(registry, 'siti aminah', 20)[0]).toEqual({ name: 'SITI AMINAH CONTOH', why: 'name-more' })
  })

  it('still lists all of a sound when somebody is called by a shorter word of the same beginning', async () => {
    const registry = await registryOf([person('FAAR ANWAR'), person('PARTI'), person('PARNO')])
    expect(found(registry, 'par').map(hit => hit.name)).toEqual(['PARNO', 'PARTI', 'FAAR ANWAR'])
  })
})

describe('the places of a full list', () => {
  const many = (name: string, count: number) => Array.from({ length: count }, () => person(name))

  it('are kept for other names too, so that a real name typed by mistake leads to the one that was meant', async () => {
    const registry = await registryOf([...many('SUGITO HADI', 9), ...many('SUGITO ALI', 15), ...many('SUGITA', 3), person('SUGITI')])
    const names = found(registry, 'sugito', 20).map(hit => hit.name)
    expect(names).toHaveLength(20)
    expect(names).toEqual(expect.arrayContaining(['SUGITA', 'SUGITI']))
  })

  it('are all given to the very name as long as they hold all of its bearers', async () => {
    const registry = await registryOf([...many('SUGITO', 20), ...many('SUGITA', 3)])
    expect(new Set(found(registry, 'sugito', 20).map(hit => hit.name))).toEqual(new Set(['SUGITO']))
  })

  it('go to the commoner of two names that are as near', async () => {
    const registry = await registryOf([...many('SUGITA', 2), ...many('SUGITI', 8)])
    expect(found(registry, 'sugite', 20)[0]?.name).toBe('SUGITI')
  })
})
