import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { codeWord } from '../text/code-word'
import styles from './RecordLink.module.css'

type Place = { entity: string; id: string }
type RecordLinkProps = Place & { title: string; parent?: Place | null }

/** What has a screen of its own. */
const hasScreen = (entity: string): boolean => entity === 'resident' || entity === 'case' || entity === 'letter'

/** A record by its kind and name; where a screen shows it, or what it belongs to, a link there. */
export function RecordLink({ entity, id: ownId, title, parent }: RecordLinkProps) {
  const { i18n } = useTranslation()
  const words = `${codeWord('entity', entity, i18n.language)} ${title}`.trim()
  const { entity: shown, id } = parent && !hasScreen(entity) ? parent : { entity, id: ownId }
  switch (shown) {
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
