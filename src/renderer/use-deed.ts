import { useState } from 'react'
import type { DeskCall } from './api'
import type { DeskProblem } from './text/problem'
import { useNotify } from './ui/notify'
import { useAct } from './use-call'

type Deed<I> = { act: (input: I) => Promise<void>; isBusy: boolean; problem: DeskProblem | null }

/** The one deed of a small form: done, it `says` so in the foot and goes on; what stood against it stays with the form until it is tried again. */
export function useDeed<I, O, P extends DeskProblem>(
  call: DeskCall<I, O, P>,
  { says, onDone }: { says?: (value: O, input: I) => string; onDone: (value: O) => void }
): Deed<I> {
  const notify = useNotify()
  const { act, isBusy } = useAct(call)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  return {
    isBusy,
    problem,
    act: async input => {
      setProblem(null)
      const answer = await act(input)
      if (!answer.ok) return setProblem(answer.problem)
      if (says) notify.done(says(answer.value, input))
      onDone(answer.value)
    }
  }
}
