import type { z } from 'zod'
import { type LocalDate, yearOf } from '#shared/clock'
import type { OwnScope } from '#shared/office/desk-scope'
import type { Office, OfficeSettings, Signer } from '#shared/office/office'
import type { Verifier } from '#shared/officers/officer'
import type { OfficerInput } from '#shared/officers/officers.contract'
import { create } from '../changes/record'
import type { Writer } from '../database/tables'
import type { Desk } from '../desk'
import { seedOrganizations } from '../directory/organization-start'
import { isUnitOfAnother } from './office.store'

export type SetUp = {
  settings: OfficeSettings
  deskCode: string
  /** `mustChange`: whoever sets up the office knows the PIN, and its owner chooses another. */
  officers: (z.infer<typeof OfficerInput> & { verifier: Verifier; mustChange?: boolean })[]
  signers: Omit<Signer, 'id' | 'isActive'>[]
  firstNumber: number
}

/** Everything a desk starts with, in the change that is being made: its own key, the office, people, agencies, and this year's letter book. */
export async function setUpOffice(trx: Writer, desk: Desk, set: SetUp, today: LocalDate): Promise<Office> {
  nameDevice(trx, desk, set.deskCode)
  const office = create(trx, 'office', { id: trx.newId(), deskCode: set.deskCode, ...set.settings })
  for (const { verifier, ...officer } of set.officers)
    create(trx, 'officer', { id: trx.newId(), ...officer, pin: verifier, isActive: true })
  for (const signer of set.signers) create(trx, 'signer', { id: trx.newId(), ...signer, isActive: true })
  for (const start of await seedOrganizations(desk.reference, set.settings.districtCode)) {
    create(trx, 'organization', { id: trx.newId(), ...start, phone: null, isActive: true })
  }
  openBook(trx, set.settings.unitCode, today, set.firstNumber)
  return office
}

/** A further desk of an office that the district knows: its own key, its own copy of the settings with its own unit code, its own letter book. */
export async function openDeskOf(
  trx: Writer,
  desk: Desk,
  { id: _, ...settings }: Office,
  today: LocalDate,
  serves?: OwnScope
): Promise<Office> {
  const { deskCode } = settings
  const of = (unit: string) => `${unit}-${deskCode}`.slice(-20)
  const plain = of(settings.unitCode.replace(/-[A-Z]{1,2}$/, ''))
  const unitCode = (await isUnitOfAnother(trx, plain)) ? of(settings.unitCode) : plain
  nameDevice(trx, desk, deskCode, serves)
  const office = create(trx, 'office', { ...settings, id: trx.newId(), unitCode })
  openBook(trx, unitCode, today, 1)
  return office
}

function nameDevice(trx: Writer, { author, keyId }: Desk, code: string, serves?: OwnScope): void {
  const publicKey = author.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  create(trx, 'device', { id: author.device, code, keyId, publicKey, ...(serves && { serves }) })
}

function openBook(trx: Writer, unitCode: string, today: LocalDate, first: number): void {
  create(trx, 'letterBook', { id: trx.newId(), unitCode, year: yearOf(today), mode: 'own', startAt: first, nextSequence: first })
}
