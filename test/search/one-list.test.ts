import { beforeEach, describe, expect, it } from 'vitest'
import type { Hit } from '#shared/search/search.contract'
import { givenResident } from '#test/support/given'
import { givenRegistry, registryPerson } from '#test/support/given-registry'
import { type TestDesk, testDesk, value } from '#test/support/test-desk'

let at: TestDesk
let serial = 0
const inRegistry = (name: string) => registryPerson({ name, nik: `332410570890${++serial + 1000}`, kk: `332414120315${serial + 2000}` })
const here = (name: string) => givenResident(at.api, { name, nik: `33241057089${10_001 + ++serial * 37}`, birthDate: null })
const find = async (text: string) => value(await at.api.search.find({ text, purpose: 'look-up' }))
const named = async (text: string) =>
  (await find(text)).flatMap((hit: Hit) => (hit.kind === 'resident' || hit.kind === 'registry' ? [[hit.kind, hit.name, hit.why]] : []))

beforeEach(async () => {
  at = await testDesk({ officer: 'front-office' })
})

describe('residents and the register in one list', () => {
  it('have every asked word before a word that only begins so, whichever of them knows it', async () => {
    await givenRegistry(at.desk, [inRegistry('SITI AMINAHSUSILOWATI'), inRegistry('SITI AMINAH CONTOH')])
    await here('Siti Aminahwati')
    expect((await named('siti aminah')).map(([, name]) => name)).toEqual(['SITI AMINAH CONTOH', 'Siti Aminahwati', 'SITI AMINAHSUSILOWATI'])
  })

  it('put the very name first, and of two such the one this office knows', async () => {
    await givenRegistry(at.desk, [inRegistry('SITI AMINAH CONTOH'), inRegistry('SITI AMINAH')])
    await here('Siti Aminah Sari')
    await here('Siti Aminah')
    expect(await named('siti aminah')).toEqual([
      ['resident', 'Siti Aminah', 'name'],
      ['registry', 'SITI AMINAH', 'name'],
      ['resident', 'Siti Aminah Sari', 'name-more'],
      ['registry', 'SITI AMINAH CONTOH', 'name-more']
    ])
  })

  it('bring whom this office knows right behind, however many words of the name were not typed', async () => {
    await givenRegistry(at.desk, [inRegistry('SITI'), inRegistry('SITI ANGGRAINI')])
    await here('Siti Aminah Contoh Sari')
    expect((await named('siti')).map(([, name]) => name)).toEqual(['SITI', 'Siti Aminah Contoh Sari', 'SITI ANGGRAINI'])
  })

  it('say why a misspelt name was found, also when only one of them has it', async () => {
    await givenRegistry(at.desk, [inRegistry('SUGENG RIYADI'), inRegistry('SUGENG SANTOSO')])
    await here('Sugeng Riyanto')
    expect((await named('sugeng riyafi'))[0]).toEqual(['registry', 'SUGENG RIYADI', 'name-near'])
  })
})
