import type { ReactNode } from 'react'
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#shared/clock'
import { checkPattern, letterNumber, type PatternProblem } from '#shared/letters/letter-number'
import { fieldError } from '../text/field-error'
import { Choice } from '../ui/Choice'
import { TextField } from '../ui/Field'
import styles from './OfficeFields.module.css'
import type { OfficeForm } from './office-form'

const EXAMPLE_CLASSIFICATION = '400.9'
const UNIT_CODE = /^[A-Za-z0-9.-]{1,20}$/

type NumberFieldsProps = { form: UseFormReturn<OfficeForm>; today: LocalDate; sequence: number; children?: ReactNode }

/** How letters are numbered, with the next number as an example while typing. */
export function NumberFields({ form, today, sequence, children }: NumberFieldsProps) {
  const { t } = useTranslation()
  const { errors } = form.formState
  const [pattern, unitCode] = useWatch({ control: form.control, name: ['numberPattern', 'unitCode'] })
  const problems = checkPattern(pattern)
  const example =
    problems.length === 0 && UNIT_CODE.test(unitCode)
      ? letterNumber(pattern, { classification: EXAMPLE_CLASSIFICATION, sequence, unitCode, issuedOn: today })
      : null
  const sentence = (problem: PatternProblem): string =>
    t(`setup.patternProblem.${problem.kind}`, {
      token: 'token' in problem ? `{${problem.token}}` : '',
      character: 'character' in problem ? problem.character : ''
    })
  return (
    <div className={styles.stack}>
      <div className={styles.two}>
        <TextField
          label={t('setup.unitCode')}
          hint={t('setup.unitCodeHint')}
          maxLength={20}
          error={fieldError(t, errors.unitCode?.message)}
          {...form.register('unitCode')}
        />
        <Controller
          control={form.control}
          name="codeSet"
          render={({ field }) => (
            <Choice
              legend={t('setup.codeSet')}
              value={field.value}
              onChange={field.onChange}
              options={[
                { value: 'permendagri-83-2022', label: t('setup.codeSetNew') },
                { value: 'old', label: t('setup.codeSetOld') }
              ]}
            />
          )}
        />
        <div className={styles.wide}>
          <TextField
            label={t('setup.pattern')}
            hint={t('setup.patternHint')}
            maxLength={80}
            isDigits
            error={problems.length > 0 ? problems.map(sentence).join(' ') : fieldError(t, errors.numberPattern?.message)}
            {...form.register('numberPattern')}
          />
        </div>
        {children}
      </div>
      <output className={styles.example} aria-live="polite">
        <span className={styles.exampleLabel}>{t('setup.example')}</span>
        <br />
        <span className={styles.exampleNumber}>{example ?? '…'}</span>
      </output>
    </div>
  )
}
