import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficerCard } from '#shared/officers/officer'
import { api } from '../api'
import { Button } from '../ui/Button'
import { Dialog, FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { useDeed } from '../use-deed'
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
  const [code, setCode] = useState('')
  const { check, ...pin } = useNewPin()
  const reset = useDeed(api.officers.resetWithCode, { says: () => t('settings.pinReset', { name: officer.name }), onDone: onClose })
  const save = async () => {
    if (!check()) return
    await reset.act({ officerId: officer.id, code, pin: pin.typed.pin })
  }
  return (
    <FormDialog
      title={t('signIn.forgotten')}
      width={680}
      onClose={onClose}
      onSubmit={() => void save()}
      deed={t('ui.save')}
      isBusy={reset.isBusy}
      problem={reset.problem}
      isAllowed={code.trim() !== ''}
    >
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
