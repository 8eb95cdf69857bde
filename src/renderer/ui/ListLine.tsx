import type { ReactNode } from 'react'
import styles from './ListLine.module.css'

type ListLineProps = {
  /** Before the words: what kind it is, or its code. */
  start?: ReactNode
  name: string
  more: ReactNode
  /** At the end of the line: states as chips. */
  children?: ReactNode
}

/** What one row of a list says: a name on two lines at most, whole when pointed at, and below it what tells it from others. */
export function ListLine({ start, name, more, children }: ListLineProps) {
  return (
    <span className={styles.line}>
      {start}
      <span className={styles.words}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.more}>{more}</span>
      </span>
      {children}
    </span>
  )
}
