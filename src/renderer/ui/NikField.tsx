import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#shared/clock'
import { dayForBirths } from '#shared/office/pc-clock'
import { checkNik, normalizeDigits, type Sex } from '#shared/residents/nik'
import { SessionContext } from '../session'
import { TextField } from './Field'
import styles from './NikField.module.css'

type NikFieldProps = {
  label: ReactNode
  value: string
  onChange: (typed: string) => void
  onBlur?: () => void
  /** What is known otherwise, to compare with what the number encodes. */
  birthDate?: LocalDate | undefined
  sex?: Sex | undefined
  isOptional?: boolean
  error?: ReactNode
  autoFocus?: boolean
  name?: string
}

/** The groups in which a NIK is read aloud: region, birth, serial. */
export const groupNik = (digits: string): string =>
  [digits.slice(0, 6), digits.slice(6, 12), digits.slice(12, 16)].filter(part => part !== '').join(' · ')

/** A NIK as it is typed, with its groups and what it says shown below while typing. */
export function NikField({ label, value, onChange, onBlur, birthDate, sex, isOptional, error, autoFocus, name }: NikFieldProps) {
  const { t } = useTranslation()
  const today = dayForBirths(useContext(SessionContext)?.today ?? '2000-01-01')
  const digits = normalizeDigits(value)
  const check = checkNik(value, { today, ...(birthDate ? { birthDate } : {}), ...(sex ? { sex } : {}) })
  const isWhole = digits.length >= 16
  const remarks = [
    ...(check.placeholder ? [t('ui.nikPlaceholder')] : []),
    ...(isWhole ? check.blocks.map(block => t(`codes.nikBlock.${block}`)) : []),
    ...check.warnings.map(warning => t(`codes.nikWarning.${warning}`))
  ]
  const says =
    check.birth && remarks.length === 0
      ? t('ui.nikFits', {
          sex: t(`codes.sex.${check.birth.sex}`),
          day: String(check.birth.day).padStart(2, '0'),
          month: String(check.birth.month).padStart(2, '0'),
          years: [...new Set(check.birth.yearsPossible)].join('/')
        })
      : null
  return (
    <TextField
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      onBlur={onBlur}
      isOptional={isOptional ?? false}
      isDigits
      inputMode="numeric"
      maxLength={40}
      autoFocus={autoFocus}
      name={name}
      error={error}
      hint={
        <output aria-live="polite" className={styles.hint}>
          {digits === '' ? (
            t('ui.nikHint')
          ) : (
            <>
              <span className={styles.groups}>{groupNik(digits)}</span> {isWhole ? says : t('ui.nikCount', { count: digits.length })}
              {remarks.map(remark => (
                <span key={remark} className={styles.remark}>
                  {remark}
                </span>
              ))}
            </>
          )}
        </output>
      }
    />
  )
}
