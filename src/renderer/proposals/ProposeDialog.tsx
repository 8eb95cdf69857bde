import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PROPOSAL_KINDS, type ProposalKind } from '#shared/proposals/proposal'
import type { Resident } from '#shared/residents/resident'
import { api } from '../api'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { TextArea, TextField } from '../ui/Field'
import { useDeed } from '../use-deed'
import { useTyped } from '../use-typed'

type ProposeDialogProps = {
  resident: Resident
  kind: ProposalKind
  caseId: string | null
  /** What is known already: a sentence to go on from, and the papers that are asked for. */
  start?: { what: string; documents: string[] }
  onClose: () => void
}

/** Writes down what is to be asked of the ministry's register for one resident. */
export function ProposeDialog({ resident, kind: first, caseId, start, onClose }: ProposeDialogProps) {
  const { t } = useTranslation()
  const propose = useDeed(api.proposals.propose, { says: () => t('proposals.proposed', { name: resident.name }), onDone: onClose })
  const [kind, setKind] = useState<ProposalKind>(resident.presence ? 'removal' : first)
  const [what, setWhat] = useTyped(
    `propose ${resident.id} what`,
    resident.presence ? t(`codes.presence.${resident.presence}`) : (start?.what ?? '')
  )
  const [papers, setPapers] = useTyped(`propose ${resident.id} papers`, start?.documents.join(', ') || 'KTP, KK')
  const save = async () => {
    const documents = papers
      .split(',')
      .map(paper => paper.trim())
      .filter(Boolean)
    await propose.act({ residentId: resident.id, caseId, kind, what, documents })
  }
  return (
    <FormDialog
      title={t('proposals.proposeTitle', { name: resident.name })}
      deed={t('proposals.proposeDeed')}
      isBusy={propose.isBusy}
      problem={propose.problem}
      isAllowed={what.trim() !== ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Choice
        legend={t('proposals.kind')}
        value={kind}
        onChange={setKind}
        options={PROPOSAL_KINDS.map(value => ({ value, label: t(`codes.proposalKind.${value}`) }))}
      />
      <TextArea
        label={t('proposals.what')}
        hint={t('proposals.whatHint')}
        maxLength={500}
        autoFocus
        value={what}
        onChange={event => setWhat(event.currentTarget.value)}
      />
      <TextField
        label={t('proposals.documents')}
        hint={t('proposals.documentsHint')}
        isOptional
        maxLength={400}
        value={papers}
        onChange={event => setPapers(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
