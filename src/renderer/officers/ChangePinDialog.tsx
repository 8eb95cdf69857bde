import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { NewPinFields, PinField, useNewPin } from './NewPinFields'

/** An officer changes their own PIN, knowing the old one. */
export function ChangePinDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [oldPin, setOldPin] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const { check, ...pin } = useNewPin()
  const change = useAct(api.officers.changeMyPin)
  const save = async () => {
    if (!check()) return
    const result = await change.act({ oldPin, newPin: pin.typed.pin })
    if (!result.ok) return setProblem(result.problem)
    notify.done(t('shell.pinChanged'))
    onClose()
  }
  return (
    <Dialog
      title={t('shell.changePin')}
      width={440}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" shortcut={KEYS.primary} disabled={oldPin.length !== 6} isBusy={change.isBusy}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <PinField label={t('shell.oldPin')} data-autofocus value={oldPin} onChange={event => setOldPin(event.target.value)} />
      <NewPinFields {...pin} />
    </Dialog>
  )
}
