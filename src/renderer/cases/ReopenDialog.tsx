import { useTranslation } from 'react-i18next'
import type { Case } from '#shared/cases/case'
import { api } from '../api'
import { useSession } from '../session'
import { FormDialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { useDeed } from '../use-deed'
import { useTyped } from '../use-typed'
import { type FollowUp, FollowUpFields, readFollowUp } from './FollowUpFields'

/** A manager opens a closed case again, with a reason and a next step. */
export function ReopenDialog({ of, onClose }: { of: Case; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const reopen = useDeed(api.cases.reopen, { says: () => t('cases.reopened', { number: of.number }), onDone: onClose })
  const [reason, setReason] = useTyped(`case-reopen ${of.id} reason`, '')
  const [next, setNext] = useTyped<FollowUp>(`case-reopen ${of.id} next`, { nextStep: '', dueOn: '' })
  const followUp = readFollowUp(next, today)
  const save = async () => {
    if (!followUp || reason.trim() === '') return
    await reopen.act({ caseId: of.id, reason, followUp })
  }
  return (
    <FormDialog
      title={t('cases.reopenTitle', { number: of.number })}
      deed={t('cases.reopen')}
      isBusy={reopen.isBusy}
      problem={reopen.problem}
      isAllowed={followUp !== undefined && reason.trim() !== ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
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
