import { IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ClashCard } from '#shared/sync/sync.contract'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { ClashItem } from './ClashItem'
import { FirstItems } from './FirstItems'

/** Perlu keputusan: what two officers wrote differently, one's own records first. */
export function ClashList({ clashes }: { clashes: readonly ClashCard[] }) {
  const { t } = useTranslation()
  const ownFirst = [...clashes].sort((a, b) => Number(b.isMine) - Number(a.isMine))
  return (
    <Card title={t('sync.clashTitle')} aside={clashes.length > 0 && <Chip tone="bad">{clashes.length}</Chip>}>
      {clashes.length === 0 ? (
        <EmptyState icon={<IconScale aria-hidden="true" />} title={t('sync.clashNone')}>
          {t('sync.clashNoneTeach')}
        </EmptyState>
      ) : (
        <FirstItems items={ownFirst}>{clash => <ClashItem key={`${clash.entity}/${clash.id}/${clash.change}`} clash={clash} />}</FirstItems>
      )}
    </Card>
  )
}
