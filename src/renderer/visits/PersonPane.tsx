import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import { RegistryPanel } from '../registry/RegistryPanel'
import { CorrectResident } from '../residents/CorrectResident'
import { FamilyPanel } from '../residents/FamilyPanel'
import { ResidentFacts } from '../residents/ResidentFacts'
import { useSession } from '../session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import column from '../ui/column.module.css'
import { Foot } from '../ui/Foot'
import fill from '../ui/fill.module.css'
import { ProblemNotice } from '../ui/Notice'
import { useCall } from '../use-call'
import { likelyPart, type Person } from './people'
import styles from './ResidentStep.module.css'
import { RoleForm } from './RoleForm'

type PersonPaneProps = {
  visitId: string
  residentId: string
  /** The person's parts in this visit; undefined while they have none. */
  person: Person | undefined
  isFirst: boolean
  isOpen: boolean
  onAddAnother: () => void
  /** Another record is gone on with. */
  onOther: (residentId: string) => void
  /** A case was opened here. */
  onCase: (caseId: string) => void
  onNext: () => void
}

/** One person of the visit: their part in it, who they are, family, registry. */
export function PersonPane({ visitId, residentId, person, isFirst, isOpen, onAddAnother, onOther, onCase, onNext }: PersonPaneProps) {
  const { t } = useTranslation()
  const { today } = useSession()
  const card = useCall(api.residents.get, { residentId })
  const [isCorrecting, setCorrecting] = useState(false)
  if (card.problem)
    return <ProblemNotice problem={card.problem} actions={<Button onClick={onAddAnother}>{t('visits.searchAgain')}</Button>} />
  if (!card.value) return <p role="status">{t('ui.loading')}</p>
  const { resident } = card.value
  if (isCorrecting) return <CorrectResident resident={resident} onDone={() => setCorrecting(false)} onTaken={onOther} />
  return (
    <div className={fill.step}>
      <div className={styles.columns}>
        <Card
          title={resident.name}
          isFilling
          aside={
            <Button tone="plain" shortcut={KEYS.edit} onClick={() => setCorrecting(true)}>
              {t('residents.correct')}
            </Button>
          }
        >
          <ResidentFacts card={card.value} />
        </Card>
        <div className={column.stack}>
          {!person && isOpen && (
            <RoleForm visitId={visitId} residentId={residentId} name={resident.name} likely={likelyPart(resident, isFirst, today)} />
          )}
          <RegistryPanel resident={resident} visitId={isOpen ? visitId : null} onProposed={onCase} />
          <FamilyPanel card={card.value} />
        </div>
      </div>
      {isOpen && (
        <Foot>
          <Button shortcut={KEYS.add} onClick={onAddAnother}>
            {t(person ? 'visits.addPerson' : 'visits.searchAgain')}
          </Button>
          {person && (
            <Button tone="primary" shortcut={KEYS.next} onClick={onNext}>
              {t('visits.toCase')}
            </Button>
          )}
        </Foot>
      )}
    </div>
  )
}
