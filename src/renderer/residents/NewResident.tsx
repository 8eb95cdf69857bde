import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { normalizeDigits } from '#shared/residents/nik'
import { api } from '../api'
import { useAct } from '../use-call'
import { useDraft } from '../use-draft'
import { ResidentForm, type SaveAnswers } from './ResidentForm'
import { fromDraft, type Ready } from './resident-values'

type NewResidentProps = {
  visitId: string
  /** What was searched for and not found: a number goes into the NIK, anything else into the name. */
  typed: string
  onDone: (residentId: string) => void
  onCancel: () => void
}

const startFrom = (typed: string): Record<string, string> => {
  if (typed === '') return {}
  return /^\d{6,}$/.test(normalizeDigits(typed)) ? { nik: normalizeDigits(typed) } : { name: typed }
}

/** Registers a person within a visit, with a draft that survives a power cut. */
export function NewResident({ visitId, typed, onDone, onCancel }: NewResidentProps) {
  const { t } = useTranslation()
  const draft = useDraft(visitId, 'resident')
  const register = useAct(api.residents.register)
  const [isDiscarded, setDiscarded] = useState(false)
  if (!draft.kept) return <p role="status">{t('ui.loading')}</p>
  const isRestored = !isDiscarded && Object.keys(draft.kept).length > 0

  const save = async (ready: Ready, { differentFrom, unsureOf }: SaveAnswers) => {
    const answer = await register.act({ ...ready, differentFrom, unsureOf })
    if (!answer.ok) return answer.problem
    draft.drop()
    onDone(answer.value.id)
    return null
  }
  const known = (residentId: string) => {
    draft.drop()
    onDone(residentId)
  }
  return (
    <ResidentForm
      key={isDiscarded ? 'anew' : 'first'}
      initial={fromDraft(isRestored ? draft.kept : startFrom(typed))}
      draft={draft}
      isRestored={isRestored}
      onDiscard={() => {
        draft.drop()
        setDiscarded(true)
      }}
      hasFamily
      saveLabel={t('residents.saveNew')}
      onSave={save}
      onKnown={known}
      onTaken={known}
      onCancel={onCancel}
    />
  )
}
