import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegistryCheck } from '#shared/registry/registry'
import type { ProposalPath as Path } from '#shared/registry/registry.contract'
import type { Resident } from '#shared/residents/resident'
import { api } from '../api'
import { paperNote, termName } from '../directory/term-name'
import { ProposeDialog } from '../proposals/ProposeDialog'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { MeetingDialog } from './MeetingDialog'
import styles from './RegistryPanel.module.css'

type ProposalPathProps = {
  path: Path
  check: RegistryCheck
  resident: Resident
  visitId: string | null
  onProposed: ((caseId: string) => void) | undefined
}

/** The way on for a family that was not found: which papers, when the village meets, and a case that follows it. */
export function ProposalPath({ path, check, resident, visitId, onProposed }: ProposalPathProps) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const notify = useNotify()
  const open = useAct(api.cases.open)
  const [isNoting, setNoting] = useState(false)
  const may = useMay()
  const [isProposing, setProposing] = useState(false)
  const { service, villageCode, areaLine, meeting } = path
  const summary = t('registry.proposeSummary', { source: t(`registry.source.${check.source}`), period: check.period })
  const nameOf = (paper: (typeof service.documents)[number]) => termName(paper, i18n.language)
  const propose = async (visit: string) => {
    const answer = await open.act({
      visitId: visit,
      residentId: resident.id,
      kind: 'proposal',
      sector: service.sector,
      problemType: 'not-listed',
      serviceCode: service.code,
      summary,
      urgency: 'normal'
    })
    if (!answer.ok) return notify.problem(answer.problem)
    notify.done(t('registry.proposed', { number: answer.value.number }))
    onProposed?.(answer.value.id)
  }
  return (
    <Notice
      tone="attention"
      title={t('registry.proposalTitle')}
      actions={
        <>
          {villageCode && <Button onClick={() => setNoting(true)}>{t('registry.meetingRecord')}</Button>}
          {may(api.proposals.propose) && <Button onClick={() => setProposing(true)}>{t('proposals.propose')}</Button>}
          {visitId && onProposed && (
            <Button isBusy={open.isBusy} onClick={() => void propose(visitId)}>
              {t('registry.propose')}
            </Button>
          )}
        </>
      }
    >
      <p>{service.applicationProcess}</p>
      <h3 className={styles.head}>{t('registry.proposalDocuments')}</h3>
      <ul className={styles.papers}>
        {service.documents.map(paper => (
          <li key={paper.position}>
            {nameOf(paper)}
            {!paper.isMandatory && (
              <span className={styles.more}> ({paperNote(paper, i18n.language === 'en') ?? t('registry.proposalIfNeeded')})</span>
            )}
          </li>
        ))}
      </ul>
      <p>
        {meeting
          ? t('registry.meetingOn', { village: areaLine, on: format.dateLong(meeting.heldOn) })
          : t(villageCode ? 'registry.meetingUnknown' : 'registry.meetingNoVillage')}
      </p>
      {isProposing && (
        <ProposeDialog
          resident={resident}
          kind="new-entry"
          caseId={null}
          start={{ what: summary, documents: service.documents.filter(paper => paper.isMandatory).map(nameOf) }}
          onClose={() => setProposing(false)}
        />
      )}
      {isNoting && villageCode && <MeetingDialog villageCode={villageCode} areaLine={areaLine} onClose={() => setNoting(false)} />}
    </Notice>
  )
}
