import { IconBook2 } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { yearOf } from '#shared/clock'
import type { LetterBook } from '#shared/letters/issued-letter'
import { api } from '../api'
import { KEYS } from '../keys'
import { PaperButton } from '../paper/PaperButton'
import { useMay, useSession } from '../session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { SelectField } from '../ui/SelectField'
import { useCall } from '../use-call'
import { OpenBookDialog } from './OpenBookDialog'
import styles from './RegisterScreen.module.css'
import { RegisterTable } from './RegisterTable'

function Book({ book }: { book: LetterBook }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const view = useCall(api.letters.register, { bookId: book.id })
  if (view.problem) return <ProblemNotice problem={view.problem} />
  if (!view.value) return <p role="status">{t('ui.loading')}</p>
  if (view.value.letters.length === 0 && view.value.unused.length === 0)
    return (
      <EmptyState icon={<IconBook2 />} title={t('letters.bookEmpty')}>
        {t('letters.bookEmptyTeach', { n: book.nextSequence })}
      </EmptyState>
    )
  return <RegisterTable view={view.value} onOpen={letterId => void navigate({ to: '/letters/$letterId', params: { letterId } })} />
}

/** Buku agenda: every number of a book, also the void ones and the gaps. This desk's own lies open; those of other desks can be read. */
export function RegisterScreen() {
  const { t } = useTranslation()
  const { today, office } = useSession()
  const may = useMay()
  const books = useCall(api.letters.books, {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [isOpening, setOpening] = useState(false)
  const all = [...(books.value ?? [])].sort((a, b) => b.year - a.year)
  const own = all.filter(one => one.unitCode === office.unitCode)
  const book = all.find(one => one.id === chosen) ?? own[0] ?? all[0]
  const lacksThisYear = books.value !== undefined && own.every(one => one.year !== yearOf(today))
  return (
    <Screen
      title={t('letters.register')}
      lead={book && t('letters.bookLead', { unit: book.unitCode, year: book.year, n: book.nextSequence })}
      actions={
        <>
          {lacksThisYear && may(api.letters.openBook) && (
            <Button tone="primary" shortcut={KEYS.add} onClick={() => setOpening(true)}>
              {t('letters.bookTitle', { year: yearOf(today), unit: office.unitCode })}
            </Button>
          )}
          {book && (
            <PaperButton paper={{ kind: 'register', bookId: book.id }} shortcut={KEYS.print}>
              {t('letters.printRegister')}
            </PaperButton>
          )}
        </>
      }
    >
      {books.problem && <ProblemNotice problem={books.problem} />}
      {all.length > 1 && (
        <div className={styles.choose}>
          <SelectField
            label={t('letters.book')}
            options={all.map(one => ({ value: one.id, label: `${one.unitCode} · ${one.year}` }))}
            value={book?.id ?? null}
            onChange={setChosen}
          />
        </div>
      )}
      <Card isFilling>
        {book ? (
          <Book book={book} />
        ) : (
          <EmptyState icon={<IconBook2 />} title={t('letters.noBook')}>
            {t('letters.noBookTeach')}
          </EmptyState>
        )}
      </Card>
      {isOpening && <OpenBookDialog year={yearOf(today)} onOpened={() => setOpening(false)} onClose={() => setOpening(false)} />}
    </Screen>
  )
}
