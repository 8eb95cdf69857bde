import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DRAFT_FORMS } from '#shared/visits/visits.contract'
import { api } from './api'
import type { Saved } from './ui/SavedState'

const WAIT_MS = 250

type Form = (typeof DRAFT_FORMS)[number]
export type DraftValues = Readonly<Record<string, string>>

export type Draft = {
  /** What was kept before; undefined until the desk has answered. */
  kept: DraftValues | undefined
  state: Saved
  /** Keeps one field within 250 ms; an empty text forgets it. */
  keep: (field: string, value: string) => void
  /** Keeps at once what still waits, and resolves when that is done: call it on blur. */
  flush: () => Promise<void>
  /** Forgets the whole draft, once the record itself is saved. */
  drop: () => void
}

/** A field name of one case's own draft: letters and digits only, as the contract asks. */
export const draftPrefix = (id: string): string => `c${id.replaceAll('-', '')}.`

/**
 * Keeps half-typed fields of a form with the visit, so that a power cut costs at most the field being typed.
 * Without a visit nothing is kept. `prefix` separates drafts of several cases in one visit.
 */
export function useDraft(visitId: string | null, form: Form, prefix = ''): Draft {
  const [kept, setKept] = useState<DraftValues | undefined>(visitId ? undefined : {})
  const [state, setState] = useState<Saved>({ kind: 'nothing' })
  const waiting = useRef(new Map<string, string>())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const chain = useRef<Promise<void>>(Promise.resolve())
  const fields = useRef(new Set<string>())

  useEffect(() => {
    if (!visitId) return
    let isCurrent = true
    void api.visits.draft({ visitId, form }).then(answer => {
      if (!isCurrent) return
      const all = answer.ok ? Object.entries(answer.value) : []
      const own = all.filter(([field]) => field.startsWith(prefix)).map(([field, value]) => [field.slice(prefix.length), value] as const)
      for (const [field] of own) fields.current.add(field)
      setKept(Object.fromEntries(own))
    })
    return () => {
      isCurrent = false
    }
  }, [visitId, form, prefix])

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const batch = [...waiting.current]
    waiting.current.clear()
    if (!visitId || batch.length === 0) return chain.current
    setState({ kind: 'saving' })
    chain.current = chain.current.then(async () => {
      const answers = await Promise.all(
        batch.map(([field, value]) => api.visits.saveDraft({ visitId, form, field: prefix + field, value: value === '' ? null : value }))
      )
      setState(answers.every(answer => answer.ok) ? { kind: 'saved', at: Date.now() } : { kind: 'failed' })
    })
    return chain.current
  }, [visitId, form, prefix])

  const keep = useCallback(
    (field: string, value: string) => {
      if (!visitId || value.length > 4000) return
      fields.current.add(field)
      waiting.current.set(field, value)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), WAIT_MS)
    },
    [visitId, flush]
  )

  const drop = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current.clear()
    if (!visitId) return
    const gone = [...fields.current]
    fields.current.clear()
    chain.current = chain.current.then(async () => {
      if (prefix === '') await api.visits.dropDraft({ visitId, form })
      else await Promise.all(gone.map(field => api.visits.saveDraft({ visitId, form, field: prefix + field, value: null })))
    })
  }, [visitId, form, prefix])

  useEffect(() => () => void flush(), [flush])
  return useMemo(() => ({ kept, state, keep, flush, drop }), [kept, state, keep, flush, drop])
}
