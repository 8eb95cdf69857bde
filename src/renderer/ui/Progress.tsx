import styles from './Progress.module.css'

/** How far work has come, of a hundred; without a number it says only that it goes on. */
export function Progress({ label, value }: { label: string; value?: number }) {
  return <progress className={styles.progress} aria-label={label} {...(value !== undefined && { max: 100, value })} />
}
