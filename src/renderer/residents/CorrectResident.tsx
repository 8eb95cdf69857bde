import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resident } from '#shared/residents/resident'
import { api } from '../api'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { useTyped } from '../use-typed'
import { ResidentForm, type SaveAnswers } from './ResidentForm'
import { fromResident, type Ready, type ResidentField, type ResidentValues } from './resident-values'

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
  const [typed, setTyped] = useTyped<Partial<ResidentValues>>(`correct ${resident.id}`, {})
  const latest = useRef(typed)
  const [isRestored, setRestored] = useState(Object.keys(typed).length > 0)
  const keep = useCallback(
    (field: string, text: string) => {
      latest.current = { ...latest.current, [field]: text }
      setTyped(latest.current)
    },
    [setTyped]
  )
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
      key={isRestored ? 'restored' : 'fresh'}
      initial={{ ...fromResident(resident), ...typed }}
      draft={{ keep, flush: async () => {}, state: { kind: 'nothing' } }}
      isRestored={isRestored}
      onDiscard={() => {
        latest.current = {}
        setTyped({})
        setRestored(false)
      }}
      saveLabel={t('residents.saveCorrection')}
      onSave={save}
      focusOn={focusOn}
      onTaken={onTaken}
      onSame={otherId => void askToMerge(otherId)}
      onCancel={onDone}
    />
  )
}
