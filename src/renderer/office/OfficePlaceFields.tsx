import { Controller, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { timeZoneOf } from '#shared/areas/time-zone'
import { TIME_ZONES } from '#shared/office/office'
import { useDistricts } from '../areas/use-districts'
import { fieldError } from '../text/field-error'
import { Choice } from '../ui/Choice'
import { TextField } from '../ui/Field'
import { SelectField } from '../ui/SelectField'
import styles from './OfficeFields.module.css'
import type { OfficeForm } from './office-form'

type OfficePlaceFieldsProps = { form: UseFormReturn<OfficeForm>; isNew?: boolean }

/** Where the office is and what it is called; choosing a district of a new office fills in what follows from it. */
export function OfficePlaceFields({ form, isNew }: OfficePlaceFieldsProps) {
  const { t } = useTranslation()
  const districts = useDistricts()
  const { errors } = form.formState
  const choose = (code: string | null) => {
    form.setValue('districtCode', code ?? '', { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
    const district = districts?.find(one => one.code === code)
    if (!district || !isNew) return
    const place = district.name.replace(/^(Kabupaten|Kota)\s+/, '')
    form.setValue('name', `Rumah SLRT ${district.name}`)
    form.setValue('brand', `Rumah SLRT ${place}`.slice(0, 60))
    form.setValue('place', place)
    form.setValue('timeZone', timeZoneOf(district.code))
    form.setValue('lines', `PEMERINTAH ${district.name.toUpperCase()}\nDINAS SOSIAL`)
  }
  return (
    <div className={styles.two}>
      <div className={styles.wide}>
        <Controller
          control={form.control}
          name="districtCode"
          render={({ field }) => (
            <SelectField
              label={t('setup.district')}
              hint={districts ? t('setup.districtHint') : t('setup.districtLoading')}
              options={(districts ?? []).map(one => ({ value: one.code, label: `${one.name}, ${one.province}` }))}
              value={field.value || null}
              onChange={choose}
              error={fieldError(t, errors.districtCode?.message)}
              autoFocus={isNew ?? false}
            />
          )}
        />
      </div>
      <TextField label={t('setup.name')} maxLength={120} error={fieldError(t, errors.name?.message)} {...form.register('name')} />
      <TextField
        label={t('setup.brand')}
        hint={t('setup.brandHint')}
        maxLength={60}
        isOptional
        error={fieldError(t, errors.brand?.message)}
        {...form.register('brand')}
      />
      <TextField
        label={t('setup.place')}
        hint={t('setup.placeHint')}
        maxLength={60}
        error={fieldError(t, errors.place?.message)}
        {...form.register('place')}
      />
      <Controller
        control={form.control}
        name="timeZone"
        render={({ field }) => (
          <Choice
            legend={t('setup.timeZone')}
            value={field.value}
            onChange={field.onChange}
            options={TIME_ZONES.map(zone => ({ value: zone, label: zone }))}
          />
        )}
      />
    </div>
  )
}
