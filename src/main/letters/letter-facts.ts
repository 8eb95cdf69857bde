import type { Case } from '#shared/cases/case'
import { addDays } from '#shared/clock'
import { fillSentence, type LetterTemplate } from '#shared/directory/letter-template'
import { type LetterAddress, type LetterFacts, type LetterResident, LetterType } from '#shared/letters/letter'
import { letterTypes } from '#shared/letters/letter-types'
import type { LetterOrder } from '#shared/letters/letters.contract'
import type { Office } from '#shared/office/office'
import type { RegistrySource } from '#shared/registry/edition'
import { lookedOn } from '#shared/registry/seen'
import { maskNik } from '#shared/residents/nik'
import type { Address, Resident } from '#shared/residents/resident'
import { ok, type Result, refuse } from '#shared/result'
import { listPath } from '../areas/areas.store'
import { find, get } from '../database/find'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { findLetterTemplate, findService } from '../directory/reference.store'
import { getOffice } from '../office/office.store'
import { listChecksOf } from '../registry/registry.store'
import { findFamilyOf } from '../residents/families.store'

export type Draft = {
  type: LetterType
  templateVersion: number
  facts: LetterFacts
  found: Case
  referralId: string | null
  resident: Resident
  office: Office
}
type CannotDraft =
  | { kind: 'not-found' }
  | { kind: 'case-closed' }
  | { kind: 'unknown-letter-type' }
  | { kind: 'signer-not-found' }
  | { kind: 'organization-not-found' }

/** Everything a letter will say, as it stands today, without number and code. */
export async function draftLetter(desk: Desk, db: Reader, order: LetterOrder): Promise<Result<Draft, CannotDraft>> {
  const type = LetterType.safeParse(order.type)
  if (!type.success) return refuse({ kind: 'unknown-letter-type' })
  const found = await find(db, 'case', order.caseId)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.closedAt !== null) return refuse({ kind: 'case-closed' })
  const signer = await find(db, 'signer', order.signerId)
  if (!signer?.isActive) return refuse({ kind: 'signer-not-found' })
  const referral = order.referralId ? await find(db, 'referral', order.referralId) : undefined
  if (order.referralId && referral?.caseId !== found.id) return refuse({ kind: 'not-found' })
  const organizationId = order.organizationId ?? referral?.organizationId
  const organization = organizationId ? await find(db, 'organization', organizationId) : undefined
  if (organizationId && !organization?.isActive) return refuse({ kind: 'organization-not-found' })

  // what was withdrawn, or goes to somebody else, neither speaks in this letter nor comes back on its slip
  const sent = referral && referral.status !== 'cancelled' && referral.organizationId === organization?.id ? referral : undefined
  const rule = letterTypes[type.data]
  const template = await findLetterTemplate(desk.reference, type.data)
  const [office, resident] = [await getOffice(db), await get(db, 'resident', found.residentId)]
  const service = found.serviceCode ? await findService(desk.reference, found.serviceCode) : undefined
  const today = desk.today()
  const facts: LetterFacts = {
    paper: office.paper,
    office: { name: office.name, contact: office.letterhead.phone },
    letterhead: office.letterhead,
    place: office.place,
    number: null,
    issuedOn: today,
    sifat: order.urgency,
    lampiran: order.attachments,
    hal: template?.hal ?? rule.hal,
    ...wordingOf(template, office),
    addressee:
      rule.addressees.length > 0 && organization ? { title: organization.addressee, organization: organization.name, place: null } : null,
    resident: await residentFacts(desk, db, resident, rule.showsNik),
    familyHead: await familyHeadFacts(db, resident.id, rule.showsNik),
    registry: await registryFacts(desk, db, resident.id, rule.restsOn),
    // what the agency is to know was written for it; what the resident told the counter stays there
    case: { number: found.number, summary: sent?.reason ?? found.summary, serviceName: service?.nameId ?? rule.name },
    bpjs: order.bpjs,
    school: order.school && { name: order.school.name, grade: order.school.grade, npsn: null, nisn: null },
    purpose: order.purpose,
    validUntil: rule.validityDays === null ? null : addDays(today, template?.validityDays ?? rule.validityDays),
    tembusan: template?.copiesTo ?? order.copiesTo,
    signer: {
      capacity: signer.capacity,
      onBehalfOf: signer.onBehalfOf,
      position: signer.position,
      name: signer.name,
      rank: signer.rank,
      nip: signer.nip
    },
    returnSlip: rule.hasReturnSlip && sent ? { code: sent.code, referralNumber: found.number, answerBy: sent.dueOn } : null,
    verification: null
  }
  return ok({
    type: type.data,
    templateVersion: template?.version ?? rule.version,
    facts,
    found,
    referralId: order.referralId,
    resident,
    office
  })
}

function wordingOf(template: LetterTemplate | undefined, office: Office): Pick<LetterFacts, 'wording'> {
  const filled = (sentence: string | null | undefined): string | null => (sentence ? fillSentence(sentence, office.name) : null)
  const [opening, closing] = [filled(template?.opening), filled(template?.closing)]
  return opening || closing ? { wording: { opening, closing } } : {}
}

async function residentFacts(desk: Desk, db: Reader, resident: Resident, showsNik: boolean): Promise<LetterResident> {
  const family = await findFamilyOf(db, resident.id)
  const { name, nik, provisionalId, birthPlace, birthDate, sex, religion, occupation, maritalStatus, phone } = resident
  return {
    name,
    nik: showsNik ? nik : nik && maskNik(nik),
    nikMasked: nik && maskNik(nik),
    provisionalId,
    kk: showsNik ? (family?.kk ?? null) : null,
    birthPlace,
    birthDate,
    sex,
    religion,
    occupation,
    maritalStatus,
    address: await addressFacts(desk, resident.address),
    phone
  }
}

async function addressFacts(desk: Pick<Desk, 'reference'>, { line, rt, rw, villageCode }: Address): Promise<LetterAddress> {
  const path = villageCode ? await listPath(desk.reference, villageCode) : []
  const named = (level: string) => path.find(area => area.level === level)
  const village = named('village')
  return {
    line,
    rt,
    rw,
    village: village ? `${village.kind === 'kelurahan' ? 'Kelurahan' : 'Desa'} ${village.name}` : null,
    subdistrict: named('subdistrict')?.name ?? null,
    district: named('district')?.name ?? null
  }
}

async function familyHeadFacts(db: Reader, residentId: string, showsNik: boolean): Promise<LetterFacts['familyHead']> {
  const family = await findFamilyOf(db, residentId)
  // who died heads no family any more, although the card still says so until there is a new one
  const member = family?.members.find(one => one.relation === 'head' && one.presence !== 'deceased')
  if (!member || member.residentId === residentId) return null
  const head = await get(db, 'resident', member.residentId)
  const nikMasked = head.nik && maskNik(head.nik)
  return { name: head.name, nik: showsNik ? head.nik : nikMasked, nikMasked, birthDate: head.birthDate, occupation: head.occupation }
}

/** What weighs most of what was looked up, in the register that the letter speaks of if it speaks of one; a letter that rests on it names its period and who looked. */
async function registryFacts(desk: Desk, db: Reader, residentId: string, source?: RegistrySource): Promise<LetterFacts['registry']> {
  const check = (await listChecksOf(db, residentId)).find(one => source === undefined || one.source === source)
  if (!check) return null
  const officer = await get(db, 'officer', check.officerId)
  const checkedOn = lookedOn(check, desk.zone())
  return { isListed: check.isListed, decile: check.decile, period: check.period, checkedOn, checkedBy: officer.name, source: check.source }
}
