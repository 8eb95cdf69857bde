import type { ReactNode } from 'react'
import styles from './ScrollArea.module.css'

/** A part of a screen that scrolls by itself; it is a stop of the Tab key, so that arrows scroll it without a mouse. */
export function ScrollArea({ label, className, children }: { label: string; className?: string | undefined; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
    <section className={className ?? styles.area} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
