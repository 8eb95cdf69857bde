import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { useTyped } from '../use-typed'

/** Voids a letter for good: its number stays in the book with the reason. */
export function VoidDialog({ letter, onClose }: { letter: IssuedLetter; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const call = useAct(api.letters.void)
  const [reason, setReason] = useTyped(`letter-void ${letter.id} reason`, '')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const save = async () => {
    if (reason.trim() === '') return
    const answer = await call.act({ letterId: letter.id, reason })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('letters.voided', { number: letter.number }))
    onClose()
  }
  return (
    <FormDialog
      title={t('letters.voidTitle', { number: letter.number })}
      deed={t('letters.void')}
      isDanger
      isBusy={call.isBusy}
      isAllowed={reason.trim() !== ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('letters.voidTeach')}</p>
      <TextArea
        label={t('letters.voidReason')}
        rows={3}
        maxLength={300}
        autoFocus
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
