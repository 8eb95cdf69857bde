import { IconDatabaseSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookUpAnswer } from '#shared/registry/registry.contract'
import type { Resident } from '#shared/residents/resident'
import { api } from '../api'
import { ProposalsOf } from '../proposals/ProposalsOf'
import { useMay } from '../session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { useCall } from '../use-call'
import { LookUpBar } from './LookUpBar'
import { NearList } from './NearList'
import { PartNotice } from './PartNotice'
import { ProposalPath } from './ProposalPath'
import { RegistryAnswerView } from './RegistryAnswerView'
import { RegistryCheckDialog } from './RegistryCheckDialog'
import styles from './RegistryPanel.module.css'

type RegistryPanelProps = {
  resident: Resident
  /** The visit that is being served; outside of one the register stays closed. */
  visitId: string | null
  /** A case of proposal was opened here. */
  onProposed?: (caseId: string) => void
}

/** What the registers say of a person, from the copy on this desk or from SIKS-NG by hand: source, period, age, rule, and never more than that. */
export function RegistryPanel({ resident, visitId, onProposed }: RegistryPanelProps) {
  const { t } = useTranslation()
  const may = useMay()
  const { id: residentId, mergedInto } = resident
  const { value: answer } = useCall(api.registry.answerOf, { residentId })
  const [isOpen, setIsOpen] = useState(false)
  const [latest, setLatest] = useState<LookUpAnswer | null>(null)
  return (
    <Card
      title={t('registry.title')}
      aside={
        !mergedInto &&
        may(api.registry.recordCheck) && (
          <Button tone="plain" onClick={() => setIsOpen(true)}>
            {t('registry.recordShort')}
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
        <ProposalsOf residentId={residentId} />
        {visitId && <LookUpBar residentId={residentId} visitId={visitId} isAgain={Boolean(answer)} onAnswer={setLatest} />}
        {latest && !latest.person && <PartNotice />}
        {latest && latest.near.length > 0 && <NearList members={latest.near} />}
        {answer?.proposal && !mergedInto && (
          <ProposalPath path={answer.proposal} check={answer.newest} resident={resident} visitId={visitId} onProposed={onProposed} />
        )}
      </div>
      {isOpen && <RegistryCheckDialog residentId={residentId} visitId={visitId} onClose={() => setIsOpen(false)} />}
    </Card>
  )
}
