import { useState } from 'react'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import type { LetterOrder } from '#shared/letters/letters.contract'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { useAct } from '../use-call'

type Refusal<K extends DeskProblem['kind']> = Extract<DeskProblem, { kind: K }>
/** What the desk asks back before it gives a number. */
const DATE_QUESTIONS = ['date-before-last', 'date-doubtful'] as const
const QUESTIONS = ['similar-letter-valid', 'book-not-open', ...DATE_QUESTIONS, 'numbers-held'] as const
export type Question = Refusal<(typeof QUESTIONS)[number]>
export type DateQuestion = Refusal<(typeof DATE_QUESTIONS)[number]>
const isQuestion = (problem: DeskProblem): problem is Question => QUESTIONS.some(kind => kind === problem.kind)

/** Whether somebody has to look at a calendar before the letter gets its date. */
export const asksDate = (question: Question): question is DateQuestion => DATE_QUESTIONS.some(kind => kind === question.kind)

export type Issuing = {
  issue: (order: LetterOrder) => Promise<void>
  isBusy: boolean
  problem: DeskProblem | null
  question: Question | null
  /** Answers the question with yes and issues again. */
  goOn: () => Promise<void>
  dismiss: () => void
}

type Asked = { order: LetterOrder; inSpiteOf: string | null; isDateConfirmed: boolean }

/** Issues a letter; a number is given once, and only after every question has been answered. */
export function useIssue(onIssued: (letter: IssuedLetter) => void): Issuing {
  const call = useAct(api.letters.issue)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const question = problem && isQuestion(problem) ? problem : null

  const run = async (next: Asked) => {
    setAsked(next)
    setProblem(null)
    const answer = await call.act({ ...next.order, inSpiteOf: next.inSpiteOf, isDateConfirmed: next.isDateConfirmed })
    if (answer.ok) onIssued(answer.value)
    else setProblem(answer.problem)
  }
  const goOn = async () => {
    if (!asked || !question) return
    if (question.kind === 'similar-letter-valid') await run({ ...asked, inSpiteOf: question.letterId })
    else if (asksDate(question)) await run({ ...asked, isDateConfirmed: true })
    else await run(asked)
  }
  return {
    issue: order => run({ order, inSpiteOf: null, isDateConfirmed: false }),
    isBusy: call.isBusy,
    problem: question ? null : problem,
    question,
    goOn,
    dismiss: () => setProblem(null)
  }
}
