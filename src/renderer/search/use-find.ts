import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Hit, SearchFilter } from '#shared/search/search.contract'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'

export type Finding = { hits: readonly Hit[]; isAsking: boolean; answeredFor: string; problem: DeskProblem | null }

const NOTHING: Finding = { hits: [], isAsking: false, answeredFor: '', problem: null }

/** What the desk knows about a text, asked again at every key; only the answer to the last question is ever shown. */
export function useFind(text: string, purpose: 'visit' | 'look-up', filter: SearchFilter | null = null): Finding {
  const [finding, setFinding] = useState<Finding>(NOTHING)
  const asked = useRef(0)
  const wanted = text.trim()
  useEffect(() => {
    const mine = ++asked.current
    if (wanted.length < 2) {
      setFinding(NOTHING)
      return
    }
    setFinding(before => ({ ...before, isAsking: true }))
    void api.search.find({ text: wanted, purpose, filter }).then(answer => {
      if (mine !== asked.current) return
      setFinding({
        hits: answer.ok ? answer.value : [],
        isAsking: false,
        answeredFor: wanted,
        problem: answer.ok ? null : answer.problem
      })
    })
    return () => {
      asked.current += 1
    }
  }, [wanted, purpose, filter])
  return finding
}

/** Whether what is shown answers what stands in the field. */
export const answers = ({ answeredFor, isAsking }: Finding, text: string): boolean => !isAsking && answeredFor === text.trim()

/**
 * Enter on what is still being looked for: once the answer is there, its first hit is opened as Enter would have. Whoever types on or leaves the field
 * has changed their mind: `forget`.
 */
export function useEnterAhead<H>(finding: Finding, text: string, hits: readonly H[], open: (hit: H) => void) {
  const [awaited, setAwaited] = useState<string | null>(null)
  const isThere = awaited !== null && awaited === text.trim() && answers(finding, text)
  const openFirst = useEffectEvent(() => {
    setAwaited(null)
    if (hits[0] !== undefined) open(hits[0])
  })
  useEffect(() => {
    if (isThere) openFirst()
  }, [isThere])
  return { wait: () => setAwaited(text.trim()), forget: () => setAwaited(null) }
}
