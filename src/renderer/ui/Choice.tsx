import { type ReactNode, useId } from 'react'
import styles from './Choice.module.css'
import { cx } from './cx'

export type Option<V extends string> = { value: V; label: string; more?: string | undefined; disabled?: boolean }

type ChoiceProps<V extends string> = {
  legend: ReactNode
  options: readonly Option<V>[]
  value: V | null
  onChange: (value: V) => void
  error?: ReactNode
  inColumn?: boolean
}

/** One of a few, all visible; arrow keys move. For more than about eight use `SelectField`. */
export function Choice<V extends string>({ legend, options, value, onChange, error, inColumn }: ChoiceProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles.set} data-wrong={error ? true : undefined} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={cx(styles.options, inColumn && styles.column)}>
        {options.map(option => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span className={styles.name}>{option.label}</span>
              {option.more && <span className={styles.more}>{option.more}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <div id={`${name}-error`} className={styles.error} role="alert">
          {error}
        </div>
      )}
    </fieldset>
  )
}
