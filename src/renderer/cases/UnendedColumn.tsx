import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ScrollArea } from '../ui/ScrollArea'
import { Column } from './Column'
import { lacksEnding } from './unended'
import { VisitRow } from './VisitRow'

type UnendedColumnProps = { visits: readonly BoardVisit[]; teaches: boolean; onOpen: (visit: BoardVisit) => void }

/** What must become zero before the day can be closed. */
export function UnendedColumn({ visits, teaches, onOpen }: UnendedColumnProps) {
  const { t } = useTranslation()
  const unended = visits.filter(visit => lacksEnding(visit) !== null)
  const reasonOf = (visit: BoardVisit) => {
    const lack = lacksEnding(visit)
    if (lack === 'cases-without-ending') return t('board.withoutEnding', { count: visit.casesWithoutEnding })
    return lack === 'no-case' ? t('board.noCase') : t('board.notFinished')
  }
  return (
    <Column title={t('board.noEnding')} count={unended.length} isAttention>
      <ScrollArea label={t('board.noEnding')}>
        {unended.length === 0 ? (
          <EmptyState icon={<IconCircleCheck aria-hidden="true" />} title={t('board.allEnded')}>
            {teaches && t('board.allEndedTeach')}
          </EmptyState>
        ) : (
          <List label={t('board.noEnding')} items={unended} keyOf={visit => visit.id} onOpen={onOpen}>
            {visit => <VisitRow visit={visit} note={reasonOf(visit)} />}
          </List>
        )}
      </ScrollArea>
    </Column>
  )
}
