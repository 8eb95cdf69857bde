// A made-up registry of one district, family after family, as an extract would list it. Nobody here exists.
import { PROGRAMMES, type RegistryPerson } from '#shared/registry/person'
import { between, oneOf, type Random, randomFrom } from '../seeded.ts'
import { misspelt } from './misspell.ts'
import { registryName } from './names.ts'

const BATCH = 5000
/** Of the words in the registry itself, this share is misspelt, as surveyors' lists are. */
const MISSPELT = 0.04
const HAMLETS = ['KRAJAN', 'KEBONSARI', 'SIDOMULYO', 'GANDU', 'PUCUNG', 'KARANGANYAR', 'TEGALREJO', 'JETIS', 'BULU', 'SAWAHAN'] as const
const STATES = ['active', 'inactive', 'none'] as const

const two = (n: number): string => String(n).padStart(2, '0')

/** Rows in the order of villages and families; the same seed gives the same rows. */
export async function* registryRows(count: number, seed: number): AsyncGenerator<RegistryPerson[]> {
  const random = randomFrom(seed)
  const taken = new Map<string, number>()
  let batch: RegistryPerson[] = []
  for (let made = 0, family = 0; made < count; family++) {
    const village = Math.floor((made / count) * 300)
    const members = Math.min(count - made, between(random, 1, 6))
    batch.push(...familyOf(random, taken, village, family, members))
    made += members
    if (batch.length >= BATCH) {
      yield batch
      batch = []
    }
  }
  yield batch
}

function familyOf(random: Random, taken: Map<string, number>, village: number, family: number, members: number): RegistryPerson[] {
  const subdistrict = two(1 + (village % 20))
  const kk = `3324${subdistrict}${two(between(random, 1, 28))}${two(between(random, 1, 12))}${two(between(random, 5, 24))}${String(1 + (family % 9999)).padStart(4, '0')}`
  const decile = between(random, 1, 10)
  const address = `DSN ${oneOf(random, HAMLETS)} NO ${between(random, 1, 99)}`
  const [rt, rw] = [`0${two(between(random, 1, 12))}`, `0${two(between(random, 1, 9))}`]
  const parentBorn = between(random, 1938, 2000)
  return Array.from({ length: members }, (_, at) => {
    const isWoman = at === 0 ? random() < 0.2 : at === 1 ? random() < 0.9 : random() < 0.5
    const year = at < 2 ? parentBorn + between(random, -4, 4) : Math.min(2026, parentBorn + between(random, 18, 40))
    const [month, day] = [between(random, 1, 12), between(random, 1, 28)]
    const head = `3324${random() < 0.85 ? subdistrict : two(between(random, 1, 20))}${two(day + (isWoman ? 40 : 0))}${two(month)}${two(year % 100)}`
    const serial = (taken.get(head) ?? 0) + 1
    taken.set(head, serial)
    const name = registryName(random, isWoman, year)
    return {
      nik: random() < 0.01 ? null : `${head}${String(serial).padStart(4, '0')}`,
      nikText: null,
      kk,
      familyId: null,
      name: random() < MISSPELT * name.split(' ').length ? misspelt(random, name) : name,
      birthDate: `${year}-${two(month)}-${two(day)}`,
      birthText: null,
      birthPlace: random() < 0.8 ? 'KENDAL' : 'SEMARANG',
      sex: isWoman ? 'female' : 'male',
      relation: at === 0 ? 'head' : at === 1 ? (isWoman ? 'wife' : 'husband') : 'child',
      motherName: null,
      headName: null,
      addressLine: address,
      rt,
      rw,
      village: { codeSet: 'kemendagri', code: `33.24.${subdistrict}.${2001 + Math.floor(village / 20)}` },
      decile,
      programmes: Object.fromEntries(PROGRAMMES.slice(0, 3).map(programme => [programme, decile > 5 ? 'none' : oneOf(random, STATES)])),
      exclusions: [],
      exclusionText: null,
      lifeStatus: random() < 0.02 ? 'dead' : 'active',
      codeSet: 'words'
    } satisfies RegistryPerson
  })
}
