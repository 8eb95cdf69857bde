import type { TFunction } from 'i18next'
import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { type LocalDate, yearOf } from '#shared/clock'
import { formatDateLong, parseTypedDate, type TypedDateProblem } from '#shared/local-date-input'
import { dayForBirths } from '#shared/office/pc-clock'
import { SessionContext } from '../session'
import { ageText } from '../text/age-text'
import { asLanguage } from '../text/use-format'
import styles from './DateField.module.css'
import { TextField } from './Field'

type DateFieldProps = {
  label: ReactNode
  /** What was typed, never anything else. */
  value: string
  onChange: (typed: string) => void
  onBlur?: () => void
  /** The day must have happened. */
  isPast?: boolean
  /** A day of birth: it has happened, and the age is echoed too. */
  isBirth?: boolean
  /** Only where nobody is signed in: otherwise the office's day. */
  today?: LocalDate
  isOptional?: boolean
  /** Where a bar has room for one line: the example stands in the empty field, and the line below is for what was typed. */
  isInBar?: boolean
  error?: ReactNode
  autoFocus?: boolean
  name?: string
}

/** What is wrong with a typed day, in words; nothing for an empty one. */
export function dateProblemText(problem: TypedDateProblem, t: TFunction): string | null {
  switch (problem.kind) {
    case 'empty':
      return null
    case 'not-a-date':
      return t('ui.dateNotADate')
    case 'no-such-day':
      return t('ui.dateNoSuchDay', { day: problem.day, month: problem.month, year: problem.year })
    case 'two-digit-year':
      return t('ui.dateTwoDigitYear', { years: problem.candidates.map(yearOf).join(t('ui.dateOr')) })
    case 'in-future':
      return t('ui.dateInFuture')
    case 'too-old':
      return t('ui.dateTooOld')
  }
}

/** What is said below a day that must be there when it cannot be taken. */
export const dateErrorText = (read: ReturnType<typeof parseTypedDate>, t: TFunction): string | null =>
  read.ok ? null : (dateProblemText(read.problem, t) ?? t('ui.required'))

/** A day typed as `17081990` or `17/8/1990`: echoed in words with the age, and never changed by the field. */
export function DateField({
  label,
  value,
  onChange,
  onBlur,
  isBirth = false,
  isPast = isBirth,
  today,
  isOptional,
  isInBar,
  error,
  autoFocus,
  name
}: DateFieldProps) {
  const { t, i18n } = useTranslation()
  const session = useContext(SessionContext)
  const day = today ?? session?.today ?? ''
  const now = isBirth && day !== '' ? dayForBirths(day) : day
  const example = isBirth || now === '' ? '17081990' : now.split('-').reverse().join('')
  const typed = parseTypedDate(value, now, { past: isPast })
  const date = typed.ok ? formatDateLong(typed.value, asLanguage(i18n.language)) : ''
  const problem = typed.ok ? null : dateProblemText(typed.problem, t)
  const isLongEnough = value.trim().length >= 6
  const echo = !typed.ok
    ? !isInBar && t('ui.dateHint', { example })
    : isBirth
      ? t('ui.dateEchoAge', { date, age: ageText(typed.value, now, asLanguage(i18n.language)) })
      : t('ui.dateEcho', { date })
  return (
    <TextField
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      onBlur={onBlur}
      isOptional={isOptional ?? false}
      isDigits
      inputMode="numeric"
      placeholder={isInBar ? t('ui.dateExample', { example }) : undefined}
      maxLength={40}
      autoFocus={autoFocus}
      name={name}
      hint={
        <output aria-live="polite" className={typed.ok ? styles.read : problem && isLongEnough ? styles.unread : undefined}>
          {problem && isLongEnough ? problem : echo}
        </output>
      }
      error={error}
    />
  )
}
