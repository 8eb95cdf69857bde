import { useTranslation } from 'react-i18next'
import type { CaseCard } from '#shared/cases/cases.contract'
import { clockWords } from '../sync/clock-words'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import styles from './CaseScreen.module.css'

const COUNT = /^(\d+)\/(\d+)$/

/** What was done and said, newest first; nothing of it can be taken away. */
export function CaseHistory({ events }: { events: CaseCard['events'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const newestFirst = withoutSteps([...events].sort((a, b) => b.at - a.at))
  return (
    <ol className={styles.events}>
      {newestFirst.map(event => {
        const counted = event.kind === 'documents' ? COUNT.exec(event.text ?? '') : null
        return (
          <li key={event.id} className={styles.event}>
            <span className={styles.eventHead}>
              {t(`codes.caseEventKind.${event.kind}`)}
              {event.status && <Chip>{t(`codes.caseStatus.${event.status}`)}</Chip>}
            </span>
            {event.text && <p className={styles.text}>{counted ? t('cases.papersHere', { n: counted[1], of: counted[2] }) : event.text}</p>}
            <p className={styles.more}>
              {format.moment(event.at)}
              {event.clockAhead !== null && ` (${clockWords({ kind: 'wrong', ahead: event.clockAhead }, t, format)})`} · {event.officerName}
            </p>
          </li>
        )
      })}
    </ol>
  )
}

/** A checklist is said paper by paper; of one officer's run through it only the newest line is worth reading. */
const withoutSteps = (newestFirst: CaseCard['events']): CaseCard['events'] =>
  newestFirst.filter((event, at) => {
    const newer = newestFirst[at - 1]
    return !(event.kind === 'documents' && newer?.kind === 'documents' && newer.officerId === event.officerId)
  })
