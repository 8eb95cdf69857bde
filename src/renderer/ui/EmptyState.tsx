import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** Nothing here yet: says so, what to do, and with which key. */
export function EmptyState({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      {icon}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.teach}>{children}</div>}
    </div>
  )
}
