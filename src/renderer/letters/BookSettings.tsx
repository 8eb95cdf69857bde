import { IconBook2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { yearOf } from '#shared/clock'
import { api } from '../api'
import { KEYS } from '../keys'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { useNotify } from '../ui/notify'
import styles from '../ui/settings.module.css'
import { useCall } from '../use-call'
import { OpenBookDialog } from './OpenBookDialog'

/** The number books of the office. This desk has one of its own for each year, opened by hand because the paper book may go on. */
export function BookSettings() {
  const { t } = useTranslation()
  const format = useFormat()
  const { today, office } = useSession()
  const notify = useNotify()
  const [isOpening, setOpening] = useState(false)
  const books = useCall(api.letters.books, {})
  const year = yearOf(today)
  const isOpen = books.value?.some(book => book.year === year && book.unitCode === office.unitCode) ?? true
  return (
    <div className={styles.stack}>
      {!isOpen && (
        <>
          <EmptyState icon={<IconBook2 aria-hidden="true" />} title={t('settings.bookNone', { year })}>
            {t('settings.bookNoneTeach')}
          </EmptyState>
          <div className={styles.actions}>
            <Button tone="primary" shortcut={KEYS.add} onClick={() => setOpening(true)}>
              {t('settings.bookOpen', { year })}
            </Button>
          </div>
        </>
      )}
      {books.value?.map(book => (
        <Card key={book.id}>
          <div className={styles.line}>
            <div className={styles.grow}>
              <p className={styles.name}>{book.year}</p>
              <p className={styles.soft}>
                {t('settings.bookUnit', { unit: book.unitCode })} · {t('settings.bookStart', { start: format.number(book.startAt) })}
              </p>
            </div>
            <p className={styles.name}>{t('settings.bookNext', { next: format.number(book.nextSequence) })}</p>
          </div>
        </Card>
      ))}
      {isOpening && (
        <OpenBookDialog
          year={year}
          onOpened={() => {
            notify.done(t('settings.bookOpened', { year }))
            setOpening(false)
          }}
          onClose={() => setOpening(false)}
        />
      )}
    </div>
  )
}
