import { useTranslation } from 'react-i18next'
import type { FamilyCard } from '#shared/residents/residents.contract'
import { useFormat } from '../text/use-format'
import { cx } from '../ui/cx'
import styles from './Members.module.css'

type MembersProps = {
  members: FamilyCard['members']
  /** Where they can be looked at: every one but the person whose card lies open. */
  open?: { except: string; onOpen: (residentId: string) => void }
}

/** Who is on a family card. */
export function Members({ members, open }: MembersProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className={styles.members}>
      {members.map(member => (
        <li key={member.residentId} className={styles.member}>
          {open && member.residentId !== open.except ? (
            <button type="button" className={cx(styles.name, styles.open)} onClick={() => open.onOpen(member.residentId)}>
              {member.name}
            </button>
          ) : (
            <span className={styles.name}>{member.name}</span>
          )}
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
