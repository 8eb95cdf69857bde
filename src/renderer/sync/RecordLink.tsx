import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { codeWord } from '../text/code-word'
import styles from './RecordLink.module.css'

type RecordLinkProps = { entity: string; id: string; title: string }

/** A record by its kind and name; where a screen shows it, a link there. */
export function RecordLink({ entity, id, title }: RecordLinkProps) {
  const { i18n } = useTranslation()
  const words = `${codeWord('entity', entity, i18n.language)} ${title}`.trim()
  switch (entity) {
    case 'resident':
      return (
        <Link className={styles.link} to="/residents/$residentId" params={{ residentId: id }}>
          {words}
        </Link>
      )
    case 'case':
      return (
        <Link className={styles.link} to="/cases/$caseId" params={{ caseId: id }}>
          {words}
        </Link>
      )
    case 'letter':
      return (
        <Link className={styles.link} to="/letters/$letterId" params={{ letterId: id }}>
          {words}
        </Link>
      )
    default:
      return <span className={styles.plain}>{words}</span>
  }
}
