import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEndOfCode } from '#shared/keys/recovery-code'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { useAct } from '../use-call'

type KeepCodeDialogProps = { made: { code: string; words: string[] } | null; onClose: () => void; onKept: () => void }

/** Has the officer read the new code from paper: its end while the desk still knows it, all of it later. */
export function KeepCodeDialog({ made, onClose, onKept }: KeepCodeDialogProps) {
  const { t } = useTranslation()
  const keep = useAct(api.backups.keepCode)
  const [typed, setTyped] = useState('')
  const [isOther, setOther] = useState(false)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const send = async () => {
    const isRead = !made || isEndOfCode(typed, made)
    setOther(!isRead)
    if (!isRead) return
    const answer = await keep.act({ code: made?.code ?? typed })
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) onKept()
  }
  return (
    <FormDialog
      title={t('backups.keepTitle')}
      deed={t('backups.keep')}
      isBusy={keep.isBusy}
      isAllowed={typed.trim() !== ''}
      onClose={onClose}
      problem={problem}
      onSubmit={() => void send()}
    >
      <p>{t(made ? 'backups.keepTeach' : 'backups.keepTeachAll')}</p>
      <TextField
        label={t(made ? 'backups.keepEnd' : 'backups.keepAll')}
        hint={t(made ? 'backups.keepEndHint' : 'backups.keepAllHint')}
        error={isOther && t('backups.keepOther')}
        value={typed}
        maxLength={200}
        autoFocus
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
