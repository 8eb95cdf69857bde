import { IconArmchair } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { LANES } from '#shared/visits/visit'
import { KEYS } from '../keys'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ScrollArea } from '../ui/ScrollArea'
import styles from './BoardScreen.module.css'
import { Column } from './Column'
import { VisitRow } from './VisitRow'

type WaitingColumnProps = {
  visits: readonly BoardVisit[]
  mayServe: boolean
  isBusy: boolean
  onServe: (visit: BoardVisit) => void
  onCall: (visit: BoardVisit) => void
  onAbsent: (visit: BoardVisit) => void
  onChoose: (visit: BoardVisit) => void
}

/** The called ticket on top, then the two lanes, then who did not come. */
export function WaitingColumn({ visits, mayServe, isBusy, onServe, onCall, onAbsent, onChoose }: WaitingColumnProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { office } = useSession()
  const called = visits.filter(visit => visit.status === 'called').toSorted((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0))
  const waiting = visits.filter(visit => visit.status === 'waiting')
  const absent = visits.filter(visit => visit.status === 'no-show')
  const lanes = [...LANES].reverse().map(lane => ({ lane, visits: waiting.filter(visit => visit.lane === lane) }))
  return (
    <Column title={t('board.waiting')} count={waiting.length + called.length}>
      {called.map((visit, at) => (
        <div key={visit.id} className={styles.called}>
          <div className={styles.calledLine}>
            <strong className={styles.calledTicket}>{visit.ticket}</strong>
            <span className={styles.calledWhat}>
              {visit.deskCode !== office.deskCode && `${t('board.ofDesk', { desk: visit.deskCode })} · `}
              {t('board.calledNow')} · {visit.calledAt !== null && format.time(visit.calledAt)}
              {visit.purpose && <span className={styles.small}>{visit.purpose}</span>}
            </span>
          </div>
          {mayServe && (
            <div className={styles.buttons}>
              <Button tone="primary" shortcut={at === 0 ? KEYS.primary : undefined} disabled={isBusy} onClick={() => onServe(visit)}>
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
      ))}
      <ScrollArea label={t('board.waiting')}>
        <div className={styles.lanes}>
          {waiting.length + called.length === 0 && (
            <EmptyState icon={<IconArmchair aria-hidden="true" />} title={t('board.nobodyWaits')}>
              {t('board.nobodyWaitsTeach')}
            </EmptyState>
          )}
          {lanes.map(
            ({ lane, visits: own }) =>
              own.length > 0 && (
                <div key={lane}>
                  <h3 className={styles.lane}>
                    {t(`codes.lane.${lane}`)} · {format.number(own.length)}
                  </h3>
                  <List label={t(`codes.lane.${lane}`)} items={own} keyOf={visit => visit.id} onOpen={onChoose}>
                    {visit => <VisitRow visit={visit} note={t('board.since', { time: format.clock(visit.arrivedAt) })} />}
                  </List>
                </div>
              )
          )}
          {absent.length > 0 && (
            <div>
              <h3 className={styles.lane}>{t('board.absentToday')}</h3>
              <List label={t('board.absentToday')} items={absent} keyOf={visit => visit.id} onOpen={onChoose}>
                {visit => <VisitRow visit={visit} note={t('codes.visitStatus.no-show')} />}
              </List>
            </div>
          )}
        </div>
      </ScrollArea>
    </Column>
  )
}
