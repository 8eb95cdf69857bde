import type { Registry } from '#registry/registry'
import type { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import type { RegistryCheck } from '#shared/registry/registry'
import type { LookUpAnswer, registryContract } from '#shared/registry/registry.contract'
import { nameKey } from '#shared/residents/name-key'
import { normalizeDigits } from '#shared/residents/nik'
import type { Resident } from '#shared/residents/resident'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { append } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import { findFamilyOf } from '../residents/families.store'
import { listChecksOf } from './registry.store'
import { editionCard, factsOf, familyOf, memberCard, personCard, stateCard } from './registry-cards'
import type { RegistryRow } from './registry-shelf'

type Handlers = HandlersOf<typeof registryContract, Desk>
type Asked = Parameters<Handlers['lookUp']>[1]
type Look = (registry: Registry) => RegistryPerson | undefined
type Sought = { resident?: Resident; look: Look } | { row: RegistryRow }
type Found = { edition: Edition; person: RegistryPerson | undefined; family: RegistryPerson[]; near: RegistryPerson[] }

/** People of nearly that name who are offered where nobody was found. */
const NEAR = 5

/**
 * Asks the copy of the register on this desk, only for somebody who is being served and for a purpose; the access log keeps that it was asked.
 * A copy that is not there or not sound is an answer: the officer then looks by hand.
 */
export const lookUp: Handlers['lookUp'] = async (desk, asked) => {
  const visit = await find(desk.db, 'visit', asked.visitId)
  if (!visit) return refuse({ kind: 'not-found' })
  if (visit.status !== 'serving') return refuse({ kind: 'visit-not-serving' })
  const sought = await soughtBy(desk, asked.by)
  if (typeof sought === 'string') return refuse({ kind: sought })

  const found = foundBy(desk, sought)
  const check =
    'look' in sought && sought.resident ? await keep(desk, asked, sought.resident.id, saidOf(desk, sought.look, sought.resident)) : null
  if (!found) return ok({ state: stateCard(desk.registry.state(), desk.today()), person: null, family: [], near: [], check })
  const { edition, person, family, near } = found
  const members = (people: RegistryPerson[]) => Promise.all(people.map(one => memberCard(desk, { person: one, edition })))
  const answer: LookUpAnswer = {
    state: editionCard(edition, desk.today()),
    person: person ? await personCard(desk, { person, edition }) : null,
    family: await members(family),
    near: await members(near),
    check
  }
  return ok(answer)
}

/** A resident is answered by the first register, whatever the others say beside it; a number by the first that has it, a row by its own. */
function foundBy({ registry: shelf }: Desk, sought: Sought): Found | undefined {
  if ('row' in sought) {
    const { person, edition } = sought.row
    const families = shelf.askEach(registry => (isSameEdition(registry.edition, edition) ? familyOf(registry, person) : undefined))
    return { person, edition, family: families.find(family => family !== undefined) ?? [person], near: [] }
  }
  const { resident, look } = sought
  const question = (registry: Registry): Found => {
    const person = look(registry)
    return {
      edition: registry.edition,
      person,
      family: person ? familyOf(registry, person) : [],
      near: !person && resident ? nearTo(registry, resident) : []
    }
  }
  if (resident) return shelf.ask(question)
  const all = shelf.askEach(question)
  return all.find(({ person }) => person) ?? all[0]
}

const isSameEdition = (one: Edition, other: Edition): boolean =>
  one.source === other.source && one.contentHash === other.contentHash && one.importedAt === other.importedAt

async function soughtBy(desk: Desk, by: Asked['by']): Promise<Sought | 'not-found' | 'number-unreadable'> {
  if (by.kind === 'resident') {
    const resident = await find(desk.db, 'resident', by.residentId)
    if (!resident) return 'not-found'
    const kk = (await findFamilyOf(desk.db, resident.id))?.kk ?? null
    return { resident, look: registry => findResident(registry, resident, kk) }
  }
  if (by.kind === 'hit') {
    const row = desk.registry.recall(by.ref)
    return row ? { row } : 'not-found'
  }
  const digits = normalizeDigits(by.kind === 'nik' ? by.nik : by.kk)
  if (!/^\d{16}$/.test(digits)) return 'number-unreadable'
  return { look: registry => (by.kind === 'nik' ? registry.byNik(digits)[0] : registry.family(digits)[0]) }
}

/** By the NIK; without one, or where the register has none, by the family card and the same name. A name alone finds nobody: it is offered as near. */
function findResident(registry: Registry, { nik, name }: Resident, kk: string | null): RegistryPerson | undefined {
  const key = nameKey(name)
  const byNik = nik ? registry.byNik(nik) : []
  const known = byNik.find(person => nameKey(person.name) === key) ?? byNik[0]
  if (known || !kk) return known
  return registry.byKk(kk).find(person => nameKey(person.name) === key && (!nik || !person.nik))
}

function nearTo(registry: Registry, { name, birthDate }: Resident): RegistryPerson[] {
  const birthYear = birthDate ? { birthYear: Number(birthDate.slice(0, 4)), birthYearSlack: 1 } : {}
  const { families } = registry.find({ text: name, ...birthYear }, NEAR)
  return families.flatMap(family => family.hits.map(hit => hit.person)).slice(0, NEAR)
}

type Facts = ReturnType<typeof factsOf>

/**
 * What each register on this desk says, the first in its order first. A village's list says nothing of who lives elsewhere, and a copy of some villages
 * nothing of whom it does not hold: it is not kept with anybody that they are not in the register.
 */
function saidOf(desk: Desk, look: Look, { address, domicile }: Resident): Facts[] {
  const homes = [domicile?.villageCode, address.villageCode]
  const all = desk.registry.askEach(registry => {
    const facts = factsOf(registry, look(registry))
    const isPart = registry.edition.scope !== undefined
    const speaks = facts.isListed || facts.source !== 'village-list' || registry.villages().some(({ code }) => homes.includes(code))
    return { facts, speaks, isPart }
  })
  const known = all.filter(({ facts, isPart }) => facts.isListed || !isPart)
  return known.filter(({ speaks }, at) => speaks || at === 0).map(({ facts }) => facts)
}

/** Keeps what the registers said with the resident, and gives the first of it; the same answer in the same visit is kept once. */
async function keep(desk: Desk, { visitId, purpose }: Asked, residentId: string, said: Facts[]): Promise<RegistryCheck | null> {
  const checks = await listChecksOf(desk.db, residentId)
  const lastAt = Math.max(...checks.map(({ checkedAt }) => checkedAt))
  const latest = checks.filter(({ checkedAt }) => checkedAt === lastAt)
  const known = said.map(facts => latest.find(check => isSame(check, { ...facts, visitId, purpose })))
  if (known.every(check => check !== undefined)) return known[0] ?? null
  const at = desk.clock.now()
  const kept = await write(desk, async trx =>
    ok(
      said.map(facts =>
        append(trx, 'registryCheck', {
          id: trx.newId(),
          residentId,
          ...facts,
          visitId,
          purpose,
          checkedAt: at,
          officerId: signedIn(desk).id
        })
      )
    )
  )
  return kept.value[0] ?? null
}

const isSame = (check: RegistryCheck, facts: Partial<RegistryCheck>): boolean =>
  Object.entries(facts).every(([field, value]) => JSON.stringify(check[field as keyof RegistryCheck]) === JSON.stringify(value))
