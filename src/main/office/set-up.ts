import type { z } from 'zod'
import { type LocalDate, yearOf } from '#shared/clock'
import type { Office, OfficeSettings, Signer } from '#shared/office/office'
import type { PinVerifier } from '#shared/officers/officer'
import type { OfficerInput } from '#shared/officers/officers.contract'
import { create } from '../changes/record'
import type { Writer } from '../database/tables'
import type { Desk } from '../desk'
import { seedOrganizations } from '../directory/organization-start'

export type SetUp = {
  settings: OfficeSettings
  deskCode: string
  officers: (z.infer<typeof OfficerInput> & { verifier: PinVerifier })[]
  signers: Omit<Signer, 'id' | 'isActive'>[]
  firstNumber: number
}

/** Everything a desk starts with, in the change that is being made: its own key, the office, people, agencies, and this year's letter book. */
export async function setUpOffice(trx: Writer, desk: Desk, set: SetUp, today: LocalDate): Promise<Office> {
  const { author, keyId } = desk
  const publicKey = author.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  create(trx, 'device', { id: author.device, code: set.deskCode, keyId, publicKey })
  const office = create(trx, 'office', { id: trx.newId(), deskCode: set.deskCode, ...set.settings })
  for (const { verifier, ...officer } of set.officers)
    create(trx, 'officer', { id: trx.newId(), ...officer, pin: verifier, isActive: true })
  for (const signer of set.signers) create(trx, 'signer', { id: trx.newId(), ...signer, isActive: true })
  for (const start of await seedOrganizations(desk.reference, set.settings.districtCode)) {
    create(trx, 'organization', { id: trx.newId(), ...start, phone: null, isActive: true })
  }
  create(trx, 'letterBook', {
    id: trx.newId(),
    unitCode: set.settings.unitCode,
    year: yearOf(today),
    mode: 'own',
    startAt: set.firstNumber,
    nextSequence: set.firstNumber
  })
  return office
}
