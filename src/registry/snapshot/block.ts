import { ANSWER_CODE_SETS, EXCLUSIONS, LIFE_STATUSES, PROGRAMME_STATES, PROGRAMMES, type RegistryPerson } from '#shared/registry/person'
import { RELATIONS } from '#shared/residents/resident'
import { type ByteReader, ByteWriter } from './bytes'
import { readNumbers, readTexts, writeNumbers, writeTexts } from './columns'
import { dayNumber, dayOf } from './days'
import { readKks, readNiks, writeKks, writeNiks } from './family-numbers'

const SEXES = ['male', 'female'] as const
const VILLAGE_CODE_SETS = ['kemendagri', 'bps'] as const

/** People as bytes, column by column, in the order they come in; villages and families that lie together pack best. */
export function writeBlock(rows: readonly RegistryPerson[]): Buffer {
  const to = new ByteWriter()
  writeTexts(to, rows.map(villageText))
  writeKks(to, pick(rows, 'kk'))
  writeNumbers(to, pick(rows, 'birthDate').map(dayNumber))
  writeNumbers(
    to,
    rows.map(row => place(SEXES, row.sex))
  )
  writeNiks(to, rows)
  writeTexts(to, pick(rows, 'name'))
  writeNumbers(
    to,
    rows.map(row => place(RELATIONS, row.relation))
  )
  const families = familiesOf(rows)
  writeRelated(
    to,
    rows.map((row, at) => ({ text: row.motherName, names: familyNames(rows, families, at) }))
  )
  writeRelated(
    to,
    rows.map((row, at) => ({ text: row.headName, names: familyNames(rows, families, at) }))
  )
  for (const field of ['nikText', 'familyId', 'birthText', 'birthPlace', 'addressLine', 'rt', 'rw', 'exclusionText'] as const)
    writeTexts(to, sameAsBefore(pick(rows, field)))
  writeNumbers(
    to,
    rows.map(row => row.decile ?? 0)
  )
  writeNumbers(to, rows.map(programmeBits))
  writeNumbers(
    to,
    rows.map(row => (row.exclusions ? 1 + row.exclusions.reduce((bits, one) => bits | (1 << EXCLUSIONS.indexOf(one)), 0) : 0))
  )
  writeNumbers(
    to,
    rows.map(row => place(LIFE_STATUSES, row.lifeStatus))
  )
  writeNumbers(
    to,
    rows.map(row => place(ANSWER_CODE_SETS, row.codeSet))
  )
  return to.done()
}

export function readBlock(from: ByteReader): RegistryPerson[] {
  const villages = eachOnce(readTexts(from), villageOf)
  const kks = readKks(from)
  const births = readNumbers(from).map(dayOf)
  const sexes = readNumbers(from).map(number => SEXES[number - 1] ?? null)
  const facts = kks.map((kk, at) => ({ kk, birthDate: births[at] ?? null, sex: sexes[at] ?? null }))
  const niks = readNiks(from, facts)
  const names = readTexts(from)
  const relations = readNumbers(from)
  const families = familiesOf(facts)
  const nameInFamily = (at: number, nth: number): string | null => names[(families[at]?.from ?? at) + nth] ?? null
  const mothers = readRelated(from, nameInFamily)
  const heads = readRelated(from, nameInFamily)
  const [nikText, familyId, birthText, birthPlace, addressLine, rt, rw, exclusionText] = Array.from({ length: 8 }, () =>
    asBefore(readTexts(from))
  )
  const [decile, bits, exclusions, life, codeSet] = Array.from({ length: 5 }, () => readNumbers(from))
  const programmes = eachOnce(bits ?? [], programmesOf)
  return facts.map((fact, at) => {
    const exclusionBits = exclusions?.[at] ?? 0
    return {
      nik: niks[at] ?? null,
      nikText: nikText?.[at] ?? null,
      kk: fact.kk,
      familyId: familyId?.[at] ?? null,
      name: names[at] ?? '',
      birthDate: fact.birthDate,
      birthText: birthText?.[at] ?? null,
      birthPlace: birthPlace?.[at] ?? null,
      sex: fact.sex,
      relation: RELATIONS[(relations[at] ?? 0) - 1] ?? null,
      motherName: mothers[at] ?? null,
      headName: heads[at] ?? null,
      addressLine: addressLine?.[at] ?? null,
      rt: rt?.[at] ?? null,
      rw: rw?.[at] ?? null,
      village: villages[at] ?? null,
      decile: decile?.[at] || null,
      programmes: programmes[at] ?? {},
      exclusions: exclusionBits === 0 ? null : EXCLUSIONS.filter((_, bit) => (exclusionBits - 1) & (1 << bit)),
      exclusionText: exclusionText?.[at] ?? null,
      lifeStatus: LIFE_STATUSES[(life?.[at] ?? 0) - 1] ?? null,
      codeSet: ANSWER_CODE_SETS[(codeSet?.[at] ?? 0) - 1] ?? 'words'
    }
  })
}

const pick = <K extends keyof RegistryPerson>(rows: readonly RegistryPerson[], field: K): RegistryPerson[K][] => rows.map(row => row[field])
/** 0 for null. */
const place = <T>(list: readonly T[], value: T | null): number => (value === null ? 0 : list.indexOf(value) + 1)

/** What each value stands for; a block has far fewer kinds of values than rows, so each kind is worked out once and shared by its rows. */
function eachOnce<V, T>(values: readonly V[], meaningOf: (value: V) => T): T[] {
  const known = new Map<V, T>()
  return values.map(value => {
    let meaning = known.get(value)
    if (meaning === undefined) {
      meaning = meaningOf(value)
      known.set(value, meaning)
    }
    return meaning
  })
}

const villageText = ({ village }: RegistryPerson): string | null =>
  village && `${VILLAGE_CODE_SETS.indexOf(village.codeSet)}:${village.code}`
function villageOf(text: string | null): RegistryPerson['village'] {
  const codeSet = VILLAGE_CODE_SETS[Number(text?.slice(0, 1))]
  return text === null || codeSet === undefined ? null : { codeSet, code: text.slice(2) }
}

function programmeBits({ programmes }: RegistryPerson): number {
  return PROGRAMMES.reduce((bits, programme, at) => {
    const state = programmes[programme]
    return state === undefined ? bits : bits + (PROGRAMME_STATES.indexOf(state) + 1) * 4 ** at
  }, 0)
}
function programmesOf(bits: number): RegistryPerson['programmes'] {
  const found: RegistryPerson['programmes'] = {}
  for (const [at, programme] of PROGRAMMES.entries()) {
    const state = PROGRAMME_STATES[(Math.floor(bits / 4 ** at) & 3) - 1]
    if (state !== undefined) found[programme] = state
  }
  return found
}

/** A neighbour's address is often one's own: a space says "as before", which no text can be. */
const sameAsBefore = (texts: readonly (string | null)[]): (string | null)[] =>
  texts.map((text, at) => (at > 0 && text !== null && text === texts[at - 1] ? AS_BEFORE : text))
const AS_BEFORE = '\u0001'
function asBefore(texts: readonly (string | null)[]): (string | null)[] {
  let before: string | null = null
  return texts.map(text => {
    if (text !== AS_BEFORE) before = text
    return before
  })
}

type Related = { text: string | null; names: readonly string[] }

/** A mother or a head is mostly somebody of the same family: then only which of them is written. */
function writeRelated(to: ByteWriter, rows: readonly Related[]): void {
  const member = rows.map(({ text, names }) => (text === null ? 0 : names.indexOf(text) < 0 ? 1 : names.indexOf(text) + 2))
  writeNumbers(to, member)
  writeTexts(
    to,
    rows.flatMap(({ text }, at) => (member[at] === 1 ? [text] : []))
  )
}
function readRelated(from: ByteReader, nameInFamily: (at: number, nth: number) => string | null): (string | null)[] {
  const member = readNumbers(from)
  const others = readTexts(from).values()
  return member.map((number, at) => (number === 0 ? null : number === 1 ? (others.next().value ?? null) : nameInFamily(at, number - 2)))
}

/** Where the family of each row begins and ends. */
function familiesOf(rows: readonly { kk: string | null }[]): { from: number; to: number }[] {
  const families: { from: number; to: number }[] = []
  for (const [at, { kk }] of rows.entries()) {
    const before = families[at - 1]
    const family = before && kk !== null && rows[at - 1]?.kk === kk ? before : { from: at, to: at }
    family.to = at + 1
    families.push(family)
  }
  return families
}
function familyNames(rows: readonly { name: string }[], families: readonly { from: number; to: number }[], at: number): string[] {
  const { from, to } = families[at] ?? { from: at, to: at }
  return rows.slice(from, Math.min(to, from + 60)).map(row => row.name)
}
