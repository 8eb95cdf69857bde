import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'

/** The district's server has moved: its new address is typed, and believed once this district has answered there. */
export function MoveServerDialog({ server, onClose }: { server: string; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const move = useAct(api.sync.moveServer)
  const [typed, setTyped] = useState(server)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const send = async () => {
    setProblem(null)
    const answer = await move.act({ server: typed.trim() })
    if (!answer.ok) {
      setProblem(answer.problem)
      return
    }
    notify.done(t('sync.moved'))
    onClose()
  }
  return (
    <FormDialog
      title={t('sync.moveTitle')}
      deed={t('sync.moveDeed')}
      isBusy={move.isBusy}
      isAllowed={typed.trim() !== '' && typed.trim() !== server}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('sync.moveTeach')}</p>
      <TextField
        label={t('sync.joinServer')}
        hint={t('sync.joinServerHint')}
        inputMode="url"
        maxLength={200}
        autoFocus
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
