import { useTranslation } from 'react-i18next'
import type { FamilyCard } from '#shared/residents/residents.contract'
import { useFormat } from '../text/use-format'
import styles from './Members.module.css'

/** Who is on a family card. */
export function Members({ members }: { members: FamilyCard['members'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className={styles.members}>
      {members.map(member => (
        <li key={member.residentId} className={styles.member}>
          <span className={styles.name}>{member.name}</span>
          <span className={styles.more}>
            {[
              t(`codes.relation.${member.relation}`),
              member.birthDate && format.date(member.birthDate),
              member.presence && t(`codes.presence.${member.presence}`)
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
