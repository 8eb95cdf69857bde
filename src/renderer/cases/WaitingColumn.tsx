import { IconArmchair } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { LANES } from '#shared/visits/visit'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ScrollArea } from '../ui/ScrollArea'
import styles from './BoardScreen.module.css'
import { CalledTicket, type TicketActs } from './CalledTicket'
import { Column } from './Column'
import { VisitRow } from './VisitRow'

type WaitingColumnProps = TicketActs & { visits: readonly BoardVisit[]; teaches: boolean; onChoose: (visit: BoardVisit) => void }

/** The ticket called last on top; below it, to scroll, those called before, the two lanes, and who did not come. */
export function WaitingColumn({ visits, teaches, onChoose, ...acts }: WaitingColumnProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { today } = useSession()
  const called = visits.filter(visit => visit.status === 'called').toSorted((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0))
  const [latest, ...earlier] = called
  const waiting = visits.filter(visit => visit.status === 'waiting')
  const absent = visits.filter(visit => visit.status === 'no-show' && visit.day === today)
  const lanes = [...LANES].reverse().map(lane => ({ lane, visits: waiting.filter(visit => visit.lane === lane) }))
  return (
    <Column title={t('board.waiting')} count={waiting.length + called.length}>
      {latest && <CalledTicket visit={latest} isLatest {...acts} />}
      <ScrollArea label={t('board.waiting')}>
        <div className={styles.lanes}>
          {earlier.map(visit => (
            <CalledTicket key={visit.id} visit={visit} isLatest={false} {...acts} />
          ))}
          {waiting.length + called.length === 0 && (
            <EmptyState icon={<IconArmchair aria-hidden="true" />} title={t('board.nobodyWaits')}>
              {teaches && t('board.nobodyWaitsTeach')}
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
