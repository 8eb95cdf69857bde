import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { KEYS } from '../keys'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import styles from './BoardScreen.module.css'

export type TicketActs = {
  mayServe: boolean
  isBusy: boolean
  onServe: (visit: BoardVisit) => void
  onCall: (visit: BoardVisit) => void
  onAbsent: (visit: BoardVisit) => void
}

/** A ticket that is being called, in large, with what can come next; the key goes to the latest. */
export function CalledTicket({
  visit,
  isLatest,
  mayServe,
  isBusy,
  onServe,
  onCall,
  onAbsent
}: TicketActs & { visit: BoardVisit; isLatest: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { office, today } = useSession()
  const state = [
    visit.day !== today && t('board.ofDay', { date: format.date(visit.day) }),
    visit.deskCode !== office.deskCode && t('board.ofDesk', { desk: visit.deskCode }),
    t('board.calledNow'),
    visit.calledAt !== null && format.time(visit.calledAt)
  ]
  return (
    <div className={styles.called}>
      <div className={styles.calledLine}>
        <strong className={styles.calledTicket}>{visit.ticket}</strong>
        <span className={styles.calledWhat}>
          {state.filter(Boolean).join(' · ')}
          {visit.purpose && <span className={styles.small}>{visit.purpose}</span>}
        </span>
      </div>
      {mayServe && (
        <div className={styles.buttons}>
          <Button tone="primary" shortcut={isLatest ? KEYS.primary : undefined} disabled={isBusy} onClick={() => onServe(visit)}>
            {t('board.serve')}
          </Button>
          <Button tone="plain" disabled={isBusy} onClick={() => onCall(visit)}>
            {t('board.callAgain')}
          </Button>
          <Button tone="plain" disabled={isBusy} onClick={() => onAbsent(visit)}>
            {t('board.absent')}
          </Button>
        </div>
      )}
    </div>
  )
}
