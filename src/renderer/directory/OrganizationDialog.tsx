import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Organization } from '#shared/directory/organization'
import { fieldError } from '../text/field-error'
import type { DeskProblem } from '../text/problem'
import { optionalText, orNull, requiredText } from '../text/typed-text'
import type { Option } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import type { FactOfEach } from '../ui/Facts'
import { Checkbox, TextField } from '../ui/Field'
import { SavingProblem } from '../ui/SavingProblem'
import { SelectField } from '../ui/SelectField'

const OrganizationForm = z.object({
  kind: requiredText(40),
  name: requiredText(160),
  addressee: requiredText(160),
  address: optionalText(200),
  phone: optionalText(60),
  isActive: z.boolean()
})
type OrganizationForm = z.infer<typeof OrganizationForm>
export type TypedOrganization = Omit<Organization, 'id'>

type OrganizationDialogProps = {
  organization: Organization | null
  kinds: readonly Option<string>[]
  problem: DeskProblem | null
  isBusy: boolean
  onSave: (organization: TypedOrganization) => void
  onClose: () => void
}

export function OrganizationDialog({ organization, kinds, problem, isBusy, onSave, onClose }: OrganizationDialogProps) {
  const { t } = useTranslation()
  const form = useForm<OrganizationForm>({
    resolver: standardSchemaResolver(OrganizationForm),
    defaultValues: {
      kind: organization?.kind ?? '',
      name: organization?.name ?? '',
      addressee: organization?.addressee ?? '',
      address: organization?.address ?? '',
      phone: organization?.phone ?? '',
      isActive: organization?.isActive ?? true
    }
  })
  const { errors } = form.formState
  const factsOf = (now: Organization): FactOfEach<Organization> => ({
    name: [t('settings.organizationName'), now.name],
    kind: [t('settings.organizationKind'), kinds.find(({ value }) => value === now.kind)?.label],
    addressee: [t('settings.organizationAddressee'), now.addressee],
    address: [t('settings.organizationAddress'), now.address ?? t('ui.empty')],
    phone: [t('settings.organizationPhone'), now.phone ?? t('ui.empty')],
    isActive: [t('settings.organizationActive'), t(now.isActive ? 'ui.yes' : 'ui.no')]
  })
  const save = form.handleSubmit(typed => onSave({ ...typed, address: orNull(typed.address), phone: orNull(typed.phone) }))
  return (
    <FormDialog
      title={t(organization ? 'settings.organizationEdit' : 'settings.organizationAdd')}
      width={640}
      onClose={onClose}
      onSubmit={save}
      deed={t('ui.save')}
      isBusy={isBusy}
    >
      <SavingProblem problem={problem} of="organization" factsOf={factsOf} />
      <TextField
        label={t('settings.organizationName')}
        maxLength={160}
        data-autofocus
        error={fieldError(t, errors.name?.message)}
        {...form.register('name')}
      />
      <Controller
        control={form.control}
        name="kind"
        render={({ field }) => (
          <SelectField
            label={t('settings.organizationKind')}
            options={kinds}
            value={field.value || null}
            onChange={code => field.onChange(code ?? '')}
            error={fieldError(t, errors.kind?.message)}
          />
        )}
      />
      <TextField
        label={t('settings.organizationAddressee')}
        hint={t('settings.organizationAddresseeHint')}
        maxLength={160}
        error={fieldError(t, errors.addressee?.message)}
        {...form.register('addressee')}
      />
      <TextField
        label={t('settings.organizationAddress')}
        maxLength={200}
        isOptional
        error={fieldError(t, errors.address?.message)}
        {...form.register('address')}
      />
      <TextField
        label={t('settings.organizationPhone')}
        maxLength={60}
        isOptional
        error={fieldError(t, errors.phone?.message)}
        {...form.register('phone')}
      />
      {organization && <Checkbox label={t('settings.organizationActive')} {...form.register('isActive')} />}
    </FormDialog>
  )
}
