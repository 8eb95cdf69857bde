import { useTranslation } from 'react-i18next'
import type { CaseCard } from '#shared/cases/cases.contract'
import { useTermName } from '../directory/term-name'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import { Facts } from '../ui/Facts'
import styles from './CaseScreen.module.css'

/** Where a case stands and what comes next. */
export function CaseFacts({ card, onResident }: { card: CaseCard; onResident: () => void }) {
  const nameOf = useTermName()
  const { t } = useTranslation()
  const format = useFormat()
  const { today } = useSession()
  const { case: one } = card
  const isOpen = one.closedAt === null
  const isLate = isOpen && one.dueOn !== null && one.dueOn < today
  return (
    <Facts
      facts={[
        [
          t('cases.concerned'),
          <span key="resident">
            <button type="button" className={styles.link} onClick={onResident}>
              {card.residentName}
            </button>{' '}
            {card.residentPresence && <Chip tone="bad">{t(`codes.presence.${card.residentPresence}`)}</Chip>}
          </span>
        ],
        [t('cases.service'), nameOf(card.service) ?? t('cases.none')],
        [
          t('cases.status'),
          <>
            <Chip tone={isOpen ? 'brand' : 'neutral'}>{t(`codes.caseStatus.${one.status}`)}</Chip>{' '}
            {one.outcome && <Chip tone="good">{t(`codes.outcome.${one.outcome}`)}</Chip>}
          </>
        ],
        [
          t('cases.owner'),
          <span key="owner">
            {card.ownerName} {isOpen && !card.isOwnerHere && <Chip tone="attention">{t('cases.ownerGone')}</Chip>}
          </span>
        ],
        [t('cases.nextStep'), one.nextStep ?? t('cases.none')],
        [
          t('cases.dueOn'),
          one.dueOn ? (
            <>
              {format.dateLong(one.dueOn)} {isLate && <Chip tone="bad">{t('cases.overdue')}</Chip>}
            </>
          ) : (
            t('cases.none')
          )
        ],
        [t('cases.kind'), t(`codes.caseKind.${one.kind}`)],
        [t('cases.urgency'), t(`codes.urgency.${one.urgency}`)],
        [t('cases.endingAtCounter'), one.ending ? t(`codes.ending.${one.ending}`) : t('visits.noEnding')],
        [t('cases.openedAt'), format.moment(one.openedAt)],
        [
          t('cases.summary'),
          <span key="summary" className={styles.summary}>
            {one.summary}
          </span>
        ]
      ]}
    />
  )
}
