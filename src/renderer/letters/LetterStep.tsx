import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '#shared/cases/cases.contract'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import { letterSheet } from '#shared/letters/letter-body'
import type { LetterLine } from '#shared/letters/letters.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import column from '../ui/column.module.css'
import fill from '../ui/fill.module.css'
import { List } from '../ui/List'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useCall } from '../use-call'
import { HandOverPanel } from './HandOverPanel'
import { LetterDesk } from './LetterDesk'
import { LetterListLine } from './LetterListLine'
import { LetterPreview } from './LetterPreview'
import styles from './LetterStep.module.css'
import { letterTypeOf } from './letter-values'
import { PrintPanel } from './PrintPanel'

type LetterStepProps = { card: CaseCard; onOpen: (letterId: string) => void; onPerson: () => void; onReferral: () => void }

/** The letters of one case at the counter: write one, print it, hand it over. */
export function LetterStep({ card, onOpen, onPerson, onReferral }: LetterStepProps) {
  const { t } = useTranslation()
  const letters = useCall(api.letters.ofCase, { caseId: card.case.id })
  const [shown, setShown] = useState<{ letterId: string; isNew: boolean } | null>(null)
  const [writing, setWriting] = useState<{ insteadOf: IssuedLetter | null } | null>(null)
  const isClosed = card.case.closedAt !== null
  if (letters.problem) return <ProblemNotice problem={letters.problem} />
  if (!letters.value) return <p role="status">{t('ui.loading')}</p>
  const current = shown ?? (letters.value[0] ? { letterId: letters.value[0].id, isNew: false } : null)

  if (!isClosed && (writing || !current))
    return (
      <LetterDesk
        card={card}
        insteadOf={writing?.insteadOf ?? null}
        onIssued={letter => {
          setShown({ letterId: letter.id, isNew: true })
          setWriting(null)
        }}
        onPerson={onPerson}
        onReferral={onReferral}
        onCancel={current ? () => setWriting(null) : undefined}
      />
    )
  return (
    <div className={fill.step}>
      {isClosed && <Notice title={t('letters.caseClosed')}>{t('letters.caseClosedTeach')}</Notice>}
      {current && (
        <Issued
          key={current.letterId}
          letterId={current.letterId}
          isNew={current.isNew}
          letters={letters.value}
          onShow={letterId => setShown({ letterId, isNew: false })}
          onOpen={() => onOpen(current.letterId)}
          onAnother={isClosed ? undefined : insteadOf => setWriting({ insteadOf })}
        />
      )}
    </div>
  )
}

type IssuedProps = {
  letterId: string
  isNew: boolean
  letters: readonly LetterLine[]
  onShow: (letterId: string) => void
  onOpen: () => void
  onAnother: ((insteadOf: IssuedLetter | null) => void) | undefined
}

function Issued({ letterId, isNew, letters, onShow, onOpen, onAnother }: IssuedProps) {
  const { t } = useTranslation()
  const card = useCall(api.letters.get, { letterId })
  if (card.problem) return <ProblemNotice problem={card.problem} />
  if (!card.value || card.value.letter.id !== letterId) return <p role="status">{t('ui.loading')}</p>
  const { letter } = card.value
  const type = letterTypeOf(letter.type)
  const isVoid = letter.status === 'void'
  return (
    <div className={styles.columns}>
      <div className={column.stack}>
        <Notice
          tone={isVoid ? 'bad' : 'good'}
          title={t(isVoid ? 'letters.voided' : isNew ? 'letters.issued' : 'letters.numberIs', { number: letter.number })}
          actions={
            <>
              <Button onClick={onOpen}>{t('letters.openLetter')}</Button>
              {onAnother && (
                <Button tone={isVoid ? 'primary' : 'quiet'} shortcut={KEYS.add} onClick={() => onAnother(isVoid ? letter : null)}>
                  {t(isVoid ? 'letters.instead' : 'letters.another')}
                </Button>
              )}
            </>
          }
        >
          {letter.voidReason}
        </Notice>
        <PrintPanel card={card.value} startsAtOnce={isNew} />
        <HandOverPanel card={card.value} />
        {letters.length > 1 && (
          <Card title={t('letters.ofCase')}>
            <List label={t('letters.ofCase')} items={letters} keyOf={line => line.id} onOpen={line => onShow(line.id)}>
              {line => <LetterListLine letter={line} />}
            </List>
          </Card>
        )}
      </div>
      <LetterPreview sheet={type ? letterSheet(type, letter.facts) : undefined} title={t('letters.frozen')} hint={letter.number} />
    </div>
  )
}
