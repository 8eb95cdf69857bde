import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import styles from './BoardScreen.module.css'

/** One ticket on the board. */
export function VisitRow({ visit, note, at }: { visit: BoardVisit; note: string; at?: number | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <span className={styles.row}>
      <span className={styles.ticket}>{visit.ticket}</span>
      <span className={styles.what}>
        <span className={styles.name}>{visit.names[0] ?? visit.purpose ?? t('board.unnamed')}</span>
        <span className={styles.small}>{note}</span>
      </span>
      {visit.vulnerableGroup ? (
        <Chip tone={visit.vulnerableGroup === 'emergency' ? 'bad' : 'brand'}>{t(`codes.vulnerableGroup.${visit.vulnerableGroup}`)}</Chip>
      ) : (
        <span className={styles.small}>{at ? format.time(at) : ''}</span>
      )}
    </span>
  )
}
