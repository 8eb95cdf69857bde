import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resident } from '#shared/residents/resident'
import { api } from '../api'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { ResidentForm, type SaveAnswers } from './ResidentForm'
import { fromResident, type Ready, type ResidentField } from './resident-values'

const NOT_KEPT = { keep: () => {}, flush: () => {}, state: { kind: 'nothing' } } as const

type CorrectResidentProps = {
  resident: Resident
  focusOn?: ResidentField | undefined
  onDone: () => void
  /** Another record has this NIK, and is to be looked at. */
  onTaken: (residentId: string) => void
}

/** Corrects what is known of a person; the history keeps what stood there before. */
export function CorrectResident({ resident, focusOn, onDone, onTaken }: CorrectResidentProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const correct = useAct(api.residents.correct)
  const [shown, setShown] = useState(resident)
  const judge = useAct(api.pairs.judge)
  const askToMerge = async (otherId: string) => {
    const answer = await judge.act({ residentId: resident.id, otherId, verdict: 'same' })
    if (!answer.ok) return notify.problem(answer.problem)
    notify.done(t('quality.sameAsked'))
    onDone()
  }
  const save = async (ready: Ready, answers: SaveAnswers) => {
    const answer = await correct.act({ residentId: resident.id, resident: ready.resident, shown, ...answers })
    if (!answer.ok) {
      // who reads what stands there now and saves again means it
      if (answer.problem.kind === 'changed-meanwhile') setShown(answer.problem.now)
      return answer.problem
    }
    notify.done(t('residents.corrected', { name: answer.value.name }))
    onDone()
    return null
  }
  return (
    <ResidentForm
      initial={fromResident(resident)}
      draft={NOT_KEPT}
      saveLabel={t('residents.saveCorrection')}
      onSave={save}
      focusOn={focusOn}
      onTaken={onTaken}
      onSame={otherId => void askToMerge(otherId)}
      onCancel={onDone}
    />
  )
}
