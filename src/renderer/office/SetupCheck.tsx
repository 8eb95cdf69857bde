import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#shared/clock'
import { letterNumber } from '#shared/letters/letter-number'
import { useDistricts } from '../areas/use-districts'
import type { TypedOfficer } from '../officers/OfficerDialog'
import { LetterheadPreview } from './LetterheadPreview'
import { letterheadOf, type OfficeForm } from './office-form'
import styles from './SetupWizard.module.css'
import type { TypedSigner } from './SignerDialog'

type SetupCheckProps = {
  form: OfficeForm
  deskCode: string
  firstNumber: number
  officers: readonly TypedOfficer[]
  signers: readonly TypedSigner[]
  today: LocalDate
}

/** Everything that was typed, once more, before it is kept. */
export function SetupCheck({ form, deskCode, firstNumber, officers, signers, today }: SetupCheckProps) {
  const { t } = useTranslation()
  const district = useDistricts()?.find(one => one.code === form.districtCode)
  const example = letterNumber(form.numberPattern, {
    classification: '400.9',
    sequence: firstNumber,
    unitCode: form.unitCode,
    issuedOn: today
  })
  const facts = [
    [t('setup.name'), form.name],
    [t('setup.district'), district ? `${district.name}, ${district.province}` : form.districtCode],
    [t('setup.timeZone'), form.timeZone],
    [t('setup.paper'), t(`setup.paper${form.paper}`)],
    [t('setup.example'), example],
    [t('setup.deskCode'), deskCode],
    [t('setup.stepOfficers'), officers.map(one => one.name).join(', ')],
    [t('setup.stepSigners'), signers.map(one => one.name).join(', ')]
  ] as const
  return (
    <div className={styles.check}>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <LetterheadPreview letterhead={letterheadOf(form)} />
    </div>
  )
}
