import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { RegistryPerson } from '#shared/registry/person'
import { registryRows } from '../generated-registry/people.ts'

const PEOPLE = 3_000
const SEED = 3_324

/** A made-up family of Desa Kebonharjo whose PBI-JK is inactive: the one that the tour and the first steps look for. */
const FAMILY: RegistryPerson[] = [
  member({ nik: '3324140506870003', name: 'AGUS SETIAWAN CONTOH', birthDate: '1987-06-05', sex: 'male', relation: 'head' }),
  member({ nik: '3324145708900001', name: 'SITI AMINAH CONTOH', birthDate: '1990-08-17', sex: 'female', relation: 'wife' }),
  member({ nik: '3324141102180002', name: 'RIZKY RAMADHAN CONTOH', birthDate: '2018-02-11', sex: 'male', relation: 'child' })
]

/** Writes the people of the sample office's register: this family, and a few thousand generated ones. */
export async function writeSampleRegistry(file: string): Promise<void> {
  const people = [...FAMILY]
  for await (const batch of registryRows(PEOPLE, SEED)) people.push(...batch)
  writeFileSync(file, gzipSync(JSON.stringify(people)))
}

function member(own: Pick<RegistryPerson, 'nik' | 'name' | 'birthDate' | 'sex' | 'relation'>): RegistryPerson {
  return {
    nikText: null,
    kk: '3324141203150007',
    familyId: null,
    birthText: null,
    birthPlace: 'KENDAL',
    motherName: null,
    headName: null,
    addressLine: 'DUSUN KRAJAN',
    rt: '003',
    rw: '005',
    village: { codeSet: 'kemendagri', code: '33.24.14.2006' },
    decile: 3,
    programmes: { pkh: 'none', sembako: 'active', 'pbi-jk': 'inactive' },
    exclusions: [],
    exclusionText: null,
    lifeStatus: 'active',
    codeSet: 'words',
    ...own
  }
}
