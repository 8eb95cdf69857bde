import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Option } from './Choice'
import { Field } from './Field'
import styles from './Field.module.css'

type SelectFieldProps<V extends string> = {
  label: ReactNode
  options: readonly Option<V>[]
  value: V | null
  onChange: (value: V | null) => void
  hint?: ReactNode
  error?: ReactNode
  isOptional?: boolean
  placeholder?: string
  /** Called with what was typed, for lists that are fetched. */
  onType?: (text: string) => void
  isDisabled?: boolean
  autoFocus?: boolean
}

/** One of many: typing filters, arrow keys move, Enter takes. */
export function SelectField<V extends string>({
  label, options, value, onChange, hint, error, isOptional, placeholder, onType, isDisabled, autoFocus
}: SelectFieldProps<V>) {
  const { t } = useTranslation()
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {wiring => (
        <Select
          {...wiring}
          className={styles.select ?? ''}
          data={options.map(({ value: code, label: name, disabled = false }) => ({ value: code, label: name, disabled }))}
          value={value}
          onChange={chosen => onChange(chosen as V | null)}
          onSearchChange={text => onType?.(text)}
          placeholder={placeholder ?? t('ui.choose')}
          nothingFoundMessage={t('ui.nothingFound')}
          disabled={isDisabled ?? false}
          autoFocus={autoFocus ?? false}
          searchable
          selectFirstOptionOnChange
          clearable={isOptional ?? false}
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          withScrollArea={false}
          classNames={{ dropdown: styles.dropdown ?? "" }}
          limit={200}
          error={Boolean(error)}
          comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
        />
      )}
    </Field>
  )
}
