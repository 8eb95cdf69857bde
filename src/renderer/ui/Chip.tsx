import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import { cx } from './cx'

export type Tone = 'neutral' | 'brand' | 'good' | 'attention' | 'bad'

/** A state in a word. Colour only underlines what the word says. */
export function Chip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={cx(styles.chip, tone !== 'neutral' && styles[tone])}>{children}</span>
}
