import { IconClipboardCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntakeCard } from '#shared/intake/intake.contract'
import { formatDateShort } from '#shared/local-date-input'
import { maskNik } from '#shared/residents/nik'
import type { PossibleDuplicate } from '#shared/residents/residents.contract'
import { api } from '../api'
import { type Answers, DuplicatesDialog } from '../residents/DuplicatesDialog'
import { EMPTY } from '../residents/resident-values'
import { useMay } from '../session'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { FormDialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { Screen } from '../ui/Screen'
import styles from '../ui/settings.module.css'
import { useAct, useCall } from '../use-call'

type Asking =
  | { kind: 'duplicates'; card: IntakeCard; candidates: readonly PossibleDuplicate[] }
  | { kind: 'known'; card: IntakeCard; residentId: string; name: string }
  | { kind: 'aside'; card: IntakeCard }
  | null
type Said = { residentId: string | null } & Answers

/** What was written in the emergency book, and what has become of each entry. */
export function IntakeScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const notify = useNotify()
  const navigate = useNavigate()
  const list = useCall(api.intake.list, {})
  const takeOver = useAct(api.intake.takeOver)
  const setAside = useAct(api.intake.setAside)
  const [asking, setAsking] = useState<Asking>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)

  const take = async (card: IntakeCard, said: Said) => {
    setAsking(null)
    setProblem(null)
    const answer = await takeOver.act({ id: card.id, ...said })
    if (answer.ok) {
      notify.done(t('intake.done', { number: card.number }))
      await list.again()
    } else if (answer.problem.kind === 'possible-duplicates') setAsking({ kind: 'duplicates', card, candidates: answer.problem.candidates })
    else if (answer.problem.kind === 'nik-taken') {
      const { residentId, name } = answer.problem
      setAsking({ kind: 'known', card, residentId, name })
    } else setProblem(answer.problem)
  }
  const leave = async (card: IntakeCard) => {
    if (reason.trim() === '') return
    const answer = await setAside.act({ id: card.id, reason })
    setAsking(null)
    setReason('')
    setProblem(answer.ok ? null : answer.problem)
    await list.again()
  }
  const anew: Said = { residentId: null, differentFrom: [], unsureOf: [] }
  const cards = list.value ?? []
  return (
    <Screen title={t('intake.listTitle')} lead={t('intake.listLead')} onBack={() => void navigate({ to: '/' })} isScrolling>
      {list.problem && <ProblemNotice problem={list.problem} />}
      {problem && <ProblemNotice problem={problem} />}
      {list.value && cards.length === 0 && (
        <EmptyState icon={<IconClipboardCheck aria-hidden="true" />} title={t('intake.listEmpty')}>
          {t('intake.listEmptyTeach')}
        </EmptyState>
      )}
      <div className={styles.stack}>
        {cards.map(card => (
          <Card key={card.id} title={`${card.number} · ${card.person.name}`} aside={<State card={card} />}>
            <div className={styles.line}>
              <p className={styles.grow}>
                {card.person.need}
                <br />
                <span className={styles.soft}>
                  {[
                    format.moment(card.at),
                    card.officer,
                    card.person.nik && `NIK ${maskNik(card.person.nik)}`,
                    card.person.birthDate && format.date(card.person.birthDate),
                    card.person.address,
                    card.person.phone
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </p>
              {card.state.kind === 'waiting' && (
                <div className={styles.actions}>
                  {may(api.intake.setAside) && <Button onClick={() => setAsking({ kind: 'aside', card })}>{t('intake.aside')}</Button>}
                  <Button tone="primary" isBusy={takeOver.isBusy} onClick={() => void take(card, anew)}>
                    {t('intake.takeOver')}
                  </Button>
                </div>
              )}
              {card.state.kind === 'taken' && <OpenVisit visitId={card.state.visitId} ticket={card.state.ticket} />}
            </div>
          </Card>
        ))}
      </div>
      {asking?.kind === 'duplicates' && (
        <DuplicatesDialog
          typed={{
            ...EMPTY,
            name: asking.card.person.name,
            nik: asking.card.person.nik ?? '',
            birthDate: asking.card.person.birthDate ? formatDateShort(asking.card.person.birthDate) : '',
            addressLine: asking.card.person.address
          }}
          candidates={asking.candidates}
          onThis={residentId => void take(asking.card, { ...anew, residentId })}
          onAnswered={answers => void take(asking.card, { residentId: null, ...answers })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.kind === 'known' && (
        <FormDialog
          title={t('intake.knownTitle', { name: asking.name })}
          deed={t('intake.knownUse')}
          isBusy={takeOver.isBusy}
          onClose={() => setAsking(null)}
          onSubmit={() => void take(asking.card, { ...anew, residentId: asking.residentId })}
        >
          <p>{t('intake.knownTeach')}</p>
        </FormDialog>
      )}
      {asking?.kind === 'aside' && (
        <FormDialog
          title={t('intake.asideTitle', { number: asking.card.number })}
          deed={t('intake.aside')}
          isBusy={setAside.isBusy}
          onClose={() => setAsking(null)}
          onSubmit={() => void leave(asking.card)}
        >
          <TextField
            label={t('intake.asideReason')}
            value={reason}
            maxLength={120}
            autoFocus
            onChange={event => setReason(event.target.value)}
          />
        </FormDialog>
      )}
    </Screen>
  )
}

function State({ card: { state } }: { card: IntakeCard }) {
  const { t } = useTranslation()
  if (state.kind === 'taken') return <Chip tone="good">{t('intake.isTaken')}</Chip>
  if (state.kind === 'aside') return <Chip>{t('intake.isAside', { reason: state.reason })}</Chip>
  return <Chip tone="attention">{t('intake.isWaiting')}</Chip>
}

function OpenVisit({ visitId, ticket }: { visitId: string; ticket: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return <Button onClick={() => void navigate({ to: '/visits/$visitId', params: { visitId } })}>{t('intake.openVisit', { ticket })}</Button>
}
