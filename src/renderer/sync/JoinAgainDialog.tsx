import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'

/** The district's server no longer knows this desk: a new code takes it in again, under its letter and with all it holds. */
export function JoinAgainDialog({ server, onClose }: { server: string; onClose: () => void }) {
  const { t } = useTranslation()
  const join = useAct(api.sync.join)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const send = async () => {
    setProblem(null)
    const answer = await join.act({ server, code: code.trim() })
    if (answer.ok) onClose()
    else setProblem(answer.problem)
  }
  return (
    <FormDialog
      title={t('sync.joinAgainTitle')}
      deed={t('sync.join')}
      isBusy={join.isBusy}
      isAllowed={code.trim() !== ''}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('sync.joinAgainTeach')}</p>
      <TextField
        label={t('sync.joinCode')}
        hint={t('sync.joinCodeHint')}
        isDigits
        maxLength={40}
        autoFocus
        value={code}
        onChange={event => setCode(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
