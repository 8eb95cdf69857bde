import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseLine } from '#shared/cases/cases.contract'
import { api } from '../api'
import { CaseFacts } from '../cases/CaseFacts'
import { CaseForm } from '../cases/CaseForm'
import { DocumentChecklist } from '../cases/DocumentChecklist'
import { useTermName } from '../directory/term-name'
import { KEYS } from '../keys'
import { LetterStep } from '../letters/LetterStep'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { cx } from '../ui/cx'
import { Foot } from '../ui/Foot'
import fill from '../ui/fill.module.css'
import { ProblemNotice } from '../ui/Notice'
import { useCall } from '../use-call'
import { EndingStep } from './EndingStep'
import { isConcerned, type Person } from './people'
import type { WalkInPlace } from './walk-in-step'

type CaseStepsProps = {
  step: 'case' | 'documents' | 'ending' | 'letter'
  visitId: string
  people: readonly Person[]
  current: CaseLine | undefined
  isOpen: boolean
  onGo: (place: WalkInPlace) => void
}

/** The steps that are about one case of the visit. */
export function CaseSteps({ step, visitId, people, current, isOpen, onGo }: CaseStepsProps) {
  const nameOf = useTermName()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const card = useCall(api.cases.get, { caseId: current?.id ?? '' }, { enabled: current !== undefined })

  if (step === 'case' && isOpen && (isNew || !current))
    return (
      <CaseForm
        visitId={visitId}
        people={people.map(({ parts, ...person }) => ({ ...person, isConcerned: isConcerned(parts) }))}
        onAddPerson={() => onGo({ step: 'resident', person: undefined })}
        onOpened={opened => {
          setNew(false)
          onGo({ case: opened.id, step: 'documents' })
        }}
        onCancel={current ? () => setNew(false) : undefined}
      />
    )
  if (!current) return <p>{t('visits.noCases')}</p>
  if (card.problem) return <ProblemNotice problem={card.problem} />
  if (!card.value || card.value.case.id !== current.id) return <p role="status">{t('ui.loading')}</p>
  const { value } = card

  if (step === 'documents') return <DocumentChecklist card={value} onNext={() => onGo({ step: 'ending' })} />
  if (step === 'ending')
    return <EndingStep key={current.id} card={value} onLetter={() => onGo({ step: 'letter' })} onNewCase={() => onGo({ step: 'case' })} />
  if (step === 'letter')
    return (
      <LetterStep
        key={current.id}
        card={value}
        onOpen={letterId => void navigate({ to: '/letters/$letterId', params: { letterId } })}
        onPerson={() => onGo({ step: 'resident', person: value.case.residentId })}
        onReferral={() => onGo({ step: 'ending' })}
      />
    )
  return (
    <div className={cx(fill.step, fill.byCard)}>
      <Card
        title={nameOf(value.service) ?? t(`codes.caseKind.${value.case.kind}`)}
        isFilling
        aside={
          <Button tone="plain" onClick={() => void navigate({ to: '/cases/$caseId', params: { caseId: current.id } })}>
            {t('visits.openCase', { number: current.number })}
          </Button>
        }
      >
        <CaseFacts card={value} onResident={() => onGo({ step: 'resident', person: value.case.residentId })} />
      </Card>
      <Foot>
        {isOpen && (
          <Button shortcut={KEYS.add} onClick={() => setNew(true)}>
            {t('visits.anotherCase')}
          </Button>
        )}
        <Button tone="primary" shortcut={KEYS.next} onClick={() => onGo({ step: 'documents' })}>
          {t('visits.toDocuments')}
        </Button>
      </Foot>
    </div>
  )
}
