import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookUpAnswer } from '#shared/registry/registry.contract'
import { normalizeDigits } from '#shared/residents/nik'
import { readTypedSearch } from '#shared/search/typed-search'
import { api } from '../api'
import { Notice } from '../ui/Notice'
import { useAct } from '../use-call'
import { useDraft } from '../use-draft'
import { ResidentForm, type SaveAnswers } from './ResidentForm'
import { fromDraft, fromRegistry, type Ready } from './resident-values'

type NewResidentProps = {
  visitId: string
  /** What was searched for and not found: a number goes into the NIK, anything else into the name. Or somebody of the register. */
  from: string | LookUpAnswer
  onDone: (residentId: string) => void
  onCancel: () => void
}

const startFrom = (typed: string): Record<string, string> => {
  if (typed === '') return {}
  return /^\d{6,}$/.test(normalizeDigits(typed))
    ? { nik: normalizeDigits(typed) }
    : { name: readTypedSearch(typed, new Date().getFullYear()).name }
}

/** Registers a person within a visit, with a draft that survives a power cut. What comes from the register is confirmed by the officer before it is saved. */
export function NewResident({ visitId, from, onDone, onCancel }: NewResidentProps) {
  const { t } = useTranslation()
  const draft = useDraft(visitId, 'resident')
  const register = useAct(api.residents.register)
  const { act: lookUp } = useAct(api.registry.lookUp)
  const [isDiscarded, setDiscarded] = useState(false)
  const found = typeof from === 'string' ? null : from
  const start = useMemo(() => (typeof from === 'string' ? startFrom(from) : from.person ? fromRegistry(from.person) : {}), [from])
  const { keep } = draft
  const isStarting = found !== null && draft.kept !== undefined
  useEffect(() => {
    if (isStarting) for (const [field, text] of Object.entries(start)) keep(field, text)
  }, [isStarting, start, keep])
  if (!draft.kept) return <p role="status">{t('ui.loading')}</p>
  const isRestored = !found && !isDiscarded && Object.keys(draft.kept).length > 0

  const save = async (ready: Ready, { differentFrom, unsureOf }: SaveAnswers) => {
    const answer = await register.act({ ...ready, differentFrom, unsureOf })
    if (!answer.ok) return answer.problem
    draft.drop()
    if (found) await lookUp({ visitId, purpose: 'registration', by: { kind: 'resident', residentId: answer.value.id } })
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
      initial={fromDraft(isRestored ? draft.kept : start)}
      draft={draft}
      isRestored={isRestored}
      onDiscard={() => {
        draft.drop()
        setDiscarded(true)
      }}
      notice={found && <FromRegistry answer={found} />}
      hasFamily
      saveLabel={t(found ? 'registry.saveConfirmed' : 'residents.saveNew')}
      onSave={save}
      onKnown={known}
      onTaken={known}
      onCancel={onCancel}
    />
  )
}

function FromRegistry({ answer: { state } }: { answer: LookUpAnswer }) {
  const { t } = useTranslation()
  if (state.kind !== 'ready') return null
  return (
    <Notice tone="attention" title={t('registry.fromRegistry', { source: t(`registry.source.${state.source}`), period: state.period })}>
      <p>{t('registry.fromRegistryTeach')}</p>
    </Notice>
  )
}
