import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import styles from './Steps.module.css'

type Step<K extends string> = { key: K; label: string; isDone: boolean; isReachable?: boolean }

type StepsProps<K extends string> = { steps: readonly Step<K>[]; current: K; onGo: (key: K) => void; inColumn?: boolean }

/** Where one is on a way of a few steps; steps already reachable can be gone to. */
export function Steps<K extends string>({ steps, current, onGo, inColumn }: StepsProps<K>) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('ui.steps')}>
      <ol className={cx(styles.steps, inColumn && styles.column)}>
        {steps.map((step, index) => {
          const isCurrent = step.key === current
          const look = cx(styles.step, step.isDone && styles.done, isCurrent && styles.current)
          const inside = (
            <>
              <span className={styles.dot}>{step.isDone && !isCurrent ? <IconCheck aria-label={t('ui.done')} /> : index + 1}</span>
              <span>{step.label}</span>
            </>
          )
          return (
            <li key={step.key} aria-current={isCurrent ? 'step' : undefined}>
              {(step.isReachable ?? step.isDone) && !isCurrent ? (
                <button type="button" className={look} onClick={() => onGo(step.key)}>
                  {inside}
                </button>
              ) : (
                <span className={look}>{inside}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
