import { ANSWER_CODE_SETS, EXCLUSIONS, LIFE_STATUSES, PROGRAMME_STATES, PROGRAMMES, type RegistryPerson } from '#shared/registry/person'
import { RELATIONS } from '#shared/residents/resident'

/** What one row says, fact by fact, each as a text; two rows with the same facts are the same. Their order is frozen. */
export type Facts = (string | null)[]

const TEXTS = [
  'nik',
  'nikText',
  'kk',
  'familyId',
  'name',
  'birthDate',
  'birthText',
  'birthPlace',
  'motherName',
  'headName',
  'addressLine',
  'rt',
  'rw',
  'exclusionText'
] as const
const CODES = 8
export const FACTS = TEXTS.length + CODES

const SEXES = ['male', 'female'] as const
const VILLAGE_CODE_SETS = ['kemendagri', 'bps'] as const

export function factsOf(person: RegistryPerson): Facts {
  const { village, decile, programmes, exclusions } = person
  return [
    ...TEXTS.map(field => person[field]),
    person.sex,
    person.relation,
    person.lifeStatus,
    person.codeSet,
    village && `${village.codeSet} ${village.code}`,
    decile === null ? null : String(decile),
    PROGRAMMES.map(programme => placeOf(PROGRAMME_STATES, programmes[programme])).join(''),
    exclusions && EXCLUSIONS.map(one => (exclusions.includes(one) ? '1' : '0')).join('')
  ]
}

/** The person whose facts they are; what they cannot be is left out, and the content hash tells. */
export function personWith(facts: Facts): RegistryPerson {
  const text = (field: (typeof TEXTS)[number]): string | null => facts[TEXTS.indexOf(field)] ?? null
  const [sex, relation, life, codeSet, village, decile, programmes, exclusions] = facts.slice(TEXTS.length)
  const [villageSet, code = ''] = village?.split(' ') ?? []
  const villageCodeSet = VILLAGE_CODE_SETS.find(one => one === villageSet)
  return {
    nik: text('nik'),
    nikText: text('nikText'),
    kk: text('kk'),
    familyId: text('familyId'),
    name: text('name') ?? '',
    birthDate: text('birthDate'),
    birthText: text('birthText'),
    birthPlace: text('birthPlace'),
    sex: SEXES.find(one => one === sex) ?? null,
    relation: RELATIONS.find(one => one === relation) ?? null,
    motherName: text('motherName'),
    headName: text('headName'),
    addressLine: text('addressLine'),
    rt: text('rt'),
    rw: text('rw'),
    village: villageCodeSet ? { codeSet: villageCodeSet, code } : null,
    decile: decile ? Number(decile) : null,
    programmes: Object.fromEntries(
      PROGRAMMES.flatMap((programme, at) => {
        const state = PROGRAMME_STATES[Number(programmes?.[at] ?? 0) - 1]
        return state === undefined ? [] : [[programme, state]]
      })
    ),
    exclusions: exclusions ? EXCLUSIONS.filter((_, at) => exclusions[at] === '1') : null,
    exclusionText: text('exclusionText'),
    lifeStatus: LIFE_STATUSES.find(one => one === life) ?? null,
    codeSet: ANSWER_CODE_SETS.find(one => one === codeSet) ?? 'words'
  }
}

const placeOf = <T>(list: readonly T[], value: T | undefined): number => (value === undefined ? 0 : list.indexOf(value) + 1)

/** Who a row is about, whatever else it says: the NIK, or without one family, name and birth. */
export const whoIs = ({ nik, kk, familyId, name, birthDate, birthText }: RegistryPerson): string =>
  nik ?? JSON.stringify([kk ?? familyId, name, birthDate ?? birthText])
