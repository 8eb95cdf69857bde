import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficerCard } from '#shared/officers/officer'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Dialog, FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { NewPinFields, useNewPin } from './NewPinFields'

type ForgottenDialogProps = { officer: OfficerCard; onClose: () => void }

/** The way back for somebody who forgot their PIN or password: a colleague, and for an administrator also the envelope. */
export function ForgottenDialog({ officer, onClose }: ForgottenDialogProps) {
  const { t } = useTranslation()
  if (officer.roles.includes('administrator')) return <WithCode officer={officer} onClose={onClose} />
  return (
    <Dialog title={t('signIn.forgotten')} onClose={onClose} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
      <p>{t('signIn.forgottenAsk')}</p>
    </Dialog>
  )
}

function WithCode({ officer, onClose }: ForgottenDialogProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const { check, ...pin } = useNewPin()
  const reset = useAct(api.officers.resetWithCode)
  const save = async () => {
    if (!check()) return
    const result = await reset.act({ officerId: officer.id, code, pin: pin.typed.pin })
    if (!result.ok) return setProblem(result.problem)
    notify.done(t('settings.pinReset', { name: officer.name }))
    onClose()
  }
  return (
    <FormDialog
      title={t('signIn.forgotten')}
      width={680}
      onClose={onClose}
      onSubmit={() => void save()}
      deed={t('ui.save')}
      isBusy={reset.isBusy}
      isAllowed={code.trim() !== ''}
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('signIn.forgottenAdministrator')}</p>
      <TextField
        label={t('setup.fromStickCode')}
        hint={t('recovery.codeHint')}
        value={code}
        maxLength={240}
        data-autofocus
        onChange={event => setCode(event.currentTarget.value)}
      />
      <NewPinFields {...pin} />
    </FormDialog>
  )
}
