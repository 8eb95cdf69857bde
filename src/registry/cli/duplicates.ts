import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { counted } from '#shared/counted'
import type { Match } from '#shared/residents/match'
import { MATCH_WORDS } from '#shared/residents/match-words'
import { maskNik } from '#shared/residents/nik'
import { findBetween, findGroups } from '../duplicates/find-groups'
import { comparablePerson, type Listed, readList } from '../duplicates/read-list'
import { readMapFile } from '../import/column-maps'
import { openRegistry } from '../open'
import { registryPlaceIn } from '../place'
import { type Command, type Shell, UsageError } from './shell'

export const duplicatesCommand: Command = {
  usage:
    'duplicates FILE [--against LIST | --data DIR] [--map MAP.json] [--score 0.5] [--json]   lists who may be one person inside a file, or between it and another list or the registry',
  async run(shell, args) {
    const text = { type: 'string' } as const
    const options = { against: text, data: text, map: text, score: text, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...more] = positionals
    const score = Number(values.score ?? 0.5)
    if (!file || more.length > 0) throw new UsageError('Name one file to look through.')
    if (values.against && values.data) throw new UsageError('Compare with a list or with the registry, not with both at once.')
    if (!(score >= 0 && score <= 1)) throw new UsageError('--score is a number from 0 to 1.')
    const map = values.map === undefined ? null : readMapFile(values.map)
    const year = new Date(shell.now()).getFullYear()
    const { referenceFile } = shell
    const list = await readList({ file: resolve(file), referenceFile, map, year })
    shell.note(`${counted(list.people.length, 'person', { many: 'people' })} read, ${counted(list.aside.length, 'row')} set aside`)
    const known = values.against
      ? (await readList({ file: resolve(values.against), referenceFile, map: null, year })).people
      : values.data
        ? fromRegistry(resolve(values.data))
        : undefined
    const groups = known ? await between(list.people, known, score) : await within(list.people, score)
    if (values.json) shell.say(JSON.stringify({ people: list.people.length, setAside: list.aside.length, groups }))
    else tell(shell, groups)
    return 0
  }
}

type Side = { list: 'file' | 'other'; row: number; name: string; nik: string | null; birthDate: string | null }
type Found = {
  score: number
  people: Side[]
  links: (Omit<Match, 'evidence' | 'doubts'> & { between: [number, number]; evidence: Said[]; doubts: Said[] })[]
}
type Said = { code: string; words: string }

async function within(people: readonly Listed[], least: number): Promise<Found[]> {
  const groups = await findGroups(
    people.map(one => one.comparable),
    least
  )
  return groups.map(group => ({
    score: group.score,
    people: group.members.map(at => sideOf('file', people[at])),
    links: group.links.map(({ a, b, ...match }) => linkOf(match, [group.members.indexOf(a), group.members.indexOf(b)]))
  }))
}

async function between(people: readonly Listed[], known: readonly Listed[], least: number): Promise<Found[]> {
  const links = await findBetween(
    people.map(one => one.comparable),
    known.map(one => one.comparable),
    least
  )
  return links.map(({ a, b, ...match }) => ({
    score: match.score,
    people: [sideOf('file', people[a]), sideOf('other', known[b])],
    links: [linkOf(match, [0, 1])]
  }))
}

const sideOf = (list: Side['list'], one: Listed | undefined): Side => ({
  list,
  row: one?.row ?? 0,
  name: one?.person.name ?? '',
  nik: one?.person.nik ? maskNik(one.person.nik) : null,
  birthDate: one?.person.birthDate ?? null
})

const linkOf = ({ score, evidence, doubts }: Match, between: [number, number]): Found['links'][number] => ({
  score,
  between,
  evidence: evidence.map(code => ({ code, words: MATCH_WORDS.en.evidence[code] })),
  doubts: doubts.map(code => ({ code, words: MATCH_WORDS.en.doubt[code] }))
})

function fromRegistry(data: string): Listed[] {
  const place = registryPlaceIn(data, { isNew: false })
  const registry = openRegistry(place.path, place.key, place.signer.trust)
  try {
    let row = 0
    return [...registry.rows()].flatMap(batch =>
      batch.map(person => ({ row: ++row, person, remarks: [], comparable: comparablePerson(person) }))
    )
  } finally {
    registry.close()
  }
}

function tell({ say }: Shell, groups: readonly Found[]): void {
  if (groups.length === 0) say('No two records look like one person.')
  for (const [n, group] of groups.entries()) {
    say(`${n + 1}. score ${group.score.toFixed(2)}`)
    for (const { list, row, name, nik, birthDate } of group.people)
      say(`   ${list === 'file' ? 'row' : 'other row'} ${row}: ${name}, NIK ${nik ?? 'none'}, born ${birthDate ?? 'unknown'}`)
    for (const { between, score, evidence, doubts } of group.links)
      say(
        `   ${between.map(at => `row ${group.people[at]?.row}`).join(' and ')}, ${score.toFixed(2)}: ${[...evidence, ...doubts].map(({ words }) => words).join('; ')}`
      )
  }
  if (groups.length > 0) say(`${counted(groups.length, 'group')}. Nothing was changed: a person decides.`)
}
