import type { Service } from '#shared/directory/directory'
import type { DocumentCode } from './documents.ts'
import type { PaperNote } from './paper-notes.ts'
import { servicesEnglish } from './services-english.ts'

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

type Limit = Pick<Service, 'timeLimit' | 'timeLimitUnit' | 'timeLimitSource' | 'timeLimitSourceEn'>
type English = 'descriptionEn' | 'applicationProcessEn' | 'eligibilityDescriptionEn' | 'feesDescriptionEn'
type Written = Omit<Service, 'feesDescription' | 'status' | 'assuredDate' | English | keyof Limit> & {
  limit: Limit
  documents: DocumentNeed[]
}

/** The day these entries were last compared with the published standards they come from. */
const CHECKED_ON = '2026-11-21'

export function entry({ limit, ...written }: Written): ServiceEntry {
  const english = servicesEnglish[written.code]
  if (!english) throw new Error(`no English for the service ${written.code}`)
  return {
    ...written,
    ...limit,
    descriptionEn: english.what,
    eligibilityDescriptionEn: english.who,
    applicationProcessEn: english.how,
    feesDescription: 'Tidak dipungut biaya',
    feesDescriptionEn: 'Free of charge',
    status: 'active',
    assuredDate: CHECKED_ON
  }
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

/** A limit from the published service standard of a district; `remark` says in both languages what is special about it. */
export const standardOf = (
  district: string,
  timeLimit: number,
  timeLimitUnit: Limit['timeLimitUnit'],
  remark?: readonly [id: string, en: string]
): Limit => ({
  timeLimit,
  timeLimitUnit,
  timeLimitSource: `Standar pelayanan ${district}${remark ? ` (${remark[0]})` : ''}`,
  timeLimitSourceEn: `Service standard of ${district}${remark ? ` (${remark[1]})` : ''}`
})
/** No published limit was found: a suggestion that the office replaces by its own standard. */
export const suggested = (timeLimit: number, timeLimitUnit: Limit['timeLimitUnit']): Limit => ({
  timeLimit,
  timeLimitUnit,
  timeLimitSource: 'Usulan awal aplikasi, sesuaikan dengan standar pelayanan kantor',
  timeLimitSourceEn: 'This program’s own suggestion, to be replaced by the office’s service standard'
})
