import { useTranslation } from 'react-i18next'
import { addressLine } from '#shared/residents/address-line'
import { Address } from '#shared/residents/resident'
import { AreaWords } from '../areas/AreaWords'
import { useFormat } from '../text/use-format'
import { fieldText } from './field-text'

type FieldValueProps = { entity: string; field: string; value: unknown }

/** A value of a record as the person reads it who has to choose: codes in words, days and moments in full, an address in one line. */
export function FieldValue({ entity, field, value }: FieldValueProps) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  if (value === null || value === undefined || value === '') return <>{t('sync.empty')}</>
  if (typeof value === 'boolean') return <>{t(value ? 'ui.yes' : 'ui.no')}</>
  if (typeof value === 'number') return <>{field.endsWith('At') ? format.moment(value) : format.number(value)}</>
  if (typeof value === 'string') return <>{fieldText(entity, field, value, i18n.language, format.date)}</>
  if (Array.isArray(value)) return <>{value.map(one => fieldText(entity, field, String(one), i18n.language, format.date)).join(', ')}</>
  const address = Address.safeParse(value)
  if (!address.success) return <>{t('sync.field.other', { field })}</>
  const { villageCode, postcode } = address.data
  return (
    <>
      {addressLine(address.data, postcode)}
      {villageCode && (
        <>
          , <AreaWords code={villageCode} />
        </>
      )}
    </>
  )
}
