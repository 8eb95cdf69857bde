import { expect, it } from 'vitest'
import type { RegistryPerson } from '#shared/registry/person'
import { nameKey } from '#shared/residents/name-key'
import { misspelt } from '../../scripts/generated-registry/misspell.ts'
import { registryRows } from '../../scripts/generated-registry/people.ts'
import { randomFrom } from '../../scripts/seeded.ts'
import { registryOf } from './registry-file'

it('finds 95 of 100 misspelt names among ten thousand people, with the person in 90 of 100 village lists', async () => {
  const people: RegistryPerson[] = []
  for await (const batch of registryRows(10_000, 7)) people.push(...batch)
  const registry = await registryOf(people)
  const random = randomFrom(8)
  const asked = people.filter((_, at) => at % 20 === 0)
  let names = 0
  let persons = 0
  for (const person of asked) {
    const text = misspelt(random, person.name)
    const find = (villages: string[]) =>
      registry.find({ text, villages }, 20).families.flatMap(family => family.hits.map(hit => hit.person))
    if (find([]).some(found => nameKey(found.name) === nameKey(person.name))) names++
    if (person.village && find([person.village.code]).some(found => found.nik === person.nik && found.name === person.name)) persons++
  }
  expect(names / asked.length).toBeGreaterThan(0.95)
  expect(persons / asked.length).toBeGreaterThan(0.9)
})
