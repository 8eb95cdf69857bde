import type { Registry } from '#registry/registry'
import type { LocalDate } from '#shared/clock'
import type { Edition } from '#shared/registry/edition'
import { daysOld, isOutdated } from '#shared/registry/period'
import type { Programme, ProgrammeState, RegistryPerson } from '#shared/registry/person'
import type { RegistryCheck } from '#shared/registry/registry'
import type { RegistryMember, RegistryPersonCard, RegistryState } from '#shared/registry/registry.contract'
import { maskNik } from '#shared/residents/nik'
import { areaLineOf } from '../areas/area-line'
import type { Desk } from '../desk'
import type { OpenedRegistry, RegistryRow } from './registry-shelf'

/** Which copy is in use and how old its data are. */
export const stateCard = (opened: OpenedRegistry, today: LocalDate): RegistryState =>
  opened.kind === 'ready' ? editionCard(opened.registry.edition, today) : opened

export function editionCard({ source, period, takenOn, rowCount, scope }: Edition, today: LocalDate): RegistryState {
  return {
    kind: 'ready',
    source,
    period,
    takenOn,
    people: rowCount,
    onlyVillages: scope ? scope.villages.length : null,
    isOutdated: isOutdated(period, today),
    daysOld: daysOld(period, today)
  }
}

export async function memberCard(desk: Pick<Desk, 'reference' | 'registry'>, row: RegistryRow): Promise<RegistryMember> {
  const { person, edition } = row
  return {
    ref: desk.registry.remember(row),
    source: edition.source,
    period: edition.period,
    name: person.name,
    nikMasked: person.nik && maskNik(person.nik),
    birthDate: person.birthDate,
    relation: person.relation,
    areaLine: await areaLineOf(desk.reference, villageOf(person))
  }
}

export async function personCard(desk: Pick<Desk, 'reference' | 'registry'>, row: RegistryRow): Promise<RegistryPersonCard> {
  const { person } = row
  const { nik, kk, sex, birthPlace, motherName, addressLine, rt, rw } = person
  return {
    ...(await memberCard(desk, row)),
    nik,
    kk,
    sex,
    birthPlace,
    motherName,
    address: { line: addressLine ?? '', rt, rw, villageCode: villageOf(person) }
  }
}

/** The village by its code of the Ministry of Home Affairs; one that only BPS has numbered stays unknown. */
export const villageOf = ({ village }: RegistryPerson): string | null => (village?.codeSet === 'kemendagri' ? village.code : null)

/** Everybody on the same family card, the head first; only the person where there is no card. */
export const familyOf = (registry: Registry, person: RegistryPerson): RegistryPerson[] =>
  person.kk ? registry.family(person.kk) : [person]

/** What the register says of a person, as it is kept with the resident. */
export function factsOf({ edition }: Registry, person: RegistryPerson | undefined) {
  const having = (state: ProgrammeState): Programme[] =>
    Object.entries(person?.programmes ?? {}).flatMap(([programme, found]) => (found === state ? [programme as Programme] : []))
  return {
    source: edition.source,
    period: edition.period,
    asOf: edition.takenOn,
    method: 'extract',
    isListed: person !== undefined,
    decile: person?.decile ?? null,
    programmes: having('active'),
    inactive: having('inactive'),
    exclusions: person?.exclusions ?? null,
    lifeStatus: person?.lifeStatus ?? null,
    note: person?.exclusionText ?? null
  } satisfies Partial<RegistryCheck>
}
