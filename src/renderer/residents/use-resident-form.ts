import { useCallback } from 'react'
import { type Control, type FieldErrors, type Resolver, type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import { dayForBirths } from '#shared/office/pc-clock'
import { useSession } from '../session'
import { type ResidentField, type ResidentValues, readValues } from './resident-values'

export type Fields = {
  control: Control<ResidentValues>
  values: ResidentValues
  errors: FieldErrors<ResidentValues>
  /** Puts a text into a field, and keeps it. */
  put: (field: ResidentField, text: string) => void
  /** Keeps what still waits. */
  left: () => void
}

type Keeping = { keep: (field: string, value: string) => void; flush: () => void }

/** The form of one person: checked by the contract's rules, every change kept. */
export function useResidentForm(
  initial: ResidentValues,
  { keep, flush }: Keeping
): { form: UseFormReturn<ResidentValues>; fields: Fields } {
  const today = dayForBirths(useSession().today)
  const resolver = useCallback<Resolver<ResidentValues>>(
    values => {
      const read = readValues(values, today)
      if (read.ok) return { values, errors: {} }
      return { values: {}, errors: Object.fromEntries(Object.entries(read.errors).map(([field, type]) => [field, { type }])) }
    },
    [today]
  )
  const form = useForm<ResidentValues>({ defaultValues: initial, resolver, mode: 'onSubmit', reValidateMode: 'onChange' })
  const values = useWatch({ control: form.control }) as ResidentValues
  const { setValue, formState } = form
  const put = useCallback(
    (field: ResidentField, text: string) => {
      setValue(field, text, { shouldDirty: true, shouldValidate: formState.isSubmitted })
      keep(field, text)
    },
    [setValue, keep, formState.isSubmitted]
  )
  return { form, fields: { control: form.control, values, errors: formState.errors, put, left: flush } }
}
