import { type ReactNode, useCallback } from 'react'
import type { Option } from './Choice'
import { FindField } from './FindField'

type SelectFieldProps<V extends string> = {
  label: ReactNode
  options: readonly Option<V>[]
  value: V | null
  onChange: (value: V | null) => void
  hint?: ReactNode
  error?: ReactNode
  isOptional?: boolean
  /** May be emptied again; by default what is optional may. */
  isClearable?: boolean
  placeholder?: string
  isDisabled?: boolean
  autoFocus?: boolean
}

const LIMIT = 200
const folded = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** One of a list that is already here: typing filters it, arrow keys move, Enter takes. */
export function SelectField<V extends string>({
  options,
  value,
  onChange,
  isOptional = false,
  isClearable = isOptional,
  ...rest
}: SelectFieldProps<V>) {
  const find = useCallback(
    async (text: string) => {
      const words = folded(text).split(/\s+/).filter(Boolean)
      return options.filter(one => words.every(word => folded(`${one.label} ${one.more ?? ''}`).includes(word))).slice(0, LIMIT)
    },
    [options]
  )
  return (
    <FindField
      {...rest}
      isOptional={isOptional}
      opensEmpty
      chosen={options.find(one => one.value === value)?.label ?? ''}
      find={find}
      onChoose={found => (found || isClearable) && onChange((found?.value ?? null) as V | null)}
    />
  )
}
