import { PROGRAMMES } from '#shared/registry/person'

/** Of these a row's village is read. */
export const PLACE_TARGETS = [
  'village-code',
  'province-code',
  'district-code',
  'subdistrict-code',
  'village',
  'subdistrict',
  'district',
  'province'
] as const

/** What a column of an extract can hold. One column holds one of them; each is looked for once. */
export const COLUMN_TARGETS = [
  'nik',
  'kk',
  'family-id',
  'name',
  'last-name',
  'birth-date',
  'birth-place',
  'birth-place-date',
  'sex',
  'relation',
  'mother-name',
  'head-name',
  'address',
  'rt',
  'rw',
  'rt-rw',
  ...PLACE_TARGETS,
  'decile',
  'percentile',
  'life-status',
  'exclusion',
  'programmes',
  ...PROGRAMMES
] as const
export type ColumnTarget = (typeof COLUMN_TARGETS)[number]

/** Which header holds what, as an officer says it; an empty header says that none does. */
export type SaidColumns = Partial<Record<ColumnTarget, string>>

/** Which column, counted from 0, holds what. */
export type ColumnMap = Partial<Record<ColumnTarget, number>>

/** Why a row is not taken over; the whole row is kept in the list of rows set aside. */
export const SET_ASIDE_REASONS = [
  'too-few-cells',
  'too-many-cells',
  'cell-with-many-lines',
  'header-again',
  'no-name',
  'name-too-long',
  'only-a-name',
  'total',
  'formula',
  'two-niks',
  'number-scientific',
  'nik-rounded',
  'decile-unreadable'
] as const
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number]

/** What a row that was taken over lacks because it could not be read; what stood there is kept beside it where the row has a place for it. */
export const ROW_REMARKS = [
  'nik-unreadable',
  'nik-missing',
  'kk-unreadable',
  'kk-from-above',
  'birth-date-unreadable',
  'birth-year-unclear',
  'village-unknown',
  'sex-unreadable',
  'relation-unreadable',
  'life-status-unreadable',
  'programme-unreadable',
  'decile-range'
] as const
export type RowRemark = (typeof ROW_REMARKS)[number]
