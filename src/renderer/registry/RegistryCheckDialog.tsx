import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { yearOf } from '#shared/clock'
import { formatDateShort, parseTypedDate } from '#shared/local-date-input'
import { EXCLUSIONS, type Programme } from '#shared/registry/person'
import { registryContract } from '#shared/registry/registry.contract'
import { api } from '../api'
import { useSession } from '../session'
import { Choice } from '../ui/Choice'
import { DateField, dateErrorText } from '../ui/DateField'
import { FormDialog } from '../ui/Dialog'
import { TextArea, TextField } from '../ui/Field'
import { SelectField } from '../ui/SelectField'
import { useDeed } from '../use-deed'
import { PictureField } from './PictureField'
import styles from './RegistryCheckDialog.module.css'
import { SeveralChoice } from './SeveralChoice'

const SOURCES = ['DTSEN', 'DTKS', 'village-list'] as const
const MARKS = ['inactive', 'dead', 'moved', 'not-found'] as const
const DECILES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const
const UNRANKED = 'none'
/** The programmes that the counter is asked about most. */
const OFFERED = ['pkh', 'sembako', 'pbi-jk', 'pbi-apbd', 'pip'] as const satisfies readonly Programme[]

const NOTHING_LISTED = { decile: null, programmes: [], inactive: [], exclusions: null, lifeStatus: null }

type Check = z.input<typeof registryContract.recordCheck.input>
const quarterOf = (today: string): string => `${yearOf(today)}-T${Math.ceil(Number(today.slice(5, 7)) / 3)}`

/** Takes down what the officer has just seen in SIKS-NG. */
export function RegistryCheckDialog({ residentId, visitId, onClose }: { residentId: string; visitId: string | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const record = useDeed(api.registry.recordCheck, { says: () => t('registry.recorded'), onDone: onClose })
  const form = useForm<Check>({
    resolver: zodResolver(registryContract.recordCheck.input),
    defaultValues: {
      residentId,
      visitId,
      source: 'DTSEN',
      isListed: true,
      decile: null,
      period: quarterOf(today),
      programmes: [],
      inactive: [],
      exclusions: null,
      lifeStatus: null,
      note: null
    }
  })
  const { control, handleSubmit, watch, setValue, formState } = form
  const isListed = watch('isListed')
  const programmes = OFFERED.map(code => ({ value: code, label: t(`registry.programme.${code}`) }))

  const [typedDay, setTypedDay] = useState(formatDateShort(today))
  const day = parseTypedDate(typedDay, today, { past: true })
  const [picture, setPicture] = useState<Uint8Array | null>(null)

  const save = handleSubmit(async check => {
    if (!day.ok) return
    const said = { ...check, asOf: day.value, picture }
    await record.act(check.isListed ? said : { ...said, ...NOTHING_LISTED })
  })
  return (
    <FormDialog
      title={t('registry.record')}
      width={1000}
      onClose={onClose}
      onSubmit={save}
      deed={t('ui.save')}
      isBusy={record.isBusy}
      problem={record.problem}
    >
      <p>{t('registry.recordTeach')}</p>
      <div className={styles.pair}>
        <Controller
          control={control}
          name="source"
          render={({ field }) => (
            <Choice
              legend={t('registry.sourceLabel')}
              options={SOURCES.map(code => ({ value: code, label: t(`registry.source.${code}`) }))}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Choice
          legend={t('registry.isListed')}
          options={[
            { value: 'yes', label: t('registry.listed') },
            { value: 'no', label: t('registry.notListed') }
          ]}
          value={isListed ? 'yes' : 'no'}
          onChange={answer => setValue('isListed', answer === 'yes')}
        />
      </div>
      {isListed && (
        <Controller
          control={control}
          name="decile"
          render={({ field }) => (
            <Choice
              legend={t('registry.decile')}
              options={[...DECILES.map(n => ({ value: n, label: n })), { value: UNRANKED, label: t('registry.decileNone') }]}
              value={DECILES.find(n => Number(n) === field.value) ?? UNRANKED}
              onChange={n => field.onChange(n === UNRANKED ? null : Number(n))}
            />
          )}
        />
      )}
      {isListed && (
        <div className={styles.pair}>
          <SeveralChoice
            legend={t('registry.programmes')}
            options={programmes}
            chosen={watch('programmes')}
            except={watch('inactive') ?? []}
            onChoose={codes => setValue('programmes', codes)}
          />
          <SeveralChoice
            legend={t('registry.inactiveLegend')}
            options={programmes}
            chosen={watch('inactive') ?? []}
            except={watch('programmes')}
            onChoose={codes => setValue('inactive', codes)}
          />
        </div>
      )}
      {isListed && (
        <SeveralChoice
          legend={t('registry.exclusionLegend')}
          options={EXCLUSIONS.map(code => ({ value: code, label: t(`registry.exclusionShort.${code}`) }))}
          chosen={watch('exclusions') ?? []}
          onChoose={codes => setValue('exclusions', codes.length > 0 ? codes : null)}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label={t('registry.period')}
          hint={t('registry.periodHint')}
          error={formState.errors.period ? t('registry.periodWrong') : undefined}
          {...form.register('period')}
        />
        {isListed && (
          <SelectField
            label={t('registry.lifeStatusLegend')}
            placeholder={t('registry.noSign')}
            isClearable
            options={MARKS.map(code => ({ value: code, label: t(`registry.lifeStatus.${code}`) }))}
            value={MARKS.find(code => code === watch('lifeStatus')) ?? null}
            onChange={code => setValue('lifeStatus', code)}
          />
        )}
      </div>
      <div className={styles.pair}>
        <DateField
          label={t('registry.asOf')}
          value={typedDay}
          onChange={setTypedDay}
          isPast
          error={formState.isSubmitted && dateErrorText(day, t)}
        />
        <PictureField picture={picture} onPicture={setPicture} />
      </div>
      <TextArea
        label={t('registry.note')}
        isOptional
        rows={2}
        maxLength={300}
        {...form.register('note', { setValueAs: (text: string | null) => text?.trim() || null })}
      />
    </FormDialog>
  )
}
