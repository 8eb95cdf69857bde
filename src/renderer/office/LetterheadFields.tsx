import type { FC } from 'react'
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { PAPERS } from '#shared/office/office'
import type { ChoosesPicture } from '../files/ChoosePicture'
import { fieldError } from '../text/field-error'
import { Choice } from '../ui/Choice'
import { TextArea, TextField } from '../ui/Field'
import { LetterheadPreview } from './LetterheadPreview'
import { LogoField } from './LogoField'
import styles from './OfficeFields.module.css'
import { letterheadOf, type OfficeForm } from './office-form'

/** The letterhead and, beside it, how it will look. `Choose`: how the logo is chosen. */
export function LetterheadFields({ form, Choose }: { form: UseFormReturn<OfficeForm>; Choose: FC<ChoosesPicture> }) {
  const { t } = useTranslation()
  const { errors } = form.formState
  const typed = { ...form.getValues(), ...useWatch({ control: form.control }) }
  return (
    <div className={styles.side}>
      <div className={styles.stack}>
        <TextArea
          label={t('setup.lines')}
          hint={t('setup.linesHint')}
          rows={3}
          maxLength={640}
          error={fieldError(t, errors.lines?.message)}
          {...form.register('lines')}
        />
        <TextField
          label={t('setup.address')}
          maxLength={200}
          error={fieldError(t, errors.address?.message)}
          {...form.register('address')}
        />
        <div className={styles.two}>
          <TextField
            label={t('setup.postcode')}
            maxLength={5}
            inputMode="numeric"
            isOptional
            error={fieldError(t, errors.postcode?.message)}
            {...form.register('postcode')}
          />
          <TextField
            label={t('setup.phone')}
            maxLength={60}
            isOptional
            error={fieldError(t, errors.phone?.message)}
            {...form.register('phone')}
          />
          <TextField
            label={t('setup.email')}
            maxLength={80}
            isOptional
            error={fieldError(t, errors.email?.message)}
            {...form.register('email')}
          />
          <TextField
            label={t('setup.website')}
            maxLength={80}
            isOptional
            error={fieldError(t, errors.website?.message)}
            {...form.register('website')}
          />
        </div>
        <div className={styles.two}>
          <Controller
            control={form.control}
            name="logo"
            render={({ field }) => <LogoField value={field.value} onChange={field.onChange} Choose={Choose} />}
          />
          <Controller
            control={form.control}
            name="paper"
            render={({ field }) => (
              <Choice
                legend={t('setup.paper')}
                value={field.value}
                onChange={field.onChange}
                inColumn
                options={PAPERS.map(paper => ({ value: paper, label: t(`setup.paper${paper}`) }))}
              />
            )}
          />
        </div>
      </div>
      <LetterheadPreview letterhead={letterheadOf(typed)} />
    </div>
  )
}
