import { IconFolder } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseLine } from '#shared/cases/cases.contract'
import { api } from '../api'
import { useTermName } from '../directory/term-name'
import { KEYS } from '../keys'
import { ProposeDialog } from '../proposals/ProposeDialog'
import { RegistryPanel } from '../registry/RegistryPanel'
import { useMay } from '../session'
import { ExportPersonDialog } from '../subjects/ExportPersonDialog'
import { ReceiptLine } from '../sync/ReceiptLine'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import column from '../ui/column.module.css'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ListLine } from '../ui/ListLine'
import { ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { useCall } from '../use-call'
import { CorrectResident } from './CorrectResident'
import { FamilyPanel } from './FamilyPanel'
import { MergeDialog } from './MergeDialog'
import { MergedNotices } from './MergedNotices'
import { ResidentFacts } from './ResidentFacts'
import styles from './ResidentScreen.module.css'

function CaseHistory({ residentId, onOpen }: { residentId: string; onOpen: (line: CaseLine) => void }) {
  const nameOf = useTermName()
  const { t } = useTranslation()
  const format = useFormat()
  const cases = useCall(api.cases.ofResident, { residentId })
  if (cases.problem) return <ProblemNotice problem={cases.problem} />
  if (cases.value?.length === 0)
    return (
      <EmptyState icon={<IconFolder />} title={t('residents.noCases')}>
        {t('residents.noCasesTeach')}
      </EmptyState>
    )
  return (
    <List label={t('residents.cases')} items={cases.value ?? []} keyOf={line => line.id} onOpen={onOpen}>
      {line => (
        <ListLine name={nameOf(line.service) ?? line.summary} more={`${line.number} · ${format.dayOf(line.openedAt)}`}>
          {line.isOverdue && <Chip tone="bad">{t('cases.overdue')}</Chip>}
          <Chip tone={line.closedAt === null ? 'brand' : 'neutral'}>{t(`codes.caseStatus.${line.status}`)}</Chip>
        </ListLine>
      )}
    </List>
  )
}

/** One person: who they are, their family, what the office knows and did. */
export function ResidentScreen() {
  const { t } = useTranslation()
  const { residentId } = useParams({ from: '/residents/$residentId' })
  const navigate = useNavigate()
  const may = useMay()
  const card = useCall(api.residents.get, { residentId })
  const { at } = useSearch({ from: '/residents/$residentId' })
  // opened from a list of what is to be repaired: at the field, and back to the list afterwards
  const [isCorrecting, setCorrecting] = useState(at !== undefined && at !== 'kk')
  const [isProposing, setProposing] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const [isMerging, setMerging] = useState(false)
  const back = () => window.history.back()
  const goTo = (id: string) => void navigate({ to: '/residents/$residentId', params: { residentId: id } })

  if (card.problem)
    return (
      <Screen title={t('residents.title')} onBack={back}>
        <ProblemNotice problem={card.problem} />
      </Screen>
    )
  if (!card.value)
    return (
      <Screen title={t('residents.title')}>
        <p role="status">{t('ui.loading')}</p>
      </Screen>
    )
  const { resident } = card.value
  const isFromList = at !== undefined
  if (isCorrecting)
    return (
      <Screen title={t('residents.correctTitle', { name: resident.name })}>
        <CorrectResident
          resident={resident}
          focusOn={at === 'kk' ? undefined : at}
          onDone={() => (isFromList ? back() : setCorrecting(false))}
          onTaken={id => {
            setCorrecting(false)
            goTo(id)
          }}
        />
      </Screen>
    )
  return (
    <Screen
      title={resident.name}
      onBack={back}
      actions={
        !resident.mergedInto && (
          <>
            {may(api.residents.merge) && <Button onClick={() => setMerging(true)}>{t('residents.merge')}</Button>}
            {may(api.proposals.propose) && <Button onClick={() => setProposing(true)}>{t('proposals.propose')}</Button>}
            {may(api.residents.correct) && (
              <Button shortcut={KEYS.edit} onClick={() => setCorrecting(true)}>
                {t('residents.correct')}
              </Button>
            )}
          </>
        )
      }
    >
      <MergedNotices resident={resident} />
      <div className={styles.columns}>
        <Card
          title={t('residents.identity')}
          aside={
            may(api.subjects.export) && (
              <Button tone="plain" onClick={() => setExporting(true)}>
                {t('subjects.export')}
              </Button>
            )
          }
          isFilling
        >
          <ReceiptLine entity="resident" id={residentId} />
          <ResidentFacts card={card.value} />
        </Card>
        <div className={column.stack}>
          <FamilyPanel card={card.value} isJoining={at === 'kk'} />
          <RegistryPanel resident={resident} visitId={null} />
        </div>
        <Card title={t('residents.cases')} isFilling>
          <CaseHistory residentId={residentId} onOpen={line => void navigate({ to: '/cases/$caseId', params: { caseId: line.id } })} />
        </Card>
      </div>
      {isProposing && <ProposeDialog resident={resident} kind="correction" caseId={null} onClose={() => setProposing(false)} />}
      {isExporting && <ExportPersonDialog resident={resident} onClose={() => setExporting(false)} />}
      {isMerging && (
        <MergeDialog
          card={card.value}
          onMerged={stays => {
            setMerging(false)
            goTo(stays)
          }}
          onClose={() => setMerging(false)}
        />
      )}
    </Screen>
  )
}
