import { useTranslation } from 'react-i18next'
import type { OfficerCard } from '#shared/officers/officer'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
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
    <FormDialog
      title={`${t('settings.resetPin')}: ${officer.name}`}
      width={440}
      onClose={onClose}
      onSubmit={() => void save()}
      deed={t('ui.save')}
      isBusy={reset.isBusy}
    >
      <NewPinFields {...pin} hasFocus />
    </FormDialog>
  )
}
