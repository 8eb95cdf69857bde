import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { Card } from '../ui/Card'
import { Choice } from '../ui/Choice'
import { useNotify } from '../ui/notify'
import { useAct, useCall } from '../use-call'

const MINUTES = ['1', '2', '3', '5', '10'] as const

/** How long the screen of this PC stays open when nobody touches it. */
export function LockMinutesCard() {
  const { t } = useTranslation()
  const notify = useNotify()
  const seat = useCall(api.officers.me, {})
  const set = useAct(api.officers.lockAfter)
  const choose = async (minutes: string) => {
    const result = await set.act({ minutes: Number(minutes) })
    if (result.ok) notify.done(t('settings.saved'))
  }
  if (!seat.value) return null
  const current = String(seat.value.lockMinutes)
  return (
    <Card>
      <Choice
        legend={t('settings.lockAfter')}
        options={MINUTES.map(value => ({ value, label: t('settings.lockMinutes', { count: Number(value) }) }))}
        value={MINUTES.find(one => one === current) ?? null}
        onChange={minutes => void choose(minutes)}
      />
    </Card>
  )
}
