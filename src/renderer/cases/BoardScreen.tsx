import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { nextInLine } from '#shared/visits/next-in-line'
import { api } from '../api'
import { IntakeNotice } from '../intake/IntakeNotice'
import { KEYS } from '../keys'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { Screen } from '../ui/Screen'
import { useAct, useCall } from '../use-call'
import { TicketDialog } from '../visits/TicketDialog'
import styles from './BoardScreen.module.css'
import { CloseDayDialog } from './CloseDayDialog'
import { ServingColumn } from './ServingColumn'
import { UnendedColumn } from './UnendedColumn'
import { VisitDialog } from './VisitDialog'
import { WaitingColumn } from './WaitingColumn'

type Asking = { kind: 'ticket' } | { kind: 'close-day' } | { kind: 'visit'; visitId: string } | null

/** Hari ini: who waits, who is being served, and what still has no ending. */
export function BoardScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const notify = useNotify()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Asking>(null)
  const { value: board, problem } = useCall(api.cases.board, {})
  const calling = useAct(api.visits.call)
  const serving = useAct(api.visits.serve)
  const absent = useAct(api.visits.markAbsent)
  const isBusy = calling.isBusy || serving.isBusy || absent.isBusy

  const visits = board?.visits ?? []
  const mayServe = may(api.visits.call)
  /** What an empty column says to do next is for who may do it, while the day is open. */
  const teaches = mayServe && board?.isClosed === false
  const next = board && nextInLine(visits, board.day)
  const asked = asking?.kind === 'visit' ? visits.find(visit => visit.id === asking.visitId) : undefined
  const count = (status: BoardVisit['status']) => visits.filter(visit => visit.status === status && visit.day === board?.day).length

  const open = (visitId: string) => void navigate({ to: '/visits/$visitId', params: { visitId } })
  const call = async (visit: BoardVisit) => {
    const result = await calling.act({ visitId: visit.id })
    if (!result.ok) notify.problem(result.problem)
  }
  const serve = async (visit: BoardVisit) => {
    const result = await serving.act({ visitId: visit.id })
    if (result.ok) open(visit.id)
    else notify.problem(result.problem)
  }
  const markAbsent = async (visit: BoardVisit) => {
    const result = await absent.act({ visitId: visit.id })
    if (!result.ok) notify.problem(result.problem)
  }

  return (
    <Screen
      title={t('board.title')}
      lead={
        <span className={styles.lead}>
          {t('board.tally', { done: format.number(count('done')), absent: format.number(count('no-show')) })}
          {board && board.overdueCases > 0 && <Chip tone="attention">{t('board.overdue', { count: board.overdueCases })}</Chip>}
        </span>
      }
      actions={
        mayServe && (
          <>
            {!board?.isClosed && <Button onClick={() => setAsking({ kind: 'close-day' })}>{t('board.closeDay')}</Button>}
            <Button shortcut={KEYS.newTicket} onClick={() => setAsking({ kind: 'ticket' })}>
              {t('board.newTicket')}
            </Button>
            {(!board?.isClosed || next) && (
              <Button
                tone="primary"
                shortcut={KEYS.callNext}
                waitsToBeRead
                isBusy={isBusy}
                disabled={!next}
                onClick={() => next && void call(next)}
              >
                {t('board.callNext')}
              </Button>
            )}
          </>
        )
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <IntakeNotice />
      {board?.isClosed && <Notice tone="good">{t('board.closed')}</Notice>}
      <div className={styles.columns}>
        <WaitingColumn
          visits={visits}
          teaches={teaches}
          mayServe={mayServe}
          isBusy={isBusy}
          onServe={visit => void serve(visit)}
          onCall={visit => void call(visit)}
          onAbsent={visit => void markAbsent(visit)}
          onChoose={visit => setAsking({ kind: 'visit', visitId: visit.id })}
        />
        <ServingColumn visits={visits} teaches={teaches} onOpen={visit => (mayServe ? open(visit.id) : undefined)} />
        <UnendedColumn visits={visits} teaches={teaches} onOpen={visit => (mayServe ? open(visit.id) : undefined)} />
      </div>
      {asking?.kind === 'ticket' && <TicketDialog reopens={board?.isClosed ?? false} onClose={() => setAsking(null)} />}
      {asking?.kind === 'close-day' && <CloseDayDialog visits={visits} onClose={() => setAsking(null)} />}
      {asked && (
        <VisitDialog
          visit={asked}
          onServe={() => void serve(asked)}
          onCall={() => void call(asked)}
          onAbsent={() => void markAbsent(asked)}
          onClose={() => setAsking(null)}
        />
      )}
    </Screen>
  )
}
