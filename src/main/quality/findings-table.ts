import { FINDING_WORDS } from '#shared/quality/finding-words'
import type { ListedPerson } from '#shared/quality/list-check'
import type { ListCheck } from '#shared/quality/list-check.contract'
import { IMPORT_WORDS } from '#shared/registry/import-words'
import type { Doubt, Evidence } from '#shared/residents/match'
import { MATCH_WORDS } from '#shared/residents/match-words'

const words = MATCH_WORDS.id
const saying = (evidence: readonly Evidence[], doubts: readonly Doubt[]): string =>
  [...evidence.map(code => words.evidence[code]), ...doubts.map(code => words.doubt[code])].join('; ')
const person = ({ row, name, nikMasked, birthDate }: ListedPerson): string[] => [String(row), name, nikMasked ?? '', birthDate ?? '']

/** The findings as a table for who wrote the list, one line a row of it; the NIK stays masked, the row says who is meant. */
export function findingsTable({ aside, niks, unread, groups, meetings }: ListCheck): { columns: string[]; rows: string[][] } {
  return {
    columns: ['baris', 'nama', 'NIK', 'tanggal lahir', 'temuan', 'rincian', 'kelompok'],
    rows: [
      ...groups.flatMap((group, at) =>
        group.people.map(one => [...person(one), 'Mungkin ganda di daftar ini', saying(group.evidence, group.doubts), String(at + 1)])
      ),
      ...meetings.map(one => [...person(one.person), 'Mungkin sudah tercatat di kantor', saying(one.evidence, one.doubts), '']),
      ...niks.map(one => [...person(one), 'NIK perlu diperiksa', FINDING_WORDS.id[one.finding], '']),
      ...unread.map(one => [...person(one), 'Isian perlu diperiksa', IMPORT_WORDS.id.remark[one.remark], '']),
      ...aside.map(({ row, reason }) => [String(row), '', '', '', 'Baris tidak dapat dibaca', IMPORT_WORDS.id.setAside[reason], ''])
    ]
  }
}
