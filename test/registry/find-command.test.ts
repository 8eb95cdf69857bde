import { expect, it } from 'vitest'
import { buildRegistry } from '#registry/build'
import { runRegistryCommand } from '#registry/cli/run'
import { registryPlaceIn } from '#registry/place'
import { REFERENCE_FILE } from '#test/support/reference-file'
import { batches, person, registryPlace } from './registry-file'

const NIK = '3324011504809999'

async function command({ isBuilt = true, others = [] as ReturnType<typeof person>[] } = {}) {
  const { folder, request } = registryPlace()
  const { path, key, signer } = registryPlaceIn(folder, { isNew: true })
  const village = { codeSet: 'kemendagri', code: '33.24.01.2001' } as const
  const people = [person('SITI AMINAH', { nik: NIK, decile: 3, village }), ...others]
  if (isBuilt) await buildRegistry({ ...request([]), path, key, signer, rows: batches(people) })
  return async (...args: string[]) => {
    const said: string[] = []
    const noted: string[] = []
    const shell = {
      say: (text: string) => void said.push(text),
      note: (text: string) => void noted.push(text),
      now: () => 0,
      referenceFile: REFERENCE_FILE,
      importProgram: new URL('file:///')
    }
    const code = await runRegistryCommand(shell, [...args, '--data', folder])
    return { code, said: said.join('\n'), noted: noted.join('\n') }
  }
}

it('answers a search with rows as JSON, and with masked numbers in what people read', async () => {
  const run = await command()
  const { said } = await run('find', 'Siti', 'Amina', '--json', '--limit', '5')
  expect(JSON.parse(said)).toMatchObject({ hits: [{ nik: NIK, decile: 3, why: 'name-spelling', source: 'DTSEN', period: '2026-T4' }] })
  const read = await run('find', 'Siti Amina')
  expect(read.said).toContain('decile 3 (another spelling)')
  expect(read.said).not.toContain(NIK)
})

it.each(['33.24.01.2001', '3324012001'])('looks in one village, its code written %s', async code => {
  const run = await command()
  expect((await run('find', 'Siti', '--village', code)).said).toContain('SITI AMINAH')
  expect((await run('find', 'Siti', '--village', '33.24.01.2002', '--village', code)).said).toContain('SITI AMINAH')
})

it('finds by a name with the village or subdistrict behind it, and says so; a name that is a village’s too is found as a name first', async () => {
  const run = await command({
    others: [
      person('SITI FATIMAH', { nik: '3324145708900011', village: { codeSet: 'kemendagri', code: '33.24.14.2006' } }),
      person('SITI KEBONHARJO', { nik: '3324145708900021', village: { codeSet: 'kemendagri', code: '33.24.01.2001' } })
    ]
  })
  const namesOf = async (...typed: string[]) =>
    (JSON.parse((await run('find', ...typed, '--json')).said).hits as { name: string; isOfPlace: boolean }[]).map(one => [
      one.name,
      one.isOfPlace
    ])
  expect(await namesOf('siti fatimah patebon')).toEqual([['SITI FATIMAH', true]])
  expect((await namesOf('siti kebonharjo')).slice(0, 2)).toEqual([
    ['SITI KEBONHARJO', false],
    ['SITI FATIMAH', true]
  ])
  expect((await run('find', 'siti fatimah desa kebonharjo')).said).toContain('SITI FATIMAH')
  expect((await run('find', 'siti fatimah kebonharjo')).said).toContain('(this name, of that place)')
})

it('says that not found does not mean not entitled', async () => {
  expect((await (await command())('find', 'Nobody Here')).said).toContain('does not mean not entitled')
})

it('says which edition is in service, and proves it when asked', async () => {
  const run = await command()
  expect((await run('status', '--prove')).said).toMatch(/^DTSEN 2026-T4: 1 person, taken on 2026-11-18/)
  expect(JSON.parse((await run('status', '--json')).said)).toMatchObject({ rowCount: 1, isProven: false })
})

it.each([
  [['find', 'Siti', '--limit', 'many'], 2, '--limit'],
  [['find'], 2, 'Say a NIK'],
  [['find', 'Siti', '--village', 'KEBONHARJO'], 2, '--village is a code'],
  [['find', 'Siti', '--birth-year', '80'], 2, '--birth-year is a year']
])('refuses %j with a sentence', async (args, code, sentence) => {
  const answer = await (await command())(...args)
  expect(answer).toMatchObject({ code, noted: expect.stringContaining(sentence) })
})

it('says so where nothing was imported yet', async () => {
  const answer = await (await command({ isBuilt: false }))('find', 'Siti')
  expect(answer).toMatchObject({ code: 1, noted: 'No registry has been imported into this folder.' })
})
