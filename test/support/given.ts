// What a test needs to be there before it begins; states only what matters and makes up the rest.
import { randomBytes } from 'node:crypto'
import type { Case } from '#shared/cases/case'
import type { DeskApi } from '#shared/contract'
import type { LetterOrder } from '#shared/letters/letters.contract'
import type { Resident } from '#shared/residents/resident'
import type { ResidentInput } from '#shared/residents/residents.contract'
import type { Visit } from '#shared/visits/visit'
import { hospitalOrder } from '../../scripts/hospital-order'
import { value } from './test-desk'

/** A generated woman of Desa Kebonharjo, Patebon, Kendal. */
export const personInput = (fields: Partial<ResidentInput> = {}): ResidentInput => ({
  name: 'Siti Aminah Contoh',
  nik: '3324105708900001',
  noNikReason: null,
  nikOverrideReason: null,
  sex: 'female',
  birthPlace: 'Kendal',
  birthDate: '1990-08-17',
  religion: 'islam',
  maritalStatus: 'married',
  occupation: 'Buruh harian lepas',
  motherName: null,
  phone: '0812 3456 7890',
  phoneOwner: 'self',
  address: { line: 'Dusun Krajan', rt: '003', rw: '005', villageCode: null, postcode: null },
  domicile: null,
  note: null,
  ...fields
})

export async function givenResident(api: DeskApi, fields: Partial<ResidentInput> = {}): Promise<Resident> {
  return value(await api.residents.register({ resident: personInput(fields), family: null, differentFrom: [] }))
}

export async function givenVisit(api: DeskApi, lane: Visit['lane'] = 'general'): Promise<Visit> {
  const { id } = value(await api.visits.checkIn({ lane, channel: 'walk-in', purpose: null, vulnerableGroup: null }))
  return value(await api.visits.serve({ visitId: id }))
}

/** A case about a cut PBI, opened in a visit that is being served. */
export async function givenCase(
  api: DeskApi,
  fields: { visitId?: string; residentId?: string; serviceCode?: string | null } = {}
): Promise<Case> {
  const visitId = fields.visitId ?? (await givenVisit(api)).id
  const residentId = fields.residentId ?? (await givenResident(api)).id
  const { serviceCode = null } = fields
  return value(
    await api.cases.open({
      visitId,
      residentId,
      kind: 'request',
      sector: 'health',
      problemType: 'nonaktif',
      serviceCode,
      summary: 'BPJS PBI tidak aktif sejak bulan lalu',
      urgency: 'normal'
    })
  )
}

/** An order for a letter to the hospital, or to another agency, with all that it needs, resting on a referral of the case. */
export async function givenLetterOrder(
  api: DeskApi,
  caseId: string,
  fields: Partial<LetterOrder> = {}
): Promise<LetterOrder & { inSpiteOf: string | null }> {
  return { ...(await hospitalOrder(api, caseId, fields.organizationId)), ...fields }
}

/** A picture of so many bytes and a few more, as no other is; nothing but its beginning is one. */
export const pictureOf = (bytes: number): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(bytes)]))
