import { useTranslation } from 'react-i18next'
import { yearOf } from '#shared/clock'
import { parseTypedDate } from '#shared/local-date-input'
import { isWorkingDay, markedDays } from '#shared/office/working-days'
import { api } from '../api'
import { useSession } from '../session'
import { DateField } from '../ui/DateField'
import { useCall } from '../use-call'

type DueFieldProps = { value: string; onChange: (typed: string) => void; error?: string | undefined }

/** By when the next step is done at the latest: says at once that a day has passed, and that nobody works on it. */
export function DueField({ value, onChange, error }: DueFieldProps) {
  const { t } = useTranslation()
  const { today } = useSession()
  const read = parseTypedDate(value, today)
  const day = read.ok ? read.value : null
  const year = useCall(api.office.holidays, { year: yearOf(day ?? today) }, { enabled: day !== null })
  const marked = year.value?.find(holiday => holiday.day === day)
  const isOff = day !== null && !isWorkingDay(day, markedDays(marked ? [marked] : []))
  const hasPassed = day !== null && day < today
  return (
    <>
      <DateField label={t('cases.dueOn')} value={value} onChange={onChange} error={error ?? (hasPassed && t('cases.wrongEnding.dueOn'))} />
      {year.value && !hasPassed && (
        <p role="status">{isOff && (marked ? t('cases.dueOnHoliday', { name: marked.name }) : t('cases.dueOnWeekend'))}</p>
      )}
    </>
  )
}
