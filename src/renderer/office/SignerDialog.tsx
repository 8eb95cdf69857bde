import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { checkNip, formatNip } from '#shared/letters/nip'
import { CAPACITIES, type Signer } from '#shared/office/office'
import { fieldError } from '../text/field-error'
import type { DeskProblem } from '../text/problem'
import { optionalText, orNull, requiredText } from '../text/typed-text'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import type { FactOfEach } from '../ui/Facts'
import { Checkbox, TextField } from '../ui/Field'
import { SavingProblem } from '../ui/SavingProblem'

export type TypedSigner = Omit<Signer, 'id'>

const needsPrincipal = (capacity: Signer['capacity']): boolean => capacity === 'a.n.' || capacity === 'u.b.'

const SignerForm = z
  .object({
    name: requiredText(100),
    nip: z.string().refine(text => text.trim() === '' || checkNip(text).blocks.length === 0, { error: 'nip' }),
    rank: optionalText(60),
    position: requiredText(160),
    capacity: z.enum(CAPACITIES),
    onBehalfOf: optionalText(160),
    isActive: z.boolean()
  })
  .refine(form => !needsPrincipal(form.capacity) || form.onBehalfOf !== '', { error: 'on-behalf-of', path: ['onBehalfOf'] })
type SignerForm = z.infer<typeof SignerForm>

type SignerDialogProps = {
  signer: TypedSigner | null
  problem?: DeskProblem | null
  isBusy?: boolean
  onSave: (signer: TypedSigner) => void
  onClose: () => void
}

/** An official as letters print the signature: name with degrees, NIP, rank, position and capacity. */
export function SignerDialog({ signer, problem, isBusy, onSave, onClose }: SignerDialogProps) {
  const { t } = useTranslation()
  const form = useForm<SignerForm>({
    resolver: standardSchemaResolver(SignerForm),
    defaultValues: {
      name: signer?.name ?? '',
      nip: signer?.nip ?? '',
      rank: signer?.rank ?? '',
      position: signer?.position ?? '',
      capacity: signer?.capacity ?? '',
      onBehalfOf: signer?.onBehalfOf ?? '',
      isActive: signer?.isActive ?? true
    }
  })
  const { errors } = form.formState
  const [nip, capacity] = useWatch({ control: form.control, name: ['nip', 'capacity'] })
  const factsOf = (now: Signer): FactOfEach<Signer> => ({
    name: [t('settings.signerName'), now.name],
    nip: [t('settings.signerNip'), now.nip ? formatNip(now.nip) : t('ui.empty')],
    rank: [t('settings.signerRank'), now.rank ?? t('ui.empty')],
    position: [t('settings.signerPosition'), now.position],
    capacity: [t('settings.signerCapacity'), now.capacity || t('settings.signerCapacitySelf')],
    onBehalfOf: [t('settings.signerOnBehalfOf'), now.onBehalfOf ?? t('ui.empty')],
    isActive: [t('settings.officerActive'), t(now.isActive ? 'ui.yes' : 'ui.no')]
  })
  const save = form.handleSubmit(typed =>
    onSave({
      name: typed.name,
      nip: checkNip(typed.nip).nip ?? null,
      rank: orNull(typed.rank),
      position: typed.position,
      capacity: typed.capacity,
      onBehalfOf: needsPrincipal(typed.capacity) ? orNull(typed.onBehalfOf) : null,
      isActive: typed.isActive
    })
  )
  return (
    <FormDialog
      title={t(signer ? 'settings.signerEdit' : 'settings.signerAdd')}
      width={640}
      onClose={onClose}
      onSubmit={save}
      deed={t('ui.save')}
      isBusy={isBusy}
    >
      <SavingProblem problem={problem} of="signer" factsOf={factsOf} />
      <TextField
        label={t('settings.signerName')}
        maxLength={100}
        data-autofocus
        error={fieldError(t, errors.name?.message)}
        {...form.register('name')}
      />
      <TextField
        label={t('settings.signerPosition')}
        maxLength={160}
        error={fieldError(t, errors.position?.message)}
        {...form.register('position')}
      />
      <TextField
        label={t('settings.signerNip')}
        hint={nip.trim() !== '' && formatNip(nip)}
        maxLength={30}
        inputMode="numeric"
        isOptional
        isDigits
        error={fieldError(t, errors.nip?.message)}
        {...form.register('nip')}
      />
      <TextField
        label={t('settings.signerRank')}
        maxLength={60}
        isOptional
        error={fieldError(t, errors.rank?.message)}
        {...form.register('rank')}
      />
      <Controller
        control={form.control}
        name="capacity"
        render={({ field }) => (
          <Choice
            legend={t('settings.signerCapacity')}
            value={field.value}
            onChange={field.onChange}
            options={CAPACITIES.map(code => ({ value: code, label: code || t('settings.signerCapacitySelf') }))}
          />
        )}
      />
      {needsPrincipal(capacity) && (
        <TextField
          label={t('settings.signerOnBehalfOf')}
          maxLength={160}
          error={fieldError(t, errors.onBehalfOf?.message)}
          {...form.register('onBehalfOf')}
        />
      )}
      {signer && <Checkbox label={t('settings.officerActive')} {...form.register('isActive')} />}
    </FormDialog>
  )
}
