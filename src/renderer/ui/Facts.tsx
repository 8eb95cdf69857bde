import type { ReactNode } from 'react'
import styles from './Facts.module.css'

type Fact = readonly [name: string, value: ReactNode]
/** What stands in each field of a record, by the name that its form gives it. */
export type FactOfEach<T> = Record<Exclude<keyof T, 'id'>, Fact>

/** Facts with their names, two columns; a narrow one where the names are short. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
