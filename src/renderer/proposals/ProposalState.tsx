import { useTranslation } from 'react-i18next'
import type { ProposalLine } from '#shared/proposals/proposals.contract'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import styles from './ProposalsPart.module.css'

/** Where a proposal stands: what the answer was and when, or by which day one is hoped for and how long it has waited. */
export function ProposalState({ line }: { line: ProposalLine }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      {line.status !== 'proposed' && line.status !== 'ready' && (
        <Chip tone={line.status === 'approved' ? 'good' : 'neutral'}>{t(`codes.proposalStatus.${line.status}`)}</Chip>
      )}
      {line.answeredOn && <span className={styles.soft}>{t('proposals.answeredOn', { date: format.date(line.answeredOn) })}</span>}
      {line.status === 'proposed' && line.answerBy && (
        <Chip tone={line.isLate ? 'bad' : 'neutral'}>
          {t(line.isLate ? 'proposals.late' : 'proposals.answerBy', { date: format.date(line.answerBy) })}
        </Chip>
      )}
      {line.status === 'proposed' && line.age !== null && <span className={styles.soft}>{format.days(line.age)}</span>}
    </>
  )
}
