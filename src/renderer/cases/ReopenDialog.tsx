import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Case } from '#shared/cases/case'
import { api } from '../api'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { useTyped } from '../use-typed'
import { type FollowUp, FollowUpFields, readFollowUp } from './FollowUpFields'

/** A manager opens a closed case again, with a reason and a next step. */
export function ReopenDialog({ of, onClose }: { of: Case; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const notify = useNotify()
  const reopen = useAct(api.cases.reopen)
  const [reason, setReason] = useTyped(`case-reopen ${of.id} reason`, '')
  const [next, setNext] = useTyped<FollowUp>(`case-reopen ${of.id} next`, { nextStep: '', dueOn: '' })
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const followUp = readFollowUp(next, today)
  const save = async () => {
    if (!followUp || reason.trim() === '') return
    const answer = await reopen.act({ caseId: of.id, reason, followUp })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('cases.reopened', { number: of.number }))
    onClose()
  }
  return (
    <FormDialog
      title={t('cases.reopenTitle', { number: of.number })}
      deed={t('cases.reopen')}
      isBusy={reopen.isBusy}
      isAllowed={followUp !== undefined && reason.trim() !== ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <TextArea
        label={t('cases.reopenReason')}
        rows={2}
        maxLength={500}
        autoFocus
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <FollowUpFields value={next} onChange={setNext} />
    </FormDialog>
  )
}
