import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Card.module.css'
import { cx } from './cx'
import { ScrollArea } from './ScrollArea'

type CardProps = {
  title?: ReactNode
  /** Beside the title. */
  aside?: ReactNode
  /** Takes the whole height it is given and scrolls inside. */
  isFilling?: boolean
  children: ReactNode
}

export function Card({ title, aside, isFilling, children }: CardProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section className={cx(styles.card, isFilling && styles.fill)} aria-labelledby={title ? id : undefined}>
      {(title || aside) && (
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {aside}
        </div>
      )}
      {isFilling ? (
        <ScrollArea label={typeof title === 'string' ? `${t('ui.content')}: ${title}` : t('ui.content')}>{children}</ScrollArea>
      ) : (
        children
      )}
    </section>
  )
}
