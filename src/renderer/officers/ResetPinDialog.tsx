import { useTranslation } from 'react-i18next'
import type { OfficerCard } from '#shared/officers/officer'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { NewPinFields, useNewPin } from './NewPinFields'

/** A new PIN for an officer who forgot theirs. */
export function ResetPinDialog({ officer, onClose }: { officer: OfficerCard; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const { check, ...pin } = useNewPin()
  const reset = useAct(api.officers.resetPin)
  const save = async () => {
    if (!check()) return
    const result = await reset.act({ officerId: officer.id, pin: pin.typed.pin })
    if (!result.ok) return notify.problem(result.problem)
    notify.done(t('settings.pinReset', { name: officer.name }))
    onClose()
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
      <NewPinFields {...pin} hasFocus />
    </Dialog>
  )
}
