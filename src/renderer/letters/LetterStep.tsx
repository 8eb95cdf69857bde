import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '#shared/cases/cases.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { List } from '../ui/List'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useCall } from '../use-call'
import { HandOverPanel } from './HandOverPanel'
import { LetterDesk } from './LetterDesk'
import styles from './LetterStep.module.css'
import { letterTypeOf } from './letter-values'
import { PrintPanel } from './PrintPanel'

type LetterStepProps = { card: CaseCard; onOpen: (letterId: string) => void; onPerson: () => void; onReferral: () => void }

/** The letters of one case at the counter: write one, print it, hand it over. */
export function LetterStep({ card, onOpen, onPerson, onReferral }: LetterStepProps) {
  const { t } = useTranslation()
  const letters = useCall(api.letters.ofCase, { caseId: card.case.id })
  const [shown, setShown] = useState<{ letterId: string; isNew: boolean } | null>(null)
  const [isWriting, setWriting] = useState(false)
  const isClosed = card.case.closedAt !== null
  if (letters.problem) return <ProblemNotice problem={letters.problem} />
  if (!letters.value) return <p role="status">{t('ui.loading')}</p>
  const current = shown ?? (letters.value[0] ? { letterId: letters.value[0].id, isNew: false } : null)

  if (!isClosed && (isWriting || !current))
    return (
      <LetterDesk
        card={card}
        onIssued={letter => {
          setShown({ letterId: letter.id, isNew: true })
          setWriting(false)
        }}
        onPerson={onPerson}
        onReferral={onReferral}
        onCancel={current ? () => setWriting(false) : undefined}
      />
    )
  return (
    <div className={styles.step}>
      {isClosed && <Notice title={t('letters.caseClosed')}>{t('letters.caseClosedTeach')}</Notice>}
      <div className={styles.columns}>
        {letters.value.length > 0 && (
          <Card
            title={t('letters.ofCase')}
            isFilling
            aside={
              !isClosed && (
                <Button shortcut={KEYS.add} onClick={() => setWriting(true)}>
                  {t('letters.another')}
                </Button>
              )
            }
          >
            <List
              label={t('letters.ofCase')}
              items={letters.value}
              keyOf={letter => letter.id}
              onOpen={letter => setShown({ letterId: letter.id, isNew: false })}
            >
              {letter => <Line type={letter.type} number={letter.number} issuedOn={letter.issuedOn} status={letter.status} />}
            </List>
          </Card>
        )}
        {current && (
          <Issued key={current.letterId} letterId={current.letterId} isNew={current.isNew} onOpen={() => onOpen(current.letterId)} />
        )}
      </div>
    </div>
  )
}

function Line({ type, number, issuedOn, status }: { type: string; number: string; issuedOn: string; status: 'issued' | 'void' }) {
  const { t } = useTranslation()
  const format = useFormat()
  const known = letterTypeOf(type)
  return (
    <span className={styles.line}>
      <span className={styles.words}>
        <strong>{known ? t(`codes.letterType.${known}`) : type}</strong>
        <span className={styles.more}>
          {number} · {format.date(issuedOn)}
        </span>
      </span>
      <Chip tone={status === 'void' ? 'bad' : 'good'}>{t(`codes.letterStatus.${status}`)}</Chip>
    </span>
  )
}

function Issued({ letterId, isNew, onOpen }: { letterId: string; isNew: boolean; onOpen: () => void }) {
  const { t } = useTranslation()
  const card = useCall(api.letters.get, { letterId })
  if (card.problem) return <ProblemNotice problem={card.problem} />
  if (!card.value) return <p role="status">{t('ui.loading')}</p>
  return (
    <div className={styles.stack}>
      <Notice
        tone={card.value.letter.status === 'void' ? 'bad' : 'good'}
        title={t(isNew ? 'letters.issued' : 'letters.numberIs', { number: card.value.letter.number })}
        actions={<Button onClick={onOpen}>{t('letters.openLetter')}</Button>}
      />
      <PrintPanel card={card.value} startsAtOnce={isNew} />
      <HandOverPanel card={card.value} />
    </div>
  )
}
