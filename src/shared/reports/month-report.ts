import { ENDINGS, OUTCOMES } from '#shared/cases/case'
import type { LocalDate } from '#shared/clock'
import type { TermName } from '#shared/directory/directory'
import type { Language } from '#shared/local-date-input'
import { VULNERABLE_GROUPS } from '#shared/visits/visit'
import type { Month } from './month'
import { ELSEWHERE, type MonthCounts } from './month-counts'
import { REPORT_WORDS } from './report-words'

/** What a month came to beside the month before, with the names of what is counted; of people there are only numbers. */
export type MonthReport = {
  month: Month
  /** The day it was counted on. */
  madeOn: LocalDate
  /** The first month of which this desk knows a visit; null when it knows none. */
  first: Month | null
  now: MonthCounts
  /** Null where nothing is known of so early a month. */
  before: MonthCounts | null
  names: { services: Record<string, TermName>; agencies: Record<string, string>; villages: Record<string, string> }
}

type Unit = 'count' | 'days' | 'percent'
/** A number of a report; null where there is nothing to tell, such as the average of none. */
export type Figure = { n: number | null; unit: Unit; isChange?: boolean }
type Row = { key: string; name: string; figures: Figure[] }
type SectionKey = keyof (typeof REPORT_WORDS)['id']['section']
/** One table of a report, in words of one language; `total` is the sum of the rows where it means something. */
export type ReportSection = { key: SectionKey; title: string; of: string; columns: string[]; rows: Row[]; total: Row | null }

const count = (n: number | null | undefined): Figure => ({ n: n ?? null, unit: 'count' })
const days = (n: number | null | undefined): Figure => ({ n: n ?? null, unit: 'days' })
const share = (part: number, of: number): Figure => ({ n: of === 0 ? null : Math.round((part / of) * 1000) / 10, unit: 'percent' })

/** The report as tables, the same for the screen, the paper and the file. */
export function reportSections({ now, before, names }: MonthReport, language: Language): ReportSection[] {
  const words = REPORT_WORDS[language]
  const { column, line } = words
  /** What there was of a key in the month before: none, unless nothing is known of that month. */
  const then = (n: number | undefined): Figure => count(before ? (n ?? 0) : null)

  const summaryRow = (key: keyof typeof line, figureOf: (counts: MonthCounts) => Figure): Row => {
    const [is, was] = [figureOf(now), before ? figureOf(before) : null]
    const change = is.n === null || was === null || was.n === null ? null : Math.round((is.n - was.n) * 10) / 10
    return { key, name: line[key], figures: [is, was ?? { ...is, n: null }, { n: change, unit: is.unit, isChange: true }] }
  }
  const summary: ReportSection = {
    key: 'summary',
    title: words.section.summary,
    of: words.of.summary,
    columns: [column.now, column.before, column.change],
    rows: [
      summaryRow('all', ({ visits }) => count(visits.all)),
      summaryRow('done', ({ visits }) => count(visits.done)),
      summaryRow('noShow', ({ visits }) => count(visits.noShow)),
      summaryRow('open', ({ visits }) => count(visits.open)),
      summaryRow('fast', ({ visits }) => count(visits.fast)),
      summaryRow('fastShare', ({ visits }) => share(visits.fast, visits.all)),
      summaryRow('opened', ({ cases }) => count(cases.opened)),
      summaryRow('daysToEnding', ({ cases }) => days(cases.daysToEnding)),
      summaryRow('closed', ({ cases }) => count(cases.closed)),
      summaryRow('daysToClosing', ({ cases }) => days(cases.daysToClosing)),
      summaryRow('sent', ({ referrals }) => count(referrals.sent)),
      summaryRow('answered', ({ referrals }) => count(referrals.answered)),
      summaryRow('overdue', ({ referrals }) => count(referrals.overdue)),
      summaryRow('daysToAnswer', ({ referrals }) => days(referrals.daysToAnswer)),
      summaryRow('issued', ({ letters }) => count(letters.issued)),
      summaryRow('void', ({ letters }) => count(letters.void))
    ],
    total: null
  }

  /** A row for whatever was counted in either month, the largest first; below them their sum. */
  const table = <C>(
    key: SectionKey,
    columns: string[],
    of: (counts: MonthCounts) => Record<string, C>,
    nameOf: (key: string) => string,
    figuresOf: (counts: C | undefined) => Figure[],
    main: (counts: C) => number,
    total?: (counts: MonthCounts) => C
  ): ReportSection => {
    const [is, was] = [of(now), before ? of(before) : {}]
    const mainOf = (counts: C | undefined) => (counts === undefined ? 0 : main(counts))
    const rows = [...new Set([...Object.keys(is), ...Object.keys(was)])]
      .map(one => ({ key: one, name: nameOf(one), main: mainOf(is[one]), figures: [...figuresOf(is[one]), then(mainOf(was[one]))] }))
      .sort((a, b) => b.main - a.main || a.name.localeCompare(b.name, language))
      .map(({ main: _, ...row }) => row)
    const sum: Row | null =
      rows.length > 1 ? { key: 'total', name: words.total, figures: sumOf(rows, total && figuresOf(total(now))) } : null
    return { key, title: words.section[key], of: words.of[key], columns: [...columns, column.before], rows, total: sum }
  }

  return [
    summary,
    table(
      'services',
      [column.opened, ...ENDINGS.map(ending => column[ending]), column.noEnding],
      ({ services }) => services,
      code => names.services[code]?.[language === 'en' ? 'nameEn' : 'nameId'] ?? (code || words.noService),
      own => [count(own?.opened ?? 0), ...ENDINGS.map(ending => count(own?.[ending] ?? 0)), count(own?.noEnding ?? 0)],
      ({ opened }) => opened
    ),
    table(
      'agencies',
      [column.sent, column.answered, column.overdue, column.daysToAnswer],
      ({ agencies }) => agencies,
      id => names.agencies[id] ?? id,
      own => [count(own?.sent ?? 0), count(own?.answered ?? 0), count(own?.overdue ?? 0), days(own?.daysToAnswer)],
      ({ sent }) => sent,
      ({ referrals }) => referrals
    ),
    table(
      'outcomes',
      [column.closed],
      ({ outcomes }) => outcomes as Record<string, number>,
      code => words.outcome[OUTCOMES.find(one => one === code) ?? 'fulfilled'],
      n => [count(n ?? 0)],
      n => n
    ),
    table(
      'groups',
      [column.visits],
      ({ groups }) => groups as Record<string, number>,
      code => words.vulnerableGroup[VULNERABLE_GROUPS.find(one => one === code) ?? 'emergency'],
      n => [count(n ?? 0)],
      n => n
    ),
    table(
      'villages',
      [column.cases, column.people],
      ({ villages }) => villages,
      code => (code === ELSEWHERE ? words.elsewhere : code === '' ? words.noVillage : (names.villages[code] ?? code)),
      own => [count(own?.cases ?? 0), count(own?.people ?? 0)],
      ({ cases }) => cases
    )
  ]
}

/** The sums of each column; what is no count is taken from `whole`, as averages have no sum. */
const sumOf = (rows: readonly Row[], whole: readonly Figure[] | undefined): Figure[] =>
  (rows[0]?.figures ?? []).map(({ unit }, at) => {
    if (unit !== 'count') return whole?.[at] ?? { n: null, unit }
    const parts = rows.map(row => row.figures[at]?.n ?? null)
    return count(parts.every(n => n === null) ? null : parts.reduce<number>((sum, n) => sum + (n ?? 0), 0))
  })

/** What is to be read with the figures. */
export const reportNotes = ({ now }: MonthReport, language: Language): string[] => {
  const { notes, mistakes } = REPORT_WORDS[language]
  return now.cases.mistakes > 0 ? [...notes, mistakes(now.cases.mistakes)] : [...notes]
}

/** Whether anybody came, or anything was sent, closed or dated in the month. */
export const isEmptyMonth = ({ visits, cases, referrals, letters }: MonthCounts): boolean =>
  visits.all + cases.opened + cases.closed + referrals.sent + letters.issued + letters.void === 0

/** A figure as it is read: `1.234`, `2,5`, `40%`, `+3`; a dash where there is none. */
export function figureText({ n, unit, isChange = false }: Figure, language: Language): string {
  if (n === null) return '–'
  const [group, decimal] = language === 'en' ? [',', '.'] : ['.', ',']
  const [whole = '', part] = Math.abs(n).toString().split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, group) + (part ? decimal + part : '')
  const sign = n < 0 ? '−' : isChange && n > 0 ? '+' : ''
  return `${sign}${digits}${unit === 'percent' ? '%' : ''}`
}

const FILE_COLUMNS = ['bulan', 'bagian', 'uraian', 'ukuran', 'satuan', 'nilai'] as const

/** The report as one long table, a figure a row, so that files of several months can be put below each other; sums are left to the reader's program. */
export function reportTable(report: MonthReport): { columns: readonly string[]; rows: (string | number)[][] } {
  const { unit } = REPORT_WORDS.id
  const rows = reportSections(report, 'id').flatMap(({ title, columns, rows: lines }) =>
    lines.flatMap(({ name, figures }) =>
      figures.flatMap((figure, at) =>
        figure.n === null || figure.isChange ? [] : [[report.month, title, name, columns[at] ?? '', unit[figure.unit], figure.n]]
      )
    )
  )
  return { columns: FILE_COLUMNS, rows }
}
