import { useTranslation } from 'react-i18next'
import type { LetterType } from '#shared/letters/letter'
import { DateField } from '../ui/DateField'
import { TextField } from '../ui/Field'
import styles from './LetterDesk.module.css'
import { asks, type LetterField, type LetterValues } from './letter-values'

export type LetterExtrasProps = {
  values: LetterValues
  put: (changes: Partial<LetterValues>) => void
  onLeave: () => void
  wrong: readonly LetterField[]
  type: LetterType
}

/** What only some letters say: a purpose, a BPJS card, a school. */
export function LetterExtras({ type, values, put, onLeave, wrong }: LetterExtrasProps) {
  const { t } = useTranslation()
  const wants = asks(type)
  const text = (
    field: LetterField,
    label: string,
    options: { hint?: string; isOptional?: boolean; isDigits?: boolean; maxLength?: number } = {}
  ) => (
    <TextField
      label={label}
      hint={options.hint}
      isOptional={options.isOptional ?? false}
      isDigits={options.isDigits ?? false}
      maxLength={options.maxLength ?? 200}
      value={values[field]}
      error={wrong.includes(field) ? t('letters.checkField') : undefined}
      onChange={event => put({ [field]: event.currentTarget.value })}
      onBlur={onLeave}
    />
  )
  return (
    <>
      {wants.purpose && text('purpose', t('letters.purpose'), { hint: t('letters.purposeHint') })}
      {wants.bpjs && (
        <>
          {text('bpjsCard', t('letters.bpjsCard'), { hint: t('letters.bpjsCardHint'), isDigits: true, maxLength: 20 })}
          <DateField
            label={t('letters.bpjsOn')}
            value={values.bpjsOn}
            onChange={typed => put({ bpjsOn: typed })}
            onBlur={onLeave}
            isPast
            isOptional
            error={wrong.includes('bpjsOn') ? t('letters.checkField') : undefined}
          />
          <div className={styles.pair}>
            {text('bpjsFacility', t('letters.bpjsFacility'), { isOptional: true, maxLength: 120 })}
            {text('bpjsLetter', t('letters.bpjsLetter'), { hint: t('letters.bpjsLetterHint'), maxLength: 120 })}
          </div>
          {text('bpjsReason', t('letters.bpjsReason'), { isOptional: true })}
        </>
      )}
      {wants.school && (
        <div className={styles.pair}>
          {text('schoolName', t('letters.schoolName'), { maxLength: 120 })}
          {text('schoolGrade', t('letters.schoolGrade'), { isOptional: true, maxLength: 30 })}
        </div>
      )}
    </>
  )
}
