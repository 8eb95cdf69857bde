import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import styles from './BoardScreen.module.css'

/** One ticket on the board; of another desk's it says whose, as each counts its own, and of an earlier day which, as each begins anew. */
export function VisitRow({ visit, note }: { visit: BoardVisit; note: string }) {
  const { t } = useTranslation()
  const { office, today } = useSession()
  const format = useFormat()
  const group = visit.vulnerableGroup
  const isEmergency = group === 'emergency'
  const desk = visit.deskCode !== office.deskCode && t('board.ofDesk', { desk: visit.deskCode })
  const left = visit.day !== today && t('board.ofDay', { date: format.date(visit.day) })
  const name = visit.names[0] ?? visit.purpose ?? t('board.unnamed')
  return (
    <span className={styles.row}>
      <span className={styles.ticket}>{visit.ticket}</span>
      <span className={styles.what}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.small}>
          {[left, desk, note, group && !isEmergency && visit.status === 'waiting' && t(`codes.vulnerableGroup.${group}`)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {isEmergency && <Chip tone="bad">{t('codes.vulnerableGroup.emergency')}</Chip>}
    </span>
  )
}
