import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficerCard } from '#shared/officers/officer'
import { api } from '../api'
import { KEYS } from '../keys'
import { fieldError } from '../text/field-error'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'

/** A new PIN for an officer who forgot theirs. */
export function ResetPinDialog({ officer, onClose }: { officer: OfficerCard; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const reset = useAct(api.officers.resetPin)
  const isRight = /^\d{6}$/.test(pin)
  const save = async () => {
    setTried(true)
    if (!isRight || pin !== again) return
    const result = await reset.act({ officerId: officer.id, pin })
    if (result.ok) {
      notify.done(t('settings.pinReset', { name: officer.name }))
      onClose()
    } else notify.problem(result.problem)
  }
  return (
    <Dialog
      title={`${t('settings.resetPin')}: ${officer.name}`}
      width={440}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" shortcut={KEYS.primary} isBusy={reset.isBusy}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('settings.officerPin')}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        maxLength={6}
        isDigits
        data-autofocus
        value={pin}
        onChange={event => setPin(event.target.value)}
        error={isTried && !isRight ? fieldError(t, 'pin') : null}
      />
      <TextField
        label={t('settings.officerPinAgain')}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        maxLength={6}
        isDigits
        value={again}
        onChange={event => setAgain(event.target.value)}
        error={isTried && isRight && pin !== again ? fieldError(t, 'pin-differs') : null}
      />
    </Dialog>
  )
}
