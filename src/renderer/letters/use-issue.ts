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

/** What stands between an order and its number. */
export type Questions = {
  isBusy: boolean
  problem: DeskProblem | null
  question: Question | null
  /** Answers the question with yes and issues again. */
  goOn: () => Promise<void>
  dismiss: () => void
}
export type Issuing<O> = Questions & { issue: (order: O) => Promise<void> }

/** The change that came back. */
type Returned = { change: string }
type Answers = { inSpiteOf: string | null; isDateConfirmed: boolean }
type Numbers<O> = {
  act: (order: O & Answers) => Promise<{ ok: true; value: IssuedLetter } | { ok: false; problem: DeskProblem }>
  isBusy: boolean
}

/** Issues a letter; a number is given once, and only after every question has been answered. */
export const useIssue = (onIssued: (letter: IssuedLetter) => void): Issuing<LetterOrder> =>
  useQuestions<LetterOrder>(useAct(api.letters.issue), onIssued)

/** The same for one that came back because another has its number. */
export const useIssueAnew = (onIssued: (letter: IssuedLetter) => void): Issuing<Returned> =>
  useQuestions<Returned>(useAct(api.letters.issueAnew), onIssued)

function useQuestions<O>(call: Numbers<O>, onIssued: (letter: IssuedLetter) => void): Issuing<O> {
  const [asked, setAsked] = useState<(Answers & { order: O }) | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const question = problem && isQuestion(problem) ? problem : null

  const run = async (next: Answers & { order: O }) => {
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
