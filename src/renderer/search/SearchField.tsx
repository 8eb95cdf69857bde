import { IconSearch } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { KEYS } from '../keys'
import { Kbd } from '../ui/Kbd'
import styles from './SearchField.module.css'

type SearchFieldProps = Omit<ComponentProps<'input'>, 'className' | 'type' | 'role' | 'onChange'> & {
  label: string
  /** The list of what was found, which the arrows go through. */
  listId: string
  isShown: boolean
  /** Which line of that list Enter takes; undefined where it has none. */
  at: number | undefined
  onType: (text: string) => void
}

/** Where somebody is looked for: a combobox over a list that stands elsewhere on the screen. */
export function SearchField({ label, listId, isShown, at, onType, ...rest }: SearchFieldProps) {
  return (
    <div className={styles.field}>
      <IconSearch aria-hidden="true" />
      <input
        {...rest}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        className={styles.input}
        aria-label={label}
        aria-keyshortcuts={KEYS.search}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={at === undefined ? undefined : `${listId}-${at}`}
        maxLength={200}
        onChange={event => onType(event.currentTarget.value)}
      />
      <Kbd of={KEYS.search} />
    </div>
  )
}
