import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { Button } from '../ui/Button'
import { useNotify } from '../ui/notify'
import { useAct, useCall } from '../use-call'

/** The way out of a kiosk, asked twice; nothing where the desk is an ordinary window. */
export function KioskExit() {
  const { t } = useTranslation()
  const notify = useNotify()
  const state = useCall(api.screens.state, {})
  const leave = useAct(api.screens.leaveKiosk)
  const [isAsked, setAsked] = useState(false)
  if (!state.value?.isKiosk) return null
  const go = async () => {
    if (!isAsked) return setAsked(true)
    const left = await leave.act({})
    if (!left.ok) notify.problem(left.problem)
  }
  return (
    <Button tone={isAsked ? 'danger' : 'plain'} isBusy={leave.isBusy} onClick={() => void go()}>
      {t(isAsked ? 'shell.leaveKioskSure' : 'shell.leaveKiosk')}
    </Button>
  )
}
