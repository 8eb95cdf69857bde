import { keyLabel } from '../keys'
import styles from './Kbd.module.css'

/** The visible name of a key. Assistive technology hears it from `aria-keyshortcuts` of the control, so it is silent here. */
export function Kbd({ of }: { of: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {keyLabel(of)}
    </kbd>
  )
}
