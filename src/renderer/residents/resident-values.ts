/** What stands in the fields of the resident form: texts as they were typed. A draft is the same texts, field by field. */

import type { z } from 'zod'
import type { LocalDate } from '#shared/clock'
import { formatDateShort, parseTypedDate } from '#shared/local-date-input'
import type { RegistryPersonCard } from '#shared/registry/registry.contract'
import { checkKk } from '#shared/residents/kk'
import { checkNik, isOverridable } from '#shared/residents/nik'
import { checkName, cleanName, LONGEST_NAME } from '#shared/residents/person-name'
import { formatPhone, normalizePhone } from '#shared/residents/phone'
import type { Address, Resident } from '#shared/residents/resident'
import { residentsContract } from '#shared/residents/residents.contract'
import { type TooLong, tooLong } from '../text/typed-text'

export const EMPTY = {
  nik: '',
  noNikReason: '',
  nikOverrideReason: '',
  name: '',
  sex: '',
  birthPlace: '',
  birthDate: '',
  religion: '',
  maritalStatus: '',
  occupation: '',
  motherName: '',
  phone: '',
  phoneOwner: '',
  addressLine: '',
  rt: '',
  rw: '',
  villageCode: '',
  postcode: '',
  hasDomicile: '',
  domicileLine: '',
  domicileRt: '',
  domicileRw: '',
  domicileVillageCode: '',
  note: '',
  presence: '',
  familyKind: '',
  kk: '',
  familyId: '',
  relation: ''
}
export type ResidentValues = typeof EMPTY
export type ResidentField = keyof ResidentValues
export type FieldProblem = 'required' | 'unseen' | 'nik' | 'nik-or-reason' | 'kk' | 'date' | 'phone' | 'rt' | 'postcode' | 'kk-or-none'
export type ResidentErrors = Partial<Record<ResidentField, FieldProblem | TooLong>>

type Registration = z.input<typeof residentsContract.register.input>
export type Ready = Pick<Registration, 'resident' | 'family'>
export type Read = { ok: true; ready: Ready } | { ok: false; errors: ResidentErrors }

const orNull = (text: string): string | null => text.trim() || null
/** RT and RW are three digits on every paper: `3` is `003`. */
export const padded = (text: string): string => (/^\d{1,3}$/.test(text.trim()) ? text.trim().padStart(3, '0') : text.trim())

/** A kept draft over empty fields; fields that no longer exist are left out. */
export const fromDraft = (kept: Readonly<Record<string, string>>): ResidentValues =>
  Object.fromEntries(Object.entries(EMPTY).map(([field, empty]) => [field, kept[field] ?? empty])) as ResidentValues

/** Somebody of the register as one would have typed it; what the register does not say stays empty. */
export function fromRegistry({ nik, kk, name, sex, birthDate, relation, address, ...rest }: RegistryPersonCard): ResidentValues {
  return {
    ...EMPTY,
    nik: nik ?? '',
    name,
    sex: sex ?? '',
    birthPlace: rest.birthPlace ?? '',
    birthDate: birthDate ? formatDateShort(birthDate) : '',
    motherName: rest.motherName ?? '',
    addressLine: address.line,
    rt: address.rt ?? '',
    rw: address.rw ?? '',
    villageCode: address.villageCode ?? '',
    familyKind: kk ? 'new' : '',
    kk: kk ?? '',
    relation: kk ? (relation ?? '') : ''
  }
}

/** A stored person as one would have typed it. */
export function fromResident(resident: Resident): ResidentValues {
  const { address, domicile } = resident
  return {
    ...EMPTY,
    nik: resident.nik ?? '',
    noNikReason: resident.noNikReason ?? '',
    nikOverrideReason: resident.nikOverrideReason ?? '',
    name: resident.name,
    sex: resident.sex,
    birthPlace: resident.birthPlace ?? '',
    birthDate: resident.birthDate ? formatDateShort(resident.birthDate) : '',
    religion: resident.religion ?? '',
    maritalStatus: resident.maritalStatus ?? '',
    occupation: resident.occupation ?? '',
    motherName: resident.motherName ?? '',
    phone: resident.phone ? formatPhone(resident.phone) : '',
    phoneOwner: resident.phoneOwner ?? '',
    addressLine: address.line,
    rt: address.rt ?? '',
    rw: address.rw ?? '',
    villageCode: address.villageCode ?? '',
    postcode: address.postcode ?? '',
    hasDomicile: domicile ? 'yes' : '',
    domicileLine: domicile?.line ?? '',
    domicileRt: domicile?.rt ?? '',
    domicileRw: domicile?.rw ?? '',
    domicileVillageCode: domicile?.villageCode ?? '',
    note: resident.note ?? '',
    presence: resident.presence ?? ''
  }
}

const address = (line: string, rt: string, rw: string, villageCode: string, postcode: string): Address => ({
  line: line.trim(),
  rt: orNull(padded(rt)),
  rw: orNull(padded(rw)),
  villageCode: orNull(villageCode),
  postcode: orNull(postcode)
})

function nikProblem(values: ResidentValues, today: LocalDate): [ResidentField, FieldProblem] | null {
  if (!values.nik.trim()) return values.noNikReason ? null : ['noNikReason', 'nik-or-reason']
  const { blocks, placeholder } = checkNik(values.nik, { today })
  if (placeholder || blocks.length === 0) return null
  return blocks.every(isOverridable) && values.nikOverrideReason.trim() ? null : ['nik', 'nik']
}

function familyProblem(values: ResidentValues): [ResidentField, FieldProblem] | null {
  if (!values.familyKind) return null
  if (values.familyKind === 'new' && values.kk.trim() && checkKk(values.kk).blocks.length > 0) return ['kk', 'kk']
  if (values.familyKind === 'existing' && !values.familyId) return ['kk', 'kk-or-none']
  return values.relation ? null : ['relation', 'required']
}

/** The typed fields as the contract wants them, or what is wrong with which field. No date is ever made up. */
export function readValues(values: ResidentValues, today: LocalDate): Read {
  const errors: ResidentErrors = {}
  for (const found of [nikProblem(values, today), familyProblem(values)]) if (found) errors[found[0]] = found[1]
  const name = checkName(values.name).blocks[0]
  if (name) errors.name = name === 'empty' ? 'required' : name === 'too-long' ? tooLong(LONGEST_NAME) : 'unseen'
  if (!values.sex) errors.sex = 'required'
  if (!values.addressLine.trim()) errors.addressLine = 'required'
  if (values.hasDomicile && !values.domicileLine.trim()) errors.domicileLine = 'required'
  const birth = parseTypedDate(values.birthDate, today, { past: true })
  if (!birth.ok && birth.problem.kind !== 'empty') errors.birthDate = 'date'
  if (values.phone.trim() && !normalizePhone(values.phone).ok) errors.phone = 'phone'
  for (const field of ['rt', 'rw', 'domicileRt', 'domicileRw'] as const)
    if (values[field] && !/^\d{3}$/.test(padded(values[field]))) errors[field] = 'rt'
  if (values.postcode.trim() && !/^\d{5}$/.test(values.postcode.trim())) errors.postcode = 'postcode'
  if (Object.keys(errors).length > 0) return { ok: false, errors }

  const ready = { resident: residentOf(values, birth.ok ? birth.value : null), family: familyOf(values) }
  const checked = residentsContract.register.input.safeParse({ ...ready, differentFrom: [] })
  if (checked.success) return { ok: true, ready }
  for (const issue of checked.error.issues)
    errors[fieldOf(issue.path)] = issue.code === 'too_big' ? tooLong(Number(issue.maximum)) : 'unseen'
  return { ok: false, errors }
}

function residentOf(values: ResidentValues, birthDate: LocalDate | null): Ready['resident'] {
  const code = <T>(text: string) => orNull(text) as T | null
  const { address: home, ...rest } = {
    name: cleanName(values.name),
    nik: orNull(values.nik),
    noNikReason: values.nik.trim() ? null : code<NonNullable<Resident['noNikReason']>>(values.noNikReason),
    nikOverrideReason: orNull(values.nikOverrideReason),
    sex: values.sex === 'female' ? ('female' as const) : ('male' as const),
    birthPlace: orNull(values.birthPlace),
    birthDate,
    religion: code<NonNullable<Resident['religion']>>(values.religion),
    maritalStatus: code<NonNullable<Resident['maritalStatus']>>(values.maritalStatus),
    occupation: orNull(values.occupation),
    motherName: orNull(values.motherName),
    phone: orNull(values.phone),
    phoneOwner: values.phone.trim() ? code<NonNullable<Resident['phoneOwner']>>(values.phoneOwner) : null,
    address: address(values.addressLine, values.rt, values.rw, values.villageCode, values.postcode),
    note: orNull(values.note),
    presence: code<NonNullable<Resident['presence']>>(values.presence)
  }
  const domicile = values.hasDomicile
    ? address(values.domicileLine, values.domicileRt, values.domicileRw, values.domicileVillageCode, '')
    : null
  return { ...rest, address: home, domicile }
}

function familyOf(values: ResidentValues): Ready['family'] {
  const relation = values.relation as NonNullable<Ready['family']>['relation']
  if (values.familyKind === 'existing') return { kind: 'existing', familyId: values.familyId, relation }
  return values.familyKind === 'new' ? { kind: 'new', kk: orNull(values.kk), relation } : null
}

function fieldOf(path: readonly PropertyKey[]): ResidentField {
  const [part, field, inner] = path.map(String)
  if (part === 'family') return 'kk'
  if (field === 'address') return inner === 'line' ? 'addressLine' : ((inner as ResidentField | undefined) ?? 'addressLine')
  if (field === 'domicile') return 'domicileLine'
  return field !== undefined && field in EMPTY ? (field as ResidentField) : 'name'
}
