import { useTranslation } from 'react-i18next'
import type { Organization } from '#shared/directory/organization'
import { LetterType, SIFAT } from '#shared/letters/letter'
import { letterTypes } from '#shared/letters/letter-types'
import type { Signer } from '#shared/office/office'
import type { ReferralCard } from '#shared/referrals/referrals.contract'
import { TextField } from '../ui/Field'
import { SelectField } from '../ui/SelectField'
import { addresseeOf, suits } from './addressee'
import styles from './LetterDesk.module.css'
import { LetterExtras, type LetterExtrasProps } from './LetterExtras'
import { asks, letterTypeOf } from './letter-values'

type LetterFieldsProps = Omit<LetterExtrasProps, 'type'> & {
  suggested: LetterType | null
  /** The kind of agency the service refers to; its organizations come first among those that such letters go to. */
  target: string | null
  signers: readonly Signer[]
  organizations: readonly Organization[]
  referrals: readonly ReferralCard[]
}

/** The questions of a letter: type, addressee, signer, and only those extras that its type asks for. */
export function LetterFields(props: LetterFieldsProps) {
  const { values, put, onLeave, wrong, suggested, target, signers, organizations, referrals } = props
  const { t } = useTranslation()
  const type = letterTypeOf(values.type)
  const rank = (one: Organization) => 2 * Number(suits(type, one)) + Number(one.kind === target)
  const ordered = [...organizations].sort((a, b) => rank(b) - rank(a))
  const addressee = organizations.find(one => one.id === values.organizationId)
  const choose = (code: LetterType | null) =>
    put({
      type: code ?? '',
      ...(code && { urgency: letterTypes[code].sifat }),
      ...(code && !suits(code, addressee) && { organizationId: addresseeOf(code, { organizations, referrals, target }) })
    })
  return (
    <div className={styles.fields}>
      <SelectField
        label={t('letters.type')}
        options={LetterType.options.map(code => ({
          value: code,
          label: code === suggested ? t('letters.suggested', { type: t(`codes.letterType.${code}`) }) : t(`codes.letterType.${code}`)
        }))}
        value={type}
        autoFocus
        onChange={choose}
      />
      {type && asks(type).addressee && (
        <SelectField
          label={t('letters.addressee')}
          options={ordered.map(one => ({ value: one.id, label: one.name }))}
          value={addressee?.id ?? null}
          hint={addressee?.addressee}
          onChange={id => put({ organizationId: id ?? '' })}
        />
      )}
      <SelectField
        label={t('letters.signer')}
        options={signers.map(signer => ({
          value: signer.id,
          label: [signer.capacity, signer.position, `(${signer.name})`].filter(Boolean).join(' ')
        }))}
        value={values.signerId || null}
        error={wrong.includes('signerId') ? t('letters.noSigner') : undefined}
        onChange={id => put({ signerId: id ?? '' })}
      />
      <div className={styles.pair}>
        <SelectField
          label={t('letters.urgency')}
          options={SIFAT.map(code => ({ value: code, label: t(`letters.sifat.${code}`) }))}
          value={SIFAT.find(code => code === values.urgency) ?? null}
          onChange={code => put({ urgency: code ?? SIFAT[0] })}
        />
        <TextField
          label={t('letters.attachments')}
          isDigits
          inputMode="numeric"
          maxLength={2}
          value={values.attachments}
          error={wrong.includes('attachments') ? t('letters.attachmentsWrong') : undefined}
          onChange={event => put({ attachments: event.currentTarget.value })}
          onBlur={onLeave}
        />
      </div>
      {type && <LetterExtras type={type} values={values} put={put} onLeave={onLeave} wrong={wrong} />}
    </div>
  )
}
