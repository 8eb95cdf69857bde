import { keyLabel } from '../keys'
import styles from './Kbd.module.css'

/** The visible name of a key. Assistive technology hears it from `aria-keyshortcuts` of the control, so it is silent here. */
export function Kbd({ of }: { of: string }) {
  return (
    <span aria-hidden="true">
      <kbd className={styles.kbd}>{keyLabel(of)}</kbd>
    </span>
  )
}
