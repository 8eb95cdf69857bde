import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { KEYS } from '../keys'
import { Button } from './Button'
import { cx } from './cx'
import styles from './Screen.module.css'
import { ScrollArea } from './ScrollArea'

type ScreenProps = {
  title: ReactNode
  lead?: ReactNode
  /** Buttons at the right of the title; the one primary action comes last. */
  actions?: ReactNode
  onBack?: (() => void) | undefined
  /** The body scrolls as a whole; otherwise its parts do. */
  isScrolling?: boolean
  children: ReactNode
}

/** The frame of one screen: it fills the window and never scrolls as a page. Focus starts on the title. */
export function Screen({ title, lead, actions, onBack, isScrolling, children }: ScreenProps) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        {onBack && (
          <Button tone="plain" shortcut={KEYS.back} onClick={onBack}>
            {t('ui.back')}
          </Button>
        )}
        <div className={styles.titles}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead && (
            <div className={styles.lead} title={typeof lead === 'string' ? lead : undefined}>
              {lead}
            </div>
          )}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {isScrolling ? (
        <ScrollArea className={cx(styles.body, styles.scroll)} label={typeof title === 'string' ? title : t('ui.content')}>
          {children}
        </ScrollArea>
      ) : (
        <div className={styles.body}>{children}</div>
      )}
    </div>
  )
}
