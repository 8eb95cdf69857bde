import { Checkbox } from '../ui/Field'
import styles from './SeveralChoice.module.css'

type SeveralChoiceProps<V extends string, O extends V> = {
  legend: string
  options: readonly { value: O; label: string }[]
  chosen: readonly V[]
  /** Ticked on another side. */
  except?: readonly V[]
  /** In the order of the options. */
  onChoose: (values: O[]) => void
}

/** Any of a few, all visible. */
export function SeveralChoice<V extends string, O extends V>({ legend, options, chosen, except = [], onChoose }: SeveralChoiceProps<V, O>) {
  const values = options.map(({ value }) => value)
  return (
    <fieldset className={styles.several}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={chosen.includes(value)}
          disabled={except.includes(value)}
          onChange={event => onChoose(values.filter(one => (one === value ? event.currentTarget.checked : chosen.includes(one))))}
        />
      ))}
    </fieldset>
  )
}
