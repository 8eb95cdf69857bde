import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { proposalMachine } from '#shared/proposals/proposal-status'
import type { ProposalLine } from '#shared/proposals/proposals.contract'
import { api } from '../api'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { useDeed } from '../use-deed'
import { useTyped } from '../use-typed'

const ANSWERS = ['approved', 'rejected', 'proposed', 'withdrawn'] as const
type Answer = (typeof ANSWERS)[number]

/** What came of a proposal; an answer that was keyed in by mistake is taken back here too. */
export function AnswerDialog({ line, onClose }: { line: ProposalLine; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const answer = useDeed(api.proposals.answer, { says: () => t('proposals.answered'), onDone: onClose })
  // what is only ready is handed over with a list, not answered
  const open = ANSWERS.filter(to => proposalMachine[line.status].includes(to) && !(to === 'proposed' && line.batchId === null))
  const [to, setTo] = useState<Answer | null>(open.length === 1 ? (open[0] ?? null) : null)
  const [note, setNote] = useTyped(`proposal-answer ${line.id} note`, line.answerNote ?? '')
  const wordOf = (one: Answer) => {
    if (one === 'proposed') return t('proposals.takeBack')
    return one === 'withdrawn' ? t('proposals.withdraw') : t(`codes.proposalStatus.${one}`)
  }
  const save = async () => {
    if (!to) return
    await answer.act({ proposalId: line.id, to, note: note.trim() || null })
  }
  return (
    <FormDialog
      title={t('proposals.answerTitle', { name: line.residentName })}
      deed={t('proposals.answerDeed')}
      isBusy={answer.isBusy}
      problem={answer.problem}
      isAllowed={to !== null}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{line.what}</p>
      <Choice
        legend={t('proposals.answerTo')}
        inColumn
        value={to}
        onChange={setTo}
        options={open.map(value => ({ value, label: wordOf(value) }))}
      />
      <TextArea
        label={t('proposals.answerNote')}
        isOptional
        maxLength={500}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <Button onClick={() => void navigate({ to: '/residents/$residentId', params: { residentId: line.residentId } })}>
        {t('proposals.openResident')}
      </Button>
    </FormDialog>
  )
}
