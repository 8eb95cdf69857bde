import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KEYS } from '../keys'
import { Button } from './Button'
import styles from './ListBar.module.css'

/** Above a list: which of several lists it is, and what can be done with the whole of it. */
export function ListBar({ children }: { children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>
}

type ListPagesProps = { onBefore: (() => void) | false; onMore: (() => void) | false }

/** Below a list that comes in pages; what is false there is no way to. */
export function ListPages({ onBefore, onMore }: ListPagesProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.pages}>
      {onBefore && <Button onClick={onBefore}>{t('quality.before')}</Button>}
      {onMore && (
        <Button shortcut={KEYS.next} onClick={onMore}>
          {t('quality.more')}
        </Button>
      )}
    </div>
  )
}
