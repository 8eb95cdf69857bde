import { IconReportAnalytics } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Month, monthAfter, monthBefore, monthName, monthOf, monthsBack } from '#shared/reports/month'
import { isEmptyMonth, type MonthReport, reportNotes, reportSections } from '#shared/reports/month-report'
import { api } from '../api'
import { KEYS } from '../keys'
import { PaperButton } from '../paper/PaperButton'
import { useMay, useSession } from '../session'
import { asLanguage, useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { SelectField } from '../ui/SelectField'
import { useCall } from '../use-call'
import styles from './ReportScreen.module.css'
import { SaveReportDialog } from './SaveReportDialog'
import { SectionTable } from './SectionTable'

/** Ten years to choose from. */
const MOST_MONTHS = 120

/** The office's figures of one month beside those of the month before. */
export function ReportScreen() {
  const { t, i18n } = useTranslation()
  const may = useMay()
  const { today } = useSession()
  const language = asLanguage(i18n.language)
  const thisMonth = monthOf(today)
  const [month, setMonth] = useState<Month>(thisMonth)
  const [isSaving, setSaving] = useState(false)
  const { value: report, problem } = useCall(api.reports.month, { month })
  const first = report?.first ?? thisMonth
  return (
    <Screen
      title={t('reports.title')}
      lead={t('reports.lead')}
      actions={
        <>
          {may(api.letters.printPaper) && (
            <PaperButton paper={{ kind: 'report', month }} shortcut={KEYS.print}>
              {t('reports.print')}
            </PaperButton>
          )}
          <Button tone="primary" shortcut={KEYS.primary} onClick={() => setSaving(true)}>
            {t('reports.save')}
          </Button>
        </>
      }
    >
      <div className={styles.bar}>
        <div className={styles.month}>
          <SelectField
            label={t('reports.month')}
            value={month}
            onChange={chosen => chosen && setMonth(chosen)}
            options={monthsBack(thisMonth, first, MOST_MONTHS).map(one => ({ value: one, label: monthName(one, language) }))}
          />
        </div>
        <Button disabled={month <= first} shortcut={KEYS.earlier} onClick={() => setMonth(monthBefore(month))}>
          {t('reports.earlier')}
        </Button>
        <Button disabled={month >= thisMonth} shortcut={KEYS.later} onClick={() => setMonth(monthAfter(month))}>
          {t('reports.later')}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {report?.month === month ? <Figures report={report} /> : !problem && <p role="status">{t('ui.loading')}</p>}
      {isSaving && <SaveReportDialog month={month} onClose={() => setSaving(false)} />}
    </Screen>
  )
}

function Figures({ report }: { report: MonthReport }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const language = asLanguage(i18n.language)
  const { month, madeOn, now, before } = report
  const remarks = [
    monthOf(madeOn) === month && t('reports.soFar', { date: format.date(madeOn) }),
    now.desks.length > 0 && t('reports.desks', { desks: now.desks.join(', ') }),
    !before && t('reports.noBefore', { month: monthName(monthBefore(month), language) })
  ]
  const [summary, ...others] = reportSections(report, language)
  return (
    <>
      <p className={styles.remarks} role="status">
        {remarks.filter(Boolean).join(' ')}
      </p>
      <Card isFilling>
        {isEmptyMonth(now) && (!before || isEmptyMonth(before)) ? (
          <EmptyState icon={<IconReportAnalytics aria-hidden="true" />} title={t('reports.empty', { month: monthName(month, language) })}>
            {t('reports.emptyTeach')}
          </EmptyState>
        ) : (
          <div className={styles.sections}>
            {summary && <SectionTable section={summary} />}
            {others.map(section => (
              <SectionTable key={section.key} section={section} />
            ))}
            <p className={styles.notes}>{reportNotes(report, language).join(' ')}</p>
          </div>
        )}
      </Card>
    </>
  )
}
