import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import type { RegistryPerson } from '#shared/registry/person'
import { registryRows } from '../generated-registry/people.ts'

const COLUMNS: [string, (person: RegistryPerson) => string | number | null][] = [
  ['NIK', person => person.nik],
  ['NO KK', person => person.kk],
  ['NAMA LENGKAP', person => person.name],
  ['TEMPAT LAHIR', person => person.birthPlace],
  ['TANGGAL LAHIR', person => person.birthDate],
  ['JENIS KELAMIN', person => (person.sex === 'female' ? 'Perempuan' : 'Laki-laki')],
  ['SHDK', person => ({ head: 'Kepala Keluarga', husband: 'Suami', wife: 'Istri' })[person.relation as 'head'] ?? 'Anak'],
  ['ALAMAT', person => person.addressLine],
  ['RT', person => person.rt],
  ['RW', person => person.rw],
  ['KODE DESA', person => person.village?.code ?? null],
  ['DESIL', person => person.decile],
  ['PKH', person => said(person.programmes.pkh)],
  ['BPNT', person => said(person.programmes.sembako)],
  ['PBI JK', person => said(person.programmes['pbi-jk'])],
  ['STATUS', person => (person.lifeStatus === 'dead' ? 'Meninggal' : 'Aktif')]
]
const said = (state: string | undefined): string => ({ active: 'Aktif', inactive: 'Nonaktif', none: 'Tidak' })[state as 'none'] ?? ''

/** Writes made-up people as an extract in CSV; the same seed gives the same file. */
export async function writeRegistryCsv(path: string, count: number, seed: number): Promise<void> {
  const file = createWriteStream(path)
  file.write(stringify([COLUMNS.map(([header]) => header)]))
  for await (const batch of registryRows(count, seed))
    if (!file.write(stringify(batch.map(person => COLUMNS.map(([, of]) => of(person)))))) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
}
