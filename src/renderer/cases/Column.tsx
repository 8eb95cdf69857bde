import { type ReactNode, useId } from 'react'
import { useFormat } from '../text/use-format'
import { cx } from '../ui/cx'
import styles from './BoardScreen.module.css'

type ColumnProps = { title: string; count: number; isAttention?: boolean; children: ReactNode }

/** A column of the board under its one big number. */
export function Column({ title, count, isAttention, children }: ColumnProps) {
  const id = useId()
  const format = useFormat()
  return (
    <section className={styles.column} aria-labelledby={id}>
      <div className={styles.head}>
        <span className={cx(styles.count, count === 0 ? styles.zero : isAttention && styles.attention)} aria-hidden="true">
          {format.number(count)}
        </span>
        <h2 id={id} className={styles.heading} aria-label={`${title}: ${format.number(count)}`}>
          {title}
        </h2>
      </div>
      {children}
    </section>
  )
}
