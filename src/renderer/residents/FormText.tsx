import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldError } from '../text/field-error'
import { limitOf } from '../text/typed-text'
import { TextField } from '../ui/Field'
import { SelectField } from '../ui/SelectField'
import type { FieldProblem, ResidentField } from './resident-values'
import type { Fields } from './use-resident-form'

/** What is wrong with a field, in words; undefined when nothing is. */
export function useFieldError(fields: Fields): (field: ResidentField) => string | undefined {
  const { t } = useTranslation()
  return field => {
    const type = fields.errors[field]?.type
    if (!type) return undefined
    return limitOf(type) ? (fieldError(t, type) ?? undefined) : t(`residents.problem.${type as FieldProblem}`)
  }
}

type FormTextProps = {
  fields: Fields
  name: ResidentField
  label: ReactNode
  hint?: ReactNode
  isOptional?: boolean
  isDigits?: boolean
  maxLength?: number
  /** The text as it is kept when the officer leaves the field. */
  tidy?: (text: string) => string
  /** Told of every typed change, after it is kept. */
  onType?: (text: string) => void
}

/** A text field of the resident form. */
export function FormText({ fields, name, label, hint, isOptional, isDigits, maxLength = 200, tidy, onType }: FormTextProps) {
  const errorOf = useFieldError(fields)
  return (
    <TextField
      label={label}
      name={name}
      hint={hint}
      isOptional={isOptional ?? false}
      isDigits={isDigits ?? false}
      inputMode={isDigits ? 'numeric' : 'text'}
      maxLength={maxLength}
      value={fields.values[name]}
      error={errorOf(name)}
      onChange={event => {
        fields.put(name, event.currentTarget.value)
        onType?.(event.currentTarget.value)
      }}
      onBlur={() => {
        if (tidy) fields.put(name, tidy(fields.values[name]))
        fields.left()
      }}
    />
  )
}

type FormSelectProps<C extends string> = {
  fields: Fields
  name: ResidentField
  label: ReactNode
  codes: readonly C[]
  wordOf: (code: C) => string
  hint?: ReactNode
  isOptional?: boolean
  isClearable?: boolean
  placeholder?: string
}

/** A field of the resident form that takes one word of a list. */
export function FormSelect<C extends string>({
  fields,
  name,
  label,
  codes,
  wordOf,
  hint,
  isOptional,
  isClearable,
  placeholder
}: FormSelectProps<C>) {
  const errorOf = useFieldError(fields)
  const value = fields.values[name]
  return (
    <SelectField
      label={label}
      hint={hint}
      isOptional={isOptional ?? false}
      isClearable={isClearable ?? isOptional ?? false}
      options={codes.map(code => ({ value: code, label: wordOf(code) }))}
      {...(placeholder !== undefined && { placeholder })}
      value={codes.find(code => code === value) ?? null}
      error={errorOf(name)}
      onChange={code => {
        fields.put(name, code ?? '')
        fields.left()
      }}
    />
  )
}
