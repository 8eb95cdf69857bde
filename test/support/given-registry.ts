// A copy of the register on a test desk, built and opened as the product does it.
import { mkdirSync } from 'node:fs'
import type { Desk } from '#main/desk'
import { buildRegistry } from '#registry/build'
import { signerOf } from '#registry/manifest'
import type { EditionDraft } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'

/** A generated woman of Desa Kebonharjo at decile 3, whose PBI-JK is inactive. */
export const registryPerson = (fields: Partial<RegistryPerson> = {}): RegistryPerson => ({
  nik: '3324105708900001',
  nikText: null,
  kk: '3324141203150007',
  familyId: null,
  name: 'SITI AMINAH CONTOH',
  birthDate: '1990-08-17',
  birthText: null,
  birthPlace: 'KENDAL',
  sex: 'female',
  relation: 'wife',
  motherName: null,
  headName: null,
  addressLine: 'DUSUN KRAJAN',
  rt: '003',
  rw: '005',
  village: { codeSet: 'kemendagri', code: '33.24.14.2006' },
  decile: 3,
  programmes: { sembako: 'active', 'pbi-jk': 'inactive', pkh: 'none' },
  exclusions: [],
  exclusionText: null,
  lifeStatus: 'active',
  codeSet: 'words',
  ...fields
})

/** Her husband, the head of the family. */
export const registryHead = (): RegistryPerson =>
  registryPerson({ nik: '3324140506870003', name: 'AGUS SETIAWAN CONTOH', birthDate: '1987-06-05', sex: 'male', relation: 'head' })

export async function givenRegistry(
  desk: Pick<Desk, 'registry' | 'author' | 'clock'>,
  people: RegistryPerson[],
  edition: Partial<EditionDraft> = {},
  village: string | null = null
): Promise<void> {
  const draft: EditionDraft = {
    source: 'DTSEN',
    period: '2026-T4',
    takenOn: '2026-10-18',
    importedAt: desk.clock.now(),
    fileHash: null,
    ...edition
  }
  mkdirSync(desk.registry.folder, { recursive: true })
  await buildRegistry({
    ...desk.registry.placeFor({ ...draft, village }),
    edition: draft,
    rows: (async function* () {
      yield people
    })(),
    signer: signerOf(desk.author.privateKey)
  })
}
