import { useTranslation } from 'react-i18next'
import { useSession } from '../session'
import { Card } from '../ui/Card'
import { JoinWays } from './JoinWays'

/** Says why there is no district here, and who may join one; to them it shows how. */
export function JoinCard() {
  const { t } = useTranslation()
  const { officer } = useSession()
  if (officer.roles.some(role => role === 'manager' || role === 'administrator'))
    return (
      <JoinWays title={t('sync.aloneTitle')}>
        <p>{t('sync.aloneTeach')}</p>
      </JoinWays>
    )
  return (
    <Card title={t('sync.aloneTitle')}>
      <p>{t('sync.aloneTeach')}</p>
      <p>{t('sync.joinWho')}</p>
    </Card>
  )
}
