import { useEffect, useRef, useState } from 'react'
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
