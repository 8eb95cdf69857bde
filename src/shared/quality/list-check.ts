import type { RowRemark, SetAsideReason } from '#shared/registry/import-columns'
import type { Doubt, Evidence } from '#shared/residents/match'
import type { NikBlock, NikWarning } from '#shared/residents/nik'

/** Somebody on a list, by the row of the file. */
export type ListedPerson = { row: number; name: string; nikMasked: string | null; birthDate: string | null }

export const NIK_FINDINGS = ['nik-missing', 'nik-unreadable'] as const
export type NikFinding = (typeof NIK_FINDINGS)[number] | NikBlock | NikWarning

/** People who may be one: inside the list, or one of the list and a resident of the office. */
export type ListGroup = { score: number; people: ListedPerson[]; evidence: Evidence[]; doubts: Doubt[] }
/** `residentAt`: the resident's place among those the list was compared with. */
export type ListMeeting = { score: number; person: ListedPerson; residentAt: number; evidence: Evidence[]; doubts: Doubt[] }

/** What is wrong with a village's list before it is sent up. */
export type ListFindings = {
  people: number
  /** Rows that are no people, or that cannot be trusted. */
  aside: { row: number; reason: SetAsideReason }[]
  niks: (ListedPerson & { finding: NikFinding })[]
  /** What else stands in a row and could not be read: a day that does not exist, half a card number, an unknown village. */
  unread: (ListedPerson & { remark: RowRemark })[]
  groups: ListGroup[]
  meetings: ListMeeting[]
}
