import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type OfficerCard, ROLES, Role } from '#shared/officers/officer'
import { fieldError } from '../text/field-error'
import type { DeskProblem } from '../text/problem'
import { digits, optionalText, orNull, requiredText } from '../text/typed-text'
import { FormDialog } from '../ui/Dialog'
import type { FactOfEach } from '../ui/Facts'
import { Checkbox, TextField } from '../ui/Field'
import { SavingProblem } from '../ui/SavingProblem'
import { PinField } from './NewPinFields'
import styles from './OfficerDialog.module.css'

const OfficerForm = z.object({
  name: requiredText(100),
  position: optionalText(120),
  decreeNumber: optionalText(80),
  roles: z.array(Role).min(1, { error: 'roles' }),
  isActive: z.boolean()
})
const NewOfficerForm = OfficerForm.extend({ pin: digits(6, 'pin'), pinAgain: z.string() }).refine(form => form.pin === form.pinAgain, {
  error: 'pin-differs',
  path: ['pinAgain']
})
type NewOfficerForm = z.infer<typeof NewOfficerForm>

export type TypedOfficer = {
  name: string
  position: string | null
  decreeNumber: string | null
  roles: Role[]
  isActive: boolean
  pin: string
}

type OfficerDialogProps = {
  /** Whom to change; a new officer also gets a PIN. */
  officer: Omit<TypedOfficer, 'pin'> | null
  problem?: DeskProblem | null
  isBusy?: boolean
  onSave: (officer: TypedOfficer) => void
  onClose: () => void
}

export function OfficerDialog({ officer, problem, isBusy, onSave, onClose }: OfficerDialogProps) {
  const { t } = useTranslation()
  const form = useForm<NewOfficerForm>({
    resolver: standardSchemaResolver(officer ? OfficerForm.extend({ pin: z.string(), pinAgain: z.string() }) : NewOfficerForm),
    defaultValues: {
      name: officer?.name ?? '',
      position: officer?.position ?? '',
      decreeNumber: officer?.decreeNumber ?? '',
      roles: officer?.roles ?? ['front-office'],
      isActive: officer?.isActive ?? true,
      pin: '',
      pinAgain: ''
    }
  })
  const { errors } = form.formState
  const factsOf = (now: OfficerCard): FactOfEach<OfficerCard> => ({
    name: [t('settings.officerName'), now.name],
    position: [t('settings.officerPosition'), now.position ?? t('ui.empty')],
    decreeNumber: [t('settings.officerDecree'), now.decreeNumber ?? t('ui.empty')],
    roles: [t('settings.officerRoles'), now.roles.map(role => t(`codes.role.${role}`)).join(', ')],
    isActive: [t('settings.officerActive'), t(now.isActive ? 'ui.yes' : 'ui.no')]
  })
  const save = form.handleSubmit(typed =>
    onSave({
      name: typed.name,
      position: orNull(typed.position),
      decreeNumber: orNull(typed.decreeNumber),
      roles: typed.roles,
      isActive: typed.isActive,
      pin: typed.pin
    })
  )
  return (
    <FormDialog
      title={t(officer ? 'settings.officerEdit' : 'settings.officerAdd')}
      width={640}
      onClose={onClose}
      onSubmit={save}
      deed={t('ui.save')}
      isBusy={isBusy}
    >
      <SavingProblem problem={problem} of="officer" factsOf={factsOf} />
      <TextField
        label={t('settings.officerName')}
        maxLength={100}
        data-autofocus
        error={fieldError(t, errors.name?.message)}
        {...form.register('name')}
      />
      <div className={styles.two}>
        <TextField
          label={t('settings.officerPosition')}
          maxLength={120}
          isOptional
          error={fieldError(t, errors.position?.message)}
          {...form.register('position')}
        />
        <TextField
          label={t('settings.officerDecree')}
          maxLength={80}
          isOptional
          error={fieldError(t, errors.decreeNumber?.message)}
          {...form.register('decreeNumber')}
        />
      </div>
      <Controller
        control={form.control}
        name="roles"
        render={({ field }) => (
          <fieldset className={styles.roles} data-wrong={errors.roles ? true : undefined}>
            <legend>{t('settings.officerRoles')}</legend>
            {ROLES.map(role => (
              <Checkbox
                key={role}
                label={t(`codes.role.${role}`)}
                checked={field.value.includes(role)}
                onChange={event => field.onChange(event.target.checked ? [...field.value, role] : field.value.filter(one => one !== role))}
              />
            ))}
            {errors.roles && (
              <p className={styles.error} role="alert">
                {fieldError(t, errors.roles.message)}
              </p>
            )}
          </fieldset>
        )}
      />
      {officer ? (
        <Checkbox label={t('settings.officerActive')} {...form.register('isActive')} />
      ) : (
        <div className={styles.two}>
          <PinField label={t('settings.officerPin')} error={fieldError(t, errors.pin?.message)} {...form.register('pin')} />
          <PinField label={t('settings.officerPinAgain')} error={fieldError(t, errors.pinAgain?.message)} {...form.register('pinAgain')} />
        </div>
      )}
    </FormDialog>
  )
}
