import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QualityLine } from '#shared/quality/quality.contract'
import type { CheckableFlaw } from '#shared/residents/flaw-check'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'

type ConfirmDialogProps = {
  kind: CheckableFlaw
  line: QualityLine
  /** What was said of the one before: lists are worked off with the same answer again and again. */
  reason: string
  onConfirmed: (reason: string) => void
  onClose: () => void
}

/** What looks wrong is right as it is: on what the officer saw it. */
export function ConfirmDialog({ kind, line, reason, onConfirmed, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const confirm = useAct(api.quality.confirm)
  const [typed, setTyped] = useState(reason)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const isAllowed = typed.trim().length >= 3
  const save = async () => {
    if (!isAllowed) return
    const answer = await confirm.act({ residentId: line.residentId, kind, reason: typed.trim() })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('quality.confirmed', { name: line.name }))
    onConfirmed(typed.trim())
  }
  return (
    <FormDialog
      title={t('quality.confirmTitle', { name: line.name })}
      deed={t('quality.confirm')}
      isBusy={confirm.isBusy}
      isAllowed={isAllowed}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('quality.confirmTeach', { kind: t(`codes.qualityKind.${kind}`) })}</p>
      <TextField
        label={t('quality.confirmReason')}
        hint={t('quality.confirmReasonHint')}
        autoFocus
        maxLength={200}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
