import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
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
    <FormDialog
      title={t('shell.changePin')}
      width={440}
      onClose={onClose}
      onSubmit={() => void save()}
      deed={t('ui.save')}
      isAllowed={oldPin.length === 6}
      isBusy={change.isBusy}
    >
      {problem && <ProblemNotice problem={problem} />}
      <PinField label={t('shell.oldPin')} data-autofocus value={oldPin} onChange={event => setOldPin(event.target.value)} />
      <NewPinFields {...pin} />
    </FormDialog>
  )
}
