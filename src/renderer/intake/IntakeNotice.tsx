import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useCall } from '../use-call'

/** That residents were taken in while the desk was closed and are not in its data yet; nothing when there are none. */
export function IntakeNotice() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { value } = useCall(api.intake.waiting, {})
  if (!value || value.count === 0) return null
  if (value.count === null) return <Notice tone="attention" title={t('intake.unreadable')} />
  return (
    <Notice
      tone="attention"
      title={t('intake.waiting', { count: value.count })}
      actions={<Button onClick={() => void navigate({ to: '/intake' })}>{t('intake.openList')}</Button>}
    />
  )
}
