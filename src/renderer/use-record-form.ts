import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#shared/result'
import { type Corrected, changedMeanwhile, type DeskProblem } from './text/problem'
import { useNotify } from './ui/notify'

/**
 * The form of a list whose records are added and corrected in it: which record is open, and what stood against saving it.
 * Who has read what stands there now and saves again means it.
 */
export function useRecordForm<Of extends keyof Corrected>(of: Of) {
  type Shown = Corrected[Of]
  const { t } = useTranslation()
  const notify = useNotify()
  const [asking, setAsking] = useState<Shown | 'new' | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const ask = (next: Shown | 'new' | null) => {
    setProblem(null)
    setAsking(() => next)
  }
  const answered = (result: Result<unknown, DeskProblem>) => {
    if (result.ok) {
      notify.done(t('settings.saved'))
      setAsking(null)
      return
    }
    const changed = changedMeanwhile(result.problem, of)
    if (changed) setAsking(() => changed.now)
    setProblem(result.problem)
  }
  return { asking, corrected: asking === 'new' ? null : asking, problem, ask, answered }
}
