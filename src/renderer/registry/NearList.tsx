import { useTranslation } from 'react-i18next'
import type { RegistryMember } from '#shared/registry/registry.contract'
import { useFormat } from '../text/use-format'
import { Notice } from '../ui/Notice'
import styles from './RegistryPanel.module.css'

/** People of nearly that name in the register, to compare with the KTP on the counter. */
export function NearList({ members }: { members: readonly RegistryMember[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Notice title={t('registry.near')}>
      <p>{t('registry.nearTeach')}</p>
      <ul className={styles.checks}>
        {members.map(({ ref, name, nikMasked, birthDate, areaLine }) => (
          <li key={ref}>
            <strong>{name}</strong>{' '}
            <span className={styles.more}>
              {[nikMasked ?? t('search.noNik'), birthDate && format.date(birthDate), areaLine].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
