import type { RowRemark, SetAsideReason } from '#shared/registry/import-columns'
import type { RegistryPerson } from '#shared/registry/person'
import { type Comparable, comparable } from '#shared/residents/match'
import { checkNik } from '#shared/residents/nik'
import { openAreaBook } from '../import/areas'
import type { SaidMap } from '../import/column-maps'
import { ImportError } from '../import/import-error'
import { chosenColumns, guessAnswers, habitsOf, isHeaderOf, look, refuseMissing } from '../import/look'
import { rowReader } from '../import/read-row'

/** One record of a list: its row in the file, the person, what of the row could not be read, and the keys to compare by. */
export type Listed = { row: number; person: RegistryPerson; remarks: RowRemark[]; comparable: Comparable }

export type ReadList = { people: Listed[]; aside: { row: number; reason: SetAsideReason }[] }

/** `year`: the one that the list is of. */
type ListOrder = { file: string; referenceFile: string; map: SaidMap | null; year: number }

/** Reads a list into memory to look for duplicates in it; rows that are no people are named with their reasons. Throws an ImportError. */
export async function readList({ file, referenceFile, map, year }: ListOrder): Promise<ReadList> {
  const found = await look(file, isHeaderOf(map))
  const columns = chosenColumns(found, map?.columns ?? {})
  refuseMissing(columns, 'village-list')
  const areas = openAreaBook(referenceFile)
  const { table, header, width, skippedRows } = found
  const answers = guessAnswers(found, columns, 'village-list')
  const readRow = rowReader({
    columns,
    header,
    width,
    decode: table.decode,
    answers,
    kkFromAbove: map?.kkFromAbove ?? false,
    areas,
    ...(await habitsOf(found, columns)),
    year
  })
  // a village's own list does not say which village it is
  const onlyVillage = columns.village === undefined && columns['village-code'] === undefined ? 'one' : null
  const people: Listed[] = []
  const aside: ReadList['aside'] = []
  let row = 0
  try {
    for await (const batch of table.rows())
      for (const cells of batch) {
        row++
        if (row <= skippedRows) continue
        const read = readRow(cells)
        if (read.kind === 'set-aside') aside.push({ row, reason: read.reason })
        if (read.kind !== 'person') continue
        const { person, remarks } = read
        people.push({ row, person, remarks, comparable: comparablePerson(person, onlyVillage) })
      }
  } finally {
    areas.close()
  }
  if (people.length === 0) throw new ImportError({ kind: 'nothing-taken-over', read: aside.length, reason: aside[0]?.reason ?? '' })
  return { people, aside }
}

/** A row of an extract as it is compared; the sex that a list leaves out stands in the NIK. */
export function comparablePerson(person: RegistryPerson, onlyVillage: string | null = null): Comparable {
  const { name, nik, birthDate, motherName } = person
  const sex = person.sex ?? (nik ? (checkNik(nik, { today: '2026-01-01' }).birth?.sex ?? null) : null)
  return comparable({
    name,
    nik,
    family: person.kk ?? person.familyId,
    birthDate,
    sex,
    villageCode: person.village?.code ?? onlyVillage,
    motherName
  })
}
