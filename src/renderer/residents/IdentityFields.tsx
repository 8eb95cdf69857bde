import { useTranslation } from 'react-i18next'
import { formatDateShort, parseTypedDate } from '#shared/local-date-input'
import { dayForBirths } from '#shared/office/pc-clock'
import { checkNik, isOverridable, suggestBirthDate } from '#shared/residents/nik'
import { checkName } from '#shared/residents/person-name'
import { NO_NIK_REASONS } from '#shared/residents/resident'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { DateField } from '../ui/DateField'
import { NikField } from '../ui/NikField'
import { FormSelect, FormText, useFieldError } from './FormText'
import styles from './ResidentForm.module.css'
import type { Fields } from './use-resident-form'

const useBirth = (fields: Fields) => {
  const today = dayForBirths(useSession().today)
  const typed = parseTypedDate(fields.values.birthDate, today, { past: true })
  return typed.ok ? typed.value : undefined
}

/** The number, or why there is none; a number of an unlikely form needs a supervisor's reason. */
function NikPart({ fields, isFirst }: { fields: Fields; isFirst: boolean }) {
  const { t } = useTranslation()
  const { today: day, officer } = useSession()
  const today = dayForBirths(day)
  const birth = useBirth(fields)
  const errorOf = useFieldError(fields)
  const { nik, sex, noNikReason } = fields.values
  const { blocks } = checkNik(nik, { today })
  const mayOverride = nik.trim() !== '' && blocks.length > 0 && blocks.every(isOverridable) && officer.roles.includes('manager')
  const error = errorOf('nik')
  const isOtherNumber = /\p{L}/u.test(nik)
  const remedy = isOtherNumber ? t('residents.otherNumber') : blocks.every(isOverridable) && t('residents.askManager')
  return (
    <>
      <NikField
        label={t('residents.nik')}
        name="nik"
        value={nik}
        onChange={text => fields.put('nik', text)}
        onBlur={fields.left}
        birthDate={birth}
        sex={sex === 'male' || sex === 'female' ? sex : undefined}
        error={error && blocks[0] ? [t(`codes.nikBlock.${blocks[0]}`), remedy].filter(Boolean).join(' ') : error}
        autoFocus={isFirst}
      />
      {nik.trim() === '' && (
        <FormSelect
          fields={fields}
          name="noNikReason"
          label={t('residents.noNikReason')}
          codes={NO_NIK_REASONS}
          wordOf={code => t(`codes.noNikReason.${code}`)}
          hint={noNikReason === 'foreigner' && t('residents.foreignerHint')}
        />
      )}
      {mayOverride && (
        <FormText fields={fields} name="nikOverrideReason" label={t('residents.overrideReason')} hint={t('residents.overrideHint')} />
      )}
    </>
  )
}

/** Asks whether what the NIK encodes is right; it never fills a field by itself (PP 40/2019 art. 30(2)). */
function NikSuggestions({ fields }: { fields: Fields }) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = dayForBirths(useSession().today)
  const { nik, sex, birthDate } = fields.values
  const birth = birthDate.trim() === '' ? suggestBirthDate(nik, today) : undefined
  const encodedSex = sex === '' ? checkNik(nik, { today }).birth?.sex : undefined
  if (!birth && !encodedSex) return null
  return (
    <div className={styles.suggestions}>
      {birth && (
        <Button
          onClick={() => {
            fields.put('birthDate', formatDateShort(birth))
            fields.left()
          }}
        >
          {t('residents.suggestBirth', { date: format.date(birth) })}
        </Button>
      )}
      {encodedSex && (
        <Button
          onClick={() => {
            fields.put('sex', encodedSex)
            fields.left()
          }}
        >
          {t('residents.suggestSex', { sex: t(`codes.sex.${encodedSex}`) })}
        </Button>
      )}
    </div>
  )
}

/** Who the person is: number, name, sex, birth. */
export function IdentityFields({ fields, isFirst }: { fields: Fields; isFirst: boolean }) {
  const { t } = useTranslation()
  const errorOf = useFieldError(fields)
  const { sex, name } = fields.values
  const nameHints = name.trim() === '' ? [] : checkName(name).warnings
  return (
    <div className={styles.fields}>
      <NikPart fields={fields} isFirst={isFirst} />
      <NikSuggestions fields={fields} />
      <FormText
        fields={fields}
        name="name"
        label={t('residents.name')}
        maxLength={400}
        hint={nameHints.length > 0 ? nameHints.map(code => t(`residents.nameWarning.${code}`)).join(' ') : t('residents.nameHint')}
      />
      <Choice
        legend={t('residents.sex')}
        options={(['male', 'female'] as const).map(code => ({ value: code, label: t(`codes.sex.${code}`) }))}
        value={sex === 'male' || sex === 'female' ? sex : null}
        error={errorOf('sex')}
        onChange={code => {
          fields.put('sex', code)
          fields.left()
        }}
      />
      <FormText fields={fields} name="birthPlace" label={t('residents.birthPlace')} isOptional />
      <DateField
        label={t('residents.birthDate')}
        name="birthDate"
        value={fields.values.birthDate}
        onChange={text => fields.put('birthDate', text)}
        onBlur={fields.left}
        isBirth
        isOptional
        error={errorOf('birthDate')}
      />
    </div>
  )
}
