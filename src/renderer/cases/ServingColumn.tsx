import { IconMessageCircle2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { useFormat } from '../text/use-format'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ScrollArea } from '../ui/ScrollArea'
import { Column } from './Column'
import { VisitRow } from './VisitRow'

type ServingColumnProps = { visits: readonly BoardVisit[]; teaches: boolean; onOpen: (visit: BoardVisit) => void }

export function ServingColumn({ visits, teaches, onOpen }: ServingColumnProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const serving = visits.filter(visit => visit.status === 'serving')
  const noteOf = (visit: BoardVisit) =>
    [
      visit.servingAt !== null && t('board.since', { time: format.clock(visit.servingAt) }),
      visit.officerName && t('board.by', { name: visit.officerName })
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <Column title={t('board.serving')} count={serving.length}>
      <ScrollArea label={t('board.serving')}>
        {serving.length === 0 ? (
          <EmptyState icon={<IconMessageCircle2 aria-hidden="true" />} title={t('board.nobodyServed')}>
            {teaches && t('board.nobodyServedTeach')}
          </EmptyState>
        ) : (
          <List label={t('board.serving')} items={serving} keyOf={visit => visit.id} onOpen={onOpen}>
            {visit => <VisitRow visit={visit} note={noteOf(visit)} />}
          </List>
        )}
      </ScrollArea>
    </Column>
  )
}
