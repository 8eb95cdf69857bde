import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookUpAnswer } from '#shared/registry/registry.contract'
import type { VisitCard } from '#shared/visits/visits.contract'
import { api } from '../api'
import { NewResident } from '../residents/NewResident'
import { ResidentSearch } from '../residents/ResidentSearch'
import { UnfinishedDraft } from '../residents/UnfinishedDraft'
import type { DeskProblem } from '../text/problem'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import { PersonPane } from './PersonPane'
import { peopleOf } from './people'
import styles from './ResidentStep.module.css'

type ResidentStepProps = {
  card: VisitCard
  isOpen: boolean
  /** The person looked at; none while one is being searched. */
  personId: string | undefined
  /** Somebody of the register to begin with. */
  registryRef: string | undefined
  onPerson: (residentId: string | undefined) => void
  onCase: (caseId: string) => void
  onNext: () => void
}

/** Search, then the person; a new one only after the search found nobody. */
export function ResidentStep({ card, isOpen, personId, registryRef, onPerson, onCase, onNext }: ResidentStepProps) {
  const { t } = useTranslation()
  const visitId = card.visit.id
  const [newFrom, setNewFrom] = useState<string | LookUpAnswer | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const { act: lookUp } = useAct(api.registry.lookUp)
  const take = useCallback(
    async (ref: string) => {
      const answer = await lookUp({ visitId, purpose: 'registration', by: { kind: 'hit', ref } })
      setProblem(answer.ok ? null : answer.problem)
      if (answer.ok && answer.value.person) setNewFrom(answer.value)
    },
    [lookUp, visitId]
  )
  const taken = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!registryRef || !isOpen || taken.current === registryRef) return
    taken.current = registryRef
    void take(registryRef)
  }, [registryRef, isOpen, take])
  const people = peopleOf(card.participants)
  const person = people.find(one => one.residentId === personId)

  if (personId)
    return (
      <PersonPane
        key={personId}
        visitId={visitId}
        residentId={personId}
        person={person}
        isFirst={people.length === 0}
        isOpen={isOpen}
        onAddAnother={() => onPerson(undefined)}
        onOther={onPerson}
        onCase={onCase}
        onNext={onNext}
      />
    )
  if (!isOpen) return <p>{t('visits.over')}</p>
  if (newFrom !== null)
    return (
      <NewResident
        visitId={visitId}
        from={newFrom}
        onDone={residentId => {
          setNewFrom(null)
          onPerson(residentId)
        }}
        onCancel={() => setNewFrom(null)}
      />
    )
  return (
    <div className={styles.search}>
      {problem && <ProblemNotice problem={problem} />}
      <UnfinishedDraft visitId={visitId} onGoOn={() => setNewFrom('')} />
      <ResidentSearch onPick={hit => onPerson(hit.residentId)} onRegistry={hit => void take(hit.ref)} onNew={setNewFrom} />
    </div>
  )
}
