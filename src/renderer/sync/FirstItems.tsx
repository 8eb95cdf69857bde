import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../text/use-format'
import styles from './SyncScreen.module.css'

/** So many are looked at in one go; a list that is longer would hide what stands below it. */
export const SHOWN = 20

type Props<T> = { items: readonly T[]; total?: number; children: (item: T) => ReactNode }

/** What has to be decided, one after the other; the next ones come up when those above are done. `total`: how many there are in all. */
export function FirstItems<T>({ items, total = items.length, children }: Props<T>) {
  const { t } = useTranslation()
  const format = useFormat()
  const left = total - Math.min(items.length, SHOWN)
  return (
    <>
      <ul className={styles.items}>{items.slice(0, SHOWN).map(children)}</ul>
      {left > 0 && <p className={styles.soft}>{t('sync.itemsMore', { n: format.number(left) })}</p>}
    </>
  )
}
