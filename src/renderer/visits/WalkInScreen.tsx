import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { lacksEnding } from '#shared/cases/case'
import { api } from '../api'
import { Button } from '../ui/Button'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { Screen } from '../ui/Screen'
import { Steps } from '../ui/Steps'
import { useAct, useCall } from '../use-call'
import { CaseSteps } from './CaseSteps'
import { GuestStep } from './GuestStep'
import { peopleOf } from './people'
import { ResidentStep } from './ResidentStep'
import { VisitRail } from './VisitRail'
import styles from './WalkInScreen.module.css'
import { WALK_IN_STEPS, type WalkInPlace, type WalkInStep } from './walk-in-step'

/** One visit from greeting to letter. */
export function WalkInScreen() {
  const { t } = useTranslation()
  const { visitId } = useParams({ from: '/visits/$visitId' })
  const place = useSearch({ from: '/visits/$visitId' })
  const navigate = useNavigate()
  const notify = useNotify()
  const serve = useAct(api.visits.serve)
  const visit = useCall(api.visits.get, { visitId })
  const lines = useCall(api.cases.ofVisit, { visitId })

  const go = (next: WalkInPlace) =>
    void navigate({
      to: '/visits/$visitId',
      params: { visitId },
      search: { case: place.case, person: place.person, ...next },
      replace: true
    })
  const back = () => void navigate({ to: '/' })
  if (visit.problem)
    return (
      <Screen title={t('visits.title')} onBack={back}>
        <ProblemNotice problem={visit.problem} />
      </Screen>
    )
  if (!visit.value || !lines.value)
    return (
      <Screen title={t('visits.title')}>
        <p role="status">{t('ui.loading')}</p>
      </Screen>
    )

  const card = visit.value
  const cases = lines.value
  const people = peopleOf(card.participants)
  const isOpen = card.visit.status === 'serving'
  const current = cases.find(line => line.id === place.case) ?? cases.at(-1)
  const hasEnded = current !== undefined && !lacksEnding(current)
  const step: WalkInStep = place.step ?? (people.length === 0 ? 'guest' : cases.length === 0 ? 'case' : hasEnded ? 'letter' : 'ending')
  const isDone: Record<WalkInStep, boolean> = {
    guest: people.length > 0 && card.visit.privacyNoticedAt !== null,
    resident: people.length > 0,
    case: current !== undefined,
    documents: hasEnded,
    ending: hasEnded,
    letter: false
  }
  const isReachable = (one: WalkInStep) =>
    one === 'guest' || one === 'resident' || (one === 'case' ? people.length > 0 : one === 'letter' ? hasEnded : current !== undefined)
  const begin = async () => {
    const answer = await serve.act({ visitId })
    if (!answer.ok) notify.problem(answer.problem)
  }

  return (
    <Screen
      title={people[0]?.name ?? t('visits.newcomer', { ticket: card.visit.ticket })}
      lead={card.visit.purpose}
      onBack={back}
      actions={
        <Steps
          current={step}
          onGo={next => go(next === 'resident' && !place.person ? { step: next, person: people[0]?.residentId } : { step: next })}
          steps={WALK_IN_STEPS.map(key => ({ key, label: t(`visits.step.${key}`), isDone: isDone[key], isReachable: isReachable(key) }))}
        />
      }
    >
      <div className={styles.workspace}>
        <VisitRail
          card={card}
          cases={cases}
          currentCase={current?.id}
          isOpen={isOpen}
          onCase={line => go({ case: line.id, step: lacksEnding(line) ? 'documents' : 'letter' })}
          onPerson={person => go({ person, step: 'resident' })}
        />
        <div className={styles.pane}>
          {card.visit.status !== 'serving' && (
            <Notice
              tone={card.visit.status === 'done' ? 'good' : 'attention'}
              title={t(card.visit.status === 'done' ? 'visits.over' : 'visits.notServing')}
              actions={
                (card.visit.status === 'waiting' || card.visit.status === 'called') && (
                  <Button tone="primary" isBusy={serve.isBusy} onClick={() => void begin()}>
                    {t('visits.serve')}
                  </Button>
                )
              }
            />
          )}
          {step === 'guest' && (
            <GuestStep
              card={card}
              isOpen={isOpen}
              onAdd={() => go({ step: 'resident', person: undefined })}
              onLook={person => go({ step: 'resident', person })}
              onNext={() => go({ step: 'case' })}
            />
          )}
          {step === 'resident' && (
            <ResidentStep
              card={card}
              isOpen={isOpen}
              personId={place.person}
              registryRef={place.registry}
              onPerson={person => go({ step: 'resident', person })}
              onCase={opened => go({ case: opened, step: 'documents' })}
              onNext={() => go({ step: 'case' })}
            />
          )}
          {(step === 'case' || step === 'documents' || step === 'ending' || step === 'letter') && (
            <CaseSteps step={step} visitId={visitId} people={people} current={current} isOpen={isOpen} onGo={go} />
          )}
        </div>
      </div>
    </Screen>
  )
}
