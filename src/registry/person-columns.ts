/** A row of an extract as the columns of `person` and back. Lists are kept by place, so their order is frozen. */

import {
  ANSWER_CODE_SETS,
  EXCLUSIONS,
  LIFE_STATUSES,
  PROGRAMME_STATES,
  PROGRAMMES,
  type Programme,
  type ProgrammeState,
  type RegistryPerson
} from '#shared/registry/person'
import { RELATIONS } from '#shared/residents/resident'

/** Numbers of people are text here: sixteen digits do not fit a double. */
export type Columns = (string | number | null)[]

export type Villages = { numberOf: (village: NonNullable<RegistryPerson['village']>) => number }
export type VillageList = ReadonlyMap<number, NonNullable<RegistryPerson['village']>>

const SEXES = ['male', 'female'] as const

export function columnsOf(person: RegistryPerson, villages: Villages): Columns {
  return [
    person.nik,
    person.nikText,
    person.kk,
    person.familyId,
    person.name,
    person.birthDate === null ? null : numberOfDay(person.birthDate),
    person.birthText,
    person.birthPlace,
    place(SEXES, person.sex),
    place(RELATIONS, person.relation),
    person.motherName,
    person.headName,
    person.addressLine,
    numberOrNull(person.rt),
    numberOrNull(person.rw),
    person.village && villages.numberOf(person.village),
    person.decile,
    packProgrammes(person.programmes),
    packExclusions(person.exclusions),
    person.exclusionText,
    place(LIFE_STATUSES, person.lifeStatus),
    ANSWER_CODE_SETS.indexOf(person.codeSet)
  ]
}

export function personOf(columns: Columns, villages: VillageList): RegistryPerson {
  const [nik, nikText, kk, familyId, name, birth, birthText, birthPlace, sex, relation, motherName, headName, addressLine] = columns
  const [rt, rw, village, decile, programmes, exclusions, exclusionText, life, codeSet] = columns.slice(13)
  return {
    nik: text(nik),
    nikText: text(nikText),
    kk: text(kk),
    familyId: text(familyId),
    name: String(name),
    birthDate: dayOf(birth),
    birthText: text(birthText),
    birthPlace: text(birthPlace),
    sex: at(SEXES, sex),
    relation: at(RELATIONS, relation),
    motherName: text(motherName),
    headName: text(headName),
    addressLine: text(addressLine),
    rt: padded(rt),
    rw: padded(rw),
    village: typeof village === 'number' ? (villages.get(village) ?? null) : null,
    decile: typeof decile === 'number' ? decile : null,
    programmes: unpackProgrammes(Number(programmes)),
    exclusions: typeof exclusions === 'number' ? EXCLUSIONS.filter((_, index) => exclusions & (1 << index)) : null,
    exclusionText: text(exclusionText),
    lifeStatus: at(LIFE_STATUSES, life),
    codeSet: ANSWER_CODE_SETS[Number(codeSet)] ?? 'words'
  }
}

function packExclusions(exclusions: RegistryPerson['exclusions']): number | null {
  return exclusions === null ? null : exclusions.reduce((bits, exclusion) => bits | (1 << EXCLUSIONS.indexOf(exclusion)), 0)
}

/** Two bits a programme: 0 is "not mentioned". */
function packProgrammes(programmes: RegistryPerson['programmes']): number {
  let bits = 0
  for (const programme of Object.keys(programmes) as Programme[]) {
    const state = programmes[programme]
    if (state !== undefined) bits |= (PROGRAMME_STATES.indexOf(state) + 1) << (2 * PROGRAMMES.indexOf(programme))
  }
  return bits
}

function unpackProgrammes(bits: number): RegistryPerson['programmes'] {
  const programmes: Partial<Record<Programme, ProgrammeState>> = {}
  PROGRAMMES.forEach((programme, index) => {
    const state = PROGRAMME_STATES[((bits >> (2 * index)) & 3) - 1]
    if (state !== undefined) programmes[programme] = state
  })
  return programmes
}

const numberOfDay = (day: string): number => Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8))

function dayOf(birth: string | number | null | undefined): string | null {
  if (typeof birth !== 'number') return null
  const digits = String(birth).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

function place<T>(list: readonly T[], value: T | null): number | null {
  return value === null ? null : list.indexOf(value)
}

function at<T>(list: readonly T[], index: string | number | null | undefined): T | null {
  return typeof index === 'number' ? (list[index] ?? null) : null
}

const text = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value))
const numberOrNull = (value: string | null): number | null => (value === null ? null : Number(value))
const padded = (value: string | number | null | undefined): string | null =>
  typeof value === 'number' ? String(value).padStart(3, '0') : null
