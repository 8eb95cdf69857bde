import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PROPOSAL_LISTS, type ProposalLine } from '#shared/proposals/proposals.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Choice } from '../ui/Choice'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ListBar, ListPages } from '../ui/ListBar'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useCall } from '../use-call'
import { AnswerDialog } from './AnswerDialog'
import { BatchList } from './BatchList'
import { ExportDialog } from './ExportDialog'
import { ProposalRow } from './ProposalRow'
import styles from './ProposalsPart.module.css'

type ListName = (typeof PROPOSAL_LISTS)[number]

/** What was asked of the ministry's register: to be handed over, waiting, answered; and the lists it was handed over in. */
export function ProposalsPart({ list, onList }: { list: ListName; onList: (list: ListName) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const [from, setFrom] = useState(0)
  const [answering, setAnswering] = useState<ProposalLine | null>(null)
  const [exporting, setExporting] = useState<'ready' | { batchId: string; number: string } | null>(null)
  const counts = useCall(api.proposals.counts, {})
  const page = useCall(api.proposals.list, { list, from })
  const { lines = [], next = null } = page.value ?? {}
  const late = counts.value?.late ?? 0
  return (
    <>
      <ListBar>
        <Choice
          legend={t('proposals.list')}
          value={list}
          onChange={to => {
            setFrom(0)
            onList(to)
          }}
          options={PROPOSAL_LISTS.map(value => ({
            value,
            label: t(`proposals.parts.${value}`, { n: format.number(counts.value?.[value] ?? 0) })
          }))}
        />
        {may(api.proposals.exportReady) && (
          <Button tone="primary" shortcut={KEYS.primary} disabled={counts.value?.ready === 0} onClick={() => setExporting('ready')}>
            {t('proposals.export')}
          </Button>
        )}
      </ListBar>
      {late > 0 && <Notice tone="attention" title={t('proposals.lateCount', { count: late })} />}
      {page.problem && <ProblemNotice problem={page.problem} />}
      <div className={styles.columns}>
        <Card isFilling>
          {page.value && lines.length === 0 && (
            <EmptyState icon={<IconSend aria-hidden="true" />} title={t('proposals.none')}>
              {t('proposals.noneTeach')}
            </EmptyState>
          )}
          <List label={t('proposals.list')} items={lines} keyOf={line => line.id} hasFocus onOpen={setAnswering}>
            {line => <ProposalRow line={line} />}
          </List>
          <ListPages onBefore={from > 0 && (() => setFrom(Math.max(0, from - 50)))} onMore={next !== null && (() => setFrom(next))} />
        </Card>
        <BatchList onAgain={setExporting} />
      </div>
      {answering && <AnswerDialog line={answering} onClose={() => setAnswering(null)} />}
      {exporting && <ExportDialog what={exporting} onClose={() => setExporting(null)} />}
    </>
  )
}
