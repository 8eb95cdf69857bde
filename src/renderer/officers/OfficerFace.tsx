import { useTranslation } from 'react-i18next'
import type { OfficerCard } from '#shared/officers/officer'
import styles from './SignInScreen.module.css'

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => word.slice(0, 1).toUpperCase())
    .join('')

export function OfficerFace({ officer }: { officer: OfficerCard }) {
  const { t } = useTranslation()
  return (
    <span className={styles.card}>
      <span className={styles.initials} aria-hidden="true">
        {initialsOf(officer.name)}
      </span>
      <span className={styles.face}>
        <span className={styles.name}>{officer.name}</span>
        <span className={styles.roles}>{officer.position ?? officer.roles.map(role => t(`codes.role.${role}`)).join(', ')}</span>
      </span>
    </span>
  )
}
