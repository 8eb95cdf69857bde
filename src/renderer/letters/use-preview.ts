import { useEffect, useState } from 'react'
import type { LetterOrder } from '#shared/letters/letters.contract'
import { api } from '../api'
import { useCall } from '../use-call'

const REST_MS = 180

/** The letter as it would print now, drawn anew once the typing rests. */
export function usePreview(order: LetterOrder | null) {
  const wanted = order ? JSON.stringify(order) : ''
  const [asked, setAsked] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), REST_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  const input = asked === '' ? null : (JSON.parse(asked) as LetterOrder)
  const answer = useCall(api.letters.preview, (input ?? {}) as LetterOrder, { enabled: input !== null })
  return { value: input ? answer.value : undefined, problem: input ? answer.problem : undefined, isCurrent: asked === wanted }
}
