import { LetterType } from '#shared/letters/letter'
import { letterTypes } from '#shared/letters/letter-types'
import { maskNik } from '#shared/residents/nik'
import type { Pass } from './field'
import type { Json, JsonObject, Memory } from './memory'
import { isObject } from './sameness'

/** What a letter most likely says: the resident, case and check it rests on, and for the rest what the last letter of its kind said. */
export function expectedFacts({ memory }: Pass, letter: JsonObject): JsonObject {
  const type = LetterType.safeParse(letter.type)
  const rule = type.success ? letterTypes[type.data] : undefined
  const alike = factsOf(memory, `letter ${letter.type}`)
  const last = factsOf(memory, 'letter')
  const found = rowOf(memory, letter.caseId)
  const referral = rowOf(memory, letter.referralId)
  return known({
    paper: letter.paper,
    office: last.office,
    letterhead: last.letterhead,
    place: last.place,
    number: letter.number,
    issuedOn: letter.issuedOn,
    sifat: alike.sifat,
    lampiran: alike.lampiran,
    hal: rule?.hal,
    addressee: memory.habits.get(`addressee ${referral.organizationId}`) ?? null,
    resident: residentFacts(memory, letter, rule?.showsNik ?? true),
    familyHead: null,
    registry: registryFacts(memory, letter),
    case: known({
      number: found.number,
      summary: found.summary,
      serviceName: memory.habits.get(`service ${found.serviceCode}`) ?? rule?.name
    }),
    bpjs: null,
    school: null,
    purpose: null,
    validUntil: letter.validUntil,
    tembusan: alike.tembusan ?? [...(rule?.tembusan ?? [])],
    signer: last.signer,
    returnSlip: rule?.hasReturnSlip ? known({ code: referral.code, referralNumber: found.number, answerBy: referral.dueOn }) : null
  })
}

function residentFacts(memory: Memory, letter: JsonObject, showsNik: boolean): JsonObject {
  const row = rowOf(memory, letter.residentId)
  const address = isObject(row.address) ? row.address : {}
  const area = memory.habits.get(`area ${address.villageCode}`)
  const named = isObject(area) ? area : {}
  const masked = typeof row.nik === 'string' ? maskNik(row.nik) : row.nik
  const { line, rt, rw } = address
  return known({
    name: row.name,
    nik: showsNik ? row.nik : masked,
    nikMasked: masked,
    provisionalId: row.provisionalId,
    kk: showsNik ? (rowOf(memory, memory.habits.get(`family ${letter.residentId}`)).kk ?? null) : null,
    birthPlace: row.birthPlace,
    birthDate: row.birthDate,
    sex: row.sex,
    religion: row.religion,
    occupation: row.occupation,
    maritalStatus: row.maritalStatus,
    address: known({ line, rt, rw, village: named.village, subdistrict: named.subdistrict, district: named.district }),
    phone: row.phone
  })
}

function registryFacts(memory: Memory, letter: JsonObject): Json {
  const check = memory.habits.get(`check ${letter.residentId}`)
  if (!isObject(check)) return null
  const { isListed, decile, period, source } = check
  return known({ isListed, decile, period, checkedOn: letter.issuedOn, checkedBy: memory.habits.get('checker'), source })
}

const rowOf = (memory: Memory, id: Json | undefined): JsonObject => (typeof id === 'string' ? memory.rows.get(id) : undefined) ?? {}

function factsOf(memory: Memory, habit: string): JsonObject {
  const letter = memory.habits.get(habit)
  return isObject(letter) && isObject(letter.facts) ? letter.facts : {}
}

/** The object without what is not known; what is left keeps its order. */
function known(fields: { [key: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}
