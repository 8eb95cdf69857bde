import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { NewPasswordFields, useNewPassword } from './NewPasswordFields'
import { NewPinFields, PinField, useNewPin } from './NewPinFields'

/** An officer changes their own PIN of this PC or their password, knowing the old one. */
export function ChangeSecretDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [which, setWhich] = useState<'pin' | 'password'>('pin')
  const [old, setOld] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const { check: checkPin, ...pin } = useNewPin()
  const { check: checkPassword, ...password } = useNewPassword()
  const changePin = useAct(api.officers.changeMyPin)
  const changePassword = useAct(api.officers.changeMyPassword)
  const isPin = which === 'pin'

  const choose = (next: 'pin' | 'password') => {
    setWhich(next)
    setOld('')
    setProblem(null)
  }
  const save = async () => {
    if (!(isPin ? checkPin() : checkPassword())) return
    const result = isPin
      ? await changePin.act({ oldPin: old, newPin: pin.typed.pin })
      : await changePassword.act({ oldPassword: old, newPassword: password.typed.password })
    if (!result.ok) return setProblem(result.problem)
    notify.done(t(isPin ? 'shell.pinChanged' : 'shell.passwordChanged'))
    onClose()
  }
  return (
    <FormDialog
      title={t('shell.changeSecret')}
      width={480}
      onClose={onClose}
      onSubmit={() => void save()}
      deed={t('ui.save')}
      isAllowed={isPin ? old.length === 6 : old.length > 0}
      isBusy={changePin.isBusy || changePassword.isBusy}
    >
      <Choice
        legend={t('shell.changeWhich')}
        value={which}
        onChange={choose}
        options={[
          { value: 'pin', label: t('shell.thePin') },
          { value: 'password', label: t('shell.thePassword') }
        ]}
      />
      {problem && <ProblemNotice problem={problem} />}
      {isPin ? (
        <>
          <PinField label={t('shell.oldPin')} data-autofocus value={old} onChange={event => setOld(event.target.value)} />
          <NewPinFields {...pin} />
        </>
      ) : (
        <>
          <TextField
            label={t('shell.oldPassword')}
            type="password"
            autoComplete="off"
            value={old}
            onChange={event => setOld(event.target.value)}
          />
          <NewPasswordFields {...password} />
        </>
      )}
    </FormDialog>
  )
}
