import { yearOf } from '#shared/clock'
import type { ListedPerson, ListFindings, NikFinding } from '#shared/quality/list-check'
import type { RowRemark } from '#shared/registry/import-columns'
import type { Comparable } from '#shared/residents/match'
import { checkNik, maskNik } from '#shared/residents/nik'
import { findBetween, findGroups } from './find-groups'
import { type Listed, readList } from './read-list'

/** `known`: the residents of the office, as they are compared. `today` is the office's day. */
export type CheckOrder = { file: string; referenceFile: string; known: Comparable[]; today: string }

/** Below this two records are not worth a facilitator's time. */
const LEAST_SCORE = 0.6

/** Looks through a village's own list before it is sent up; throws an ImportError when it is none. */
export async function checkList({ file, referenceFile, known, today }: CheckOrder): Promise<ListFindings> {
  const { people, aside } = await readList({ file, referenceFile, map: null, year: yearOf(today) })
  const list = people.map(one => one.comparable)
  const groups = await findGroups(list, LEAST_SCORE)
  const meetings = await findBetween(list, known, LEAST_SCORE)
  const cardAt = (at: number): ListedPerson[] => {
    const one = people[at]
    return one ? [cardOf(one)] : []
  }
  return {
    people: people.length,
    aside,
    niks: people.flatMap(one => nikFindings(one, today).map(finding => ({ ...cardOf(one), finding }))),
    unread: people.flatMap(one => unreadIn(one).map(remark => ({ ...cardOf(one), remark }))),
    groups: groups.map(({ score, members, links }) => ({
      score,
      people: members.flatMap(cardAt),
      evidence: [...new Set(links.flatMap(link => link.evidence))],
      doubts: [...new Set(links.flatMap(link => link.doubts))]
    })),
    meetings: meetings.flatMap(({ a, b, score, evidence, doubts }) =>
      cardAt(a).map(person => ({ score, person, residentAt: b, evidence, doubts }))
    )
  }
}

const cardOf = ({ row, person }: Listed): ListedPerson => ({
  row,
  name: person.name,
  nikMasked: person.nik && maskNik(person.nik),
  birthDate: person.birthDate
})

/** A row may have several programmes that cannot be read; of its NIK there are findings of their own. */
const unreadIn = ({ remarks }: Listed): RowRemark[] => [
  ...new Set(remarks.filter(remark => remark !== 'nik-missing' && remark !== 'nik-unreadable'))
]

function nikFindings({ person }: Listed, today: string): NikFinding[] {
  const { nik, nikText, birthDate, sex } = person
  if (!nik) return [nikText === null ? 'nik-missing' : 'nik-unreadable']
  const { blocks, warnings } = checkNik(nik, { today, ...(birthDate ? { birthDate } : {}), ...(sex ? { sex } : {}) })
  return [...blocks, ...warnings]
}
