import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitCard } from '#shared/visits/visits.contract'
import { NewResident } from '../residents/NewResident'
import { ResidentSearch } from '../residents/ResidentSearch'
import { UnfinishedDraft } from '../residents/UnfinishedDraft'
import { PersonPane } from './PersonPane'
import { peopleOf } from './people'
import styles from './ResidentStep.module.css'

type ResidentStepProps = {
  card: VisitCard
  isOpen: boolean
  /** The person looked at; none while one is being searched. */
  personId: string | undefined
  onPerson: (residentId: string | undefined) => void
  onNext: () => void
}

/** Search, then the person; a new one only after the search found nobody. */
export function ResidentStep({ card, isOpen, personId, onPerson, onNext }: ResidentStepProps) {
  const { t } = useTranslation()
  const [newFrom, setNewFrom] = useState<string | null>(null)
  const people = peopleOf(card.participants)
  const person = people.find(one => one.residentId === personId)

  if (personId)
    return (
      <PersonPane
        key={personId}
        visitId={card.visit.id}
        residentId={personId}
        person={person}
        isFirst={people.length === 0}
        isOpen={isOpen}
        onAddAnother={() => onPerson(undefined)}
        onNext={onNext}
      />
    )
  if (!isOpen) return <p>{t('visits.over')}</p>
  if (newFrom !== null)
    return (
      <NewResident
        visitId={card.visit.id}
        typed={newFrom}
        onDone={residentId => {
          setNewFrom(null)
          onPerson(residentId)
        }}
        onCancel={() => setNewFrom(null)}
      />
    )
  return (
    <div className={styles.search}>
      <UnfinishedDraft visitId={card.visit.id} onGoOn={() => setNewFrom('')} />
      <ResidentSearch onPick={hit => onPerson(hit.residentId)} onNew={setNewFrom} />
    </div>
  )
}
