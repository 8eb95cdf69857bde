import type { ReactNode } from 'react'
import styles from './Foot.module.css'

/** The foot of a form or a step: how it stands at the start, its buttons at the end, the primary one last. */
export function Foot({ state, children }: { state?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.foot}>
      {state && <span className={styles.state}>{state}</span>}
      {children}
    </div>
  )
}
