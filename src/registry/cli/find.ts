import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { counted } from '#shared/counted'
import type { Edition } from '#shared/registry/edition'
import { type RegistryHit, RegistryQuery } from '#shared/registry/find'
import { maskNik } from '#shared/residents/nik'
import { readTypedSearch } from '#shared/search/typed-search'
import { openRegistry } from '../open'
import { registryPlaceIn } from '../place'
import { findWithPlaces, type PlacedFinding } from './find-with-places'
import { type Command, type Shell, UsageError } from './shell'

const WHY: Record<RegistryHit['why'], string> = {
  nik: 'this NIK',
  kk: 'this family card',
  'nik-start': 'NIK begins so',
  'kk-start': 'family card begins so',
  'nik-near': 'NIK one slip away',
  'kk-near': 'family card one slip away',
  name: 'this name',
  'name-spelling': 'another spelling',
  'name-start': 'name begins so',
  'name-near': 'some letters differ',
  'name-more': 'has a word more',
  'name-words': 'lacks a word'
}

/** Numbers are masked in what people read; `--json` gives the rows as the registry has them. */
export const findCommand: Command = {
  usage:
    'find "NIK, KK, or name with a village, a year of birth or an age" --data DIR [--limit 20] [--village CODE]... [--birth-year YYYY] [--head NAME] [--json]   looks somebody up',
  async run(shell, args) {
    const { data, limit, query, isJson } = given(args, new Date(shell.now()).getFullYear())
    const place = registryPlaceIn(data, { isNew: false })
    const registry = openRegistry(place.path, place.key, place.signer.trust)
    try {
      const finding = findWithPlaces(registry, query, limit, shell.referenceFile)
      if (isJson) shell.say(JSON.stringify(asJson(registry.edition, finding)))
      else tell(shell, registry.edition, finding)
      return 0
    } finally {
      registry.close()
    }
  }
}

function given(args: string[], thisYear: number) {
  const text = { type: 'string' } as const
  const options = {
    data: text,
    limit: text,
    village: { type: 'string', multiple: true },
    'birth-year': text,
    head: text,
    json: { type: 'boolean', default: false }
  } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (!values.data) throw new UsageError('--data names the folder in which the registry is kept.')
  const limit = Number(values.limit ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new UsageError('--limit is a number from 1 to 1000.')
  const birthYear = values['birth-year']
  if (birthYear !== undefined && !/^(18[5-9]|19\d|20\d|21\d)\d$/.test(birthYear))
    throw new UsageError('--birth-year is a year such as 1980.')
  const typed = readTypedSearch(positionals.join(' '), thisYear)
  const query = RegistryQuery.safeParse({
    text: typed.name,
    ...(values.village ? { villages: values.village.flatMap(codesOf) } : {}),
    ...(typed.birthYear !== null && { birthYear: typed.birthYear }),
    ...(typed.age !== null && { birthYear: thisYear - typed.age, birthYearSlack: 1 }),
    ...(birthYear ? { birthYear: Number(birthYear), birthYearSlack: 1 } : {}),
    ...(values.head ? { headName: values.head } : {})
  })
  if (!query.success) throw new UsageError('Say a NIK, a KK number or a name of at most 120 letters to look for.')
  return { data: resolve(values.data), limit, query: query.data, isJson: values.json }
}

/** A village's code as the registry may hold it: the Ministry's with its dots, or BPS's ten digits. */
function codesOf(typed: string): string[] {
  const digits = typed.replaceAll('.', '')
  if (!/^\d{10}$/.test(digits)) throw new UsageError('--village is a code such as 33.24.14.2006, or the ten digits of BPS.')
  return [digits.replace(/^(\d\d)(\d\d)(\d\d)/, '$1.$2.$3.'), digits]
}

function asJson(edition: Edition, { families, isCut }: PlacedFinding) {
  const { source, period } = edition
  const hits = families.flatMap(({ headName, hits }) =>
    hits.map(({ person, why, isOfPlace, distance }) => ({ ...person, headName, why, isOfPlace, distance, source, period }))
  )
  return { edition, isCut, hits: hits.sort((a, b) => a.distance - b.distance) }
}

function tell(shell: Shell, edition: Edition, { families, isCut }: PlacedFinding): void {
  shell.say(`${edition.source} ${edition.period}, ${counted(edition.rowCount, 'person', { many: 'people' })}`)
  if (families.length === 0) shell.say('  not found here; that does not mean not entitled')
  for (const { kk, headName, hits } of families) {
    shell.say(`  family ${kk === null ? 'without a card' : maskNik(kk)}, head ${headName ?? 'unknown'}`)
    for (const { person, why, isOfPlace } of hits) {
      const { nik, name, birthDate, village, decile } = person
      const ranked = decile === null ? 'not ranked' : `decile ${decile}`
      shell.say(
        `    ${name}, ${nik ? maskNik(nik) : 'no NIK'}, ${birthDate ?? '?'}, ${village?.code ?? '?'}, ${ranked} (${WHY[why]}${isOfPlace ? ', of that place' : ''})`
      )
    }
  }
  if (isCut) shell.say('  ... and more: another word, --village, --birth-year or --head would narrow it')
}
