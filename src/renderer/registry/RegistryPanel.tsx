import { IconDatabaseSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookUpAnswer } from '#shared/registry/registry.contract'
import { api } from '../api'
import { useMay } from '../session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { useCall } from '../use-call'
import { LookUpBar } from './LookUpBar'
import { NearList } from './NearList'
import { ProposalPath } from './ProposalPath'
import { RegistryAnswerView } from './RegistryAnswerView'
import { RegistryCheckDialog } from './RegistryCheckDialog'
import styles from './RegistryPanel.module.css'

type RegistryPanelProps = {
  residentId: string
  /** The visit that is being served; outside of one the register stays closed. */
  visitId: string | null
  /** A case of proposal was opened here. */
  onProposed?: (caseId: string) => void
}

/** What the registers say of a person, from the copy on this desk or from SIKS-NG by hand: source, period, age, rule, and never more than that. */
export function RegistryPanel({ residentId, visitId, onProposed }: RegistryPanelProps) {
  const { t } = useTranslation()
  const may = useMay()
  const { value: answer } = useCall(api.registry.answerOf, { residentId })
  const [isOpen, setIsOpen] = useState(false)
  const [latest, setLatest] = useState<LookUpAnswer | null>(null)
  return (
    <Card
      title={t('registry.title')}
      aside={
        may(api.registry.recordCheck) && (
          <Button tone="plain" onClick={() => setIsOpen(true)}>
            {t('registry.record')}
          </Button>
        )
      }
    >
      <div className={styles.panel}>
        {answer === null && (
          <EmptyState icon={<IconDatabaseSearch />} title={t('registry.none')}>
            {t(visitId ? 'registry.noneTeach' : 'registry.notServing')}
          </EmptyState>
        )}
        {answer && <RegistryAnswerView answer={answer} />}
        {visitId && <LookUpBar residentId={residentId} visitId={visitId} isAgain={Boolean(answer)} onAnswer={setLatest} />}
        {latest && latest.near.length > 0 && <NearList members={latest.near} />}
        {answer?.proposal && (
          <ProposalPath path={answer.proposal} check={answer.newest} residentId={residentId} visitId={visitId} onProposed={onProposed} />
        )}
      </div>
      {isOpen && <RegistryCheckDialog residentId={residentId} visitId={visitId} onClose={() => setIsOpen(false)} />}
    </Card>
  )
}
