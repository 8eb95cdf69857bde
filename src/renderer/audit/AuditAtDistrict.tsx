import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { useFormat } from '../text/use-format'
import { Notice } from '../ui/Notice'
import { useCall } from '../use-call'
import styles from './AuditScreen.module.css'

/** How far the district has signed this log, or that it knows another one. */
export function AuditAtDistrict() {
  const { t } = useTranslation()
  const format = useFormat()
  const at = useCall(api.audit.atDistrict, {}).value
  if (!at) return null
  if (at.kind === 'alone') return <p className={styles.soft}>{t('audit.alone')}</p>
  const { districtName: district, known, contradictedAt } = at
  const knownTo = known
    ? t('audit.knownTo', { district, n: format.number(known.n), when: format.moment(known.at) })
    : t('audit.notKnownYet', { district })
  if (contradictedAt === null) return <p className={styles.soft}>{knownTo}</p>
  return (
    <Notice tone="bad" title={t('audit.contradicted', { district, when: format.moment(contradictedAt) })}>
      <p>{t('audit.contradictedTeach')}</p>
      <p>{knownTo}</p>
    </Notice>
  )
}
