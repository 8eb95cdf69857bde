import { useTranslation } from 'react-i18next'
import { PHONE_OWNERS } from '#shared/residents/resident'
import { AreaPicker } from '../areas/AreaPicker'
import { Checkbox } from '../ui/Field'
import { FormSelect, FormText, useFieldError } from './FormText'
import styles from './ResidentForm.module.css'
import { padded, type ResidentField } from './resident-values'
import type { Fields } from './use-resident-form'

const NAMES = {
  card: { line: 'addressLine', rt: 'rt', rw: 'rw', village: 'villageCode' },
  domicile: { line: 'domicileLine', rt: 'domicileRt', rw: 'domicileRw', village: 'domicileVillageCode' }
} as const satisfies Record<string, Record<string, ResidentField>>

function OneAddress({ fields, of }: { fields: Fields; of: keyof typeof NAMES }) {
  const { t } = useTranslation()
  const errorOf = useFieldError(fields)
  const names = NAMES[of]
  return (
    <>
      <FormText fields={fields} name={names.line} label={t(`residents.${of}Line`)} hint={t('residents.lineHint')} />
      <div data-field={names.village}>
        <AreaPicker
          label={t(`residents.${of}Village`)}
          value={fields.values[names.village]}
          error={errorOf(names.village)}
          isOptional
          onChange={code => {
            fields.put(names.village, code)
            fields.left()
          }}
        />
      </div>
      <div className={styles.short}>
        <FormText fields={fields} name={names.rt} label="RT" isDigits maxLength={5} tidy={padded} />
        <FormText fields={fields} name={names.rw} label="RW" isDigits maxLength={5} tidy={padded} />
        {of === 'card' && <FormText fields={fields} name="postcode" label={t('residents.postcode')} isDigits maxLength={8} />}
      </div>
    </>
  )
}

/** Where the person is registered, where they live, how to reach them. */
export function AddressFields({ fields }: { fields: Fields }) {
  const { t } = useTranslation()
  return (
    <div className={styles.fields}>
      <OneAddress fields={fields} of="card" />
      <Checkbox
        label={t('residents.domicileDiffers')}
        checked={fields.values.hasDomicile !== ''}
        onChange={event => {
          fields.put('hasDomicile', event.currentTarget.checked ? 'yes' : '')
          fields.left()
        }}
      />
      {fields.values.hasDomicile !== '' && <OneAddress fields={fields} of="domicile" />}
      <div className={styles.fields}>
        <FormText fields={fields} name="phone" label={t('residents.phone')} isDigits maxLength={40} isOptional />
        {fields.values.phone.trim() !== '' && (
          <FormSelect
            fields={fields}
            name="phoneOwner"
            label={t('residents.phoneOwner')}
            codes={PHONE_OWNERS}
            wordOf={code => t(`codes.phoneOwner.${code}`)}
            isOptional
          />
        )}
      </div>
    </div>
  )
}
