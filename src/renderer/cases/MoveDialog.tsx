import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Case } from '#shared/cases/case'
import { type CaseStatus, caseMachine } from '#shared/cases/case-status'
import { isEnding } from '#shared/changes/machine'
import { formatDateShort } from '#shared/local-date-input'
import { api } from '../api'
import { useSession } from '../session'
import { FormDialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { SelectField } from '../ui/SelectField'
import { useDeed } from '../use-deed'
import { useTyped } from '../use-typed'
import { type FollowUp, FollowUpFields, readFollowUp } from './FollowUpFields'

/** Moves an open case to a state that may follow, with the next step. Closing has its own question. */
export function MoveDialog({ of, onClose }: { of: Case; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const move = useDeed(api.cases.move, { says: (_, { to }) => t('cases.moved', { status: t(`codes.caseStatus.${to}`) }), onDone: onClose })
  const [to, setTo] = useState<CaseStatus | null>(null)
  const [text, setText] = useTyped(`case-move ${of.id} text`, '')
  const [next, setNext] = useTyped<FollowUp>(`case-move ${of.id} next`, {
    nextStep: of.nextStep ?? '',
    dueOn: of.dueOn && of.dueOn >= today ? formatDateShort(of.dueOn) : ''
  })
  const followUp = readFollowUp(next, today)
  const targets = caseMachine[of.status].filter(status => !isEnding(caseMachine, status))
  const save = async () => {
    if (!to || !followUp) return
    await move.act({ caseId: of.id, to, text: text.trim() || null, followUp })
  }
  return (
    <FormDialog
      title={t('cases.moveTitle', { status: t(`codes.caseStatus.${of.status}`) })}
      deed={t('cases.move')}
      isBusy={move.isBusy}
      problem={move.problem}
      isAllowed={to !== null && followUp !== undefined}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <SelectField
        label={t('cases.moveTo')}
        options={targets.map(status => ({ value: status, label: t(`codes.caseStatus.${status}`) }))}
        value={to}
        autoFocus
        onChange={setTo}
      />
      <FollowUpFields value={next} onChange={setNext} />
      <TextArea
        label={t('cases.noteText')}
        isOptional
        rows={2}
        maxLength={1000}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
