import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lacksEnding } from '#shared/cases/case'
import type { CaseLine } from '#shared/cases/cases.contract'
import type { VisitCard } from '#shared/visits/visits.contract'
import { useTermName } from '../directory/term-name'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { cx } from '../ui/cx'
import { ScrollArea } from '../ui/ScrollArea'
import { VisitorDialog } from '../visitor/VisitorDialog'
import { FinishVisit } from './FinishVisit'
import { peopleOf } from './people'
import styles from './VisitRail.module.css'

type VisitRailProps = {
  card: VisitCard
  cases: readonly CaseLine[]
  currentCase: string | undefined
  isOpen: boolean
  onCase: (line: CaseLine) => void
  onPerson: (residentId: string) => void
}

/** What stays in sight during a visit: the ticket, the people, the cases and what each still lacks. */
export function VisitRail({ card, cases, currentCase, isOpen, onCase, onPerson }: VisitRailProps) {
  const nameOf = useTermName()
  const { t } = useTranslation()
  const format = useFormat()
  const { visit } = card
  const [isShowing, setShowing] = useState(false)
  return (
    <aside className={styles.rail} aria-label={t('visits.rail')}>
      <div className={cx(styles.ticket, visit.lane === 'vulnerable' && styles.vulnerable)}>
        <span className={styles.number}>{visit.ticket}</span>
        <span className={styles.state}>
          {visit.vulnerableGroup ? t(`codes.vulnerableGroup.${visit.vulnerableGroup}`) : t(`codes.lane.${visit.lane}`)}
          <br />
          {t(`codes.visitStatus.${visit.status}`)}
          {visit.servingAt !== null && `, ${format.time(visit.servingAt)}`}
        </span>
      </div>
      <ScrollArea className={styles.lists} label={t('visits.rail')}>
        <section className={styles.part}>
          <h2 className={styles.head}>{t('visits.people')}</h2>
          {card.participants.length === 0 && <p className={styles.quiet}>{t('visits.nobody')}</p>}
          {peopleOf(card.participants).map(person => (
            <button key={person.residentId} type="button" className={styles.row} onClick={() => onPerson(person.residentId)}>
              <span className={styles.name}>{person.name}</span>
              <span className={styles.quiet}>{person.parts.map(part => t(`codes.participantRole.${part.role}`)).join(', ')}</span>
            </button>
          ))}
          {visit.privacyNoticedAt === null && <Chip tone="attention">{t('visits.privacyMissing')}</Chip>}
        </section>
        <section className={styles.part}>
          <h2 className={styles.head}>{t('visits.cases')}</h2>
          {cases.length === 0 && <p className={styles.quiet}>{t('visits.noCases')}</p>}
          {cases.map(line => (
            <button
              key={line.id}
              type="button"
              className={cx(styles.row, line.id === currentCase && styles.current)}
              aria-current={line.id === currentCase}
              onClick={() => onCase(line)}
            >
              <span className={styles.name} title={nameOf(line.service) ?? line.summary}>
                {nameOf(line.service) ?? line.summary}
              </span>
              <span className={styles.quiet}>{line.residentName}</span>
              <Chip tone={lacksEnding(line) ? 'attention' : 'good'}>
                {line.ending
                  ? t(`codes.ending.${line.ending}`)
                  : t(lacksEnding(line) ? 'visits.noEnding' : `codes.caseStatus.${line.status}`)}
              </Chip>
            </button>
          ))}
        </section>
      </ScrollArea>
      {isOpen && <Button onClick={() => setShowing(true)}>{t('visitor.button')}</Button>}
      {isShowing && <VisitorDialog ticket={visit.ticket} people={peopleOf(card.participants)} onClose={() => setShowing(false)} />}
      {isOpen && <FinishVisit visitId={visit.id} cases={cases} />}
    </aside>
  )
}
