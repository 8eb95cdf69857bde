import type { Service } from '#shared/directory/directory'
import type { DocumentCode } from './documents.ts'
import type { PaperNote } from './paper-notes.ts'

/** One paper as one service asks for it. */
export type DocumentNeed = {
  document: DocumentCode
  form: 'copy' | 'original' | 'shown'
  isMandatory: boolean
  count: number
  validDays: number | null
  note: PaperNote | null
}

/** A service as the data modules write it; what is the same for all of them (free, active, checked on) is added by `entry`. */
export type ServiceEntry = Service & { documents: DocumentNeed[] }

type Limit = Pick<Service, 'timeLimit' | 'timeLimitUnit' | 'timeLimitSource'>
type Written = Omit<Service, 'feesDescription' | 'status' | 'assuredDate' | keyof Limit> & { limit: Limit; documents: DocumentNeed[] }

/** The day these entries were last compared with the published standards they come from. */
const CHECKED_ON = '2026-11-21'

export function entry({ limit, ...written }: Written): ServiceEntry {
  return { ...written, ...limit, feesDescription: 'Tidak dipungut biaya', status: 'active', assuredDate: CHECKED_ON }
}

type Detail = { count?: number; validDays?: number; note?: PaperNote }
const need = (document: DocumentCode, form: DocumentNeed['form'], isMandatory: boolean, detail: Detail): DocumentNeed => ({
  document,
  form,
  isMandatory,
  count: detail.count ?? 1,
  validDays: detail.validDays ?? null,
  note: detail.note ?? null
})

export const copyOf = (document: DocumentCode, detail: Detail = {}) => need(document, 'copy', true, detail)
export const originalOf = (document: DocumentCode, detail: Detail = {}) => need(document, 'original', true, detail)
export const shown = (document: DocumentCode, detail: Detail = {}) => need(document, 'shown', true, detail)
/** The same paper, asked for only where the note says so. */
export const ifAny = (paper: DocumentNeed, note: PaperNote = 'Bila ada'): DocumentNeed => ({
  ...paper,
  isMandatory: false,
  note: paper.note ?? note
})

/** A limit from the published service standard of a district. */
export const standardOf = (district: string, timeLimit: number, timeLimitUnit: Limit['timeLimitUnit']): Limit => ({
  timeLimit,
  timeLimitUnit,
  timeLimitSource: `Standar pelayanan ${district}`
})
/** No published limit was found: a suggestion that the office replaces by its own standard. */
export const suggested = (timeLimit: number, timeLimitUnit: Limit['timeLimitUnit']): Limit => ({
  timeLimit,
  timeLimitUnit,
  timeLimitSource: 'Usulan awal aplikasi, sesuaikan dengan standar pelayanan kantor'
})
