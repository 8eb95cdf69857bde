import { type Corrected, changedMeanwhile, type DeskProblem } from '../text/problem'
import { type FactOfEach, Facts } from './Facts'
import { ProblemNotice } from './Notice'

type SavingProblemProps<Of extends keyof Corrected> = {
  problem: DeskProblem | null | undefined
  of: Of
  factsOf: (now: Corrected[Of]) => FactOfEach<Corrected[Of]>
}

/** What stood against saving a form; of fields that were changed meanwhile, what stands in them now. */
export function SavingProblem<Of extends keyof Corrected>({ problem, of, factsOf }: SavingProblemProps<Of>) {
  if (!problem) return null
  const changed = changedMeanwhile(problem, of)
  return (
    <ProblemNotice problem={problem}>{changed && <Facts facts={changed.fields.map(field => factsOf(changed.now)[field])} />}</ProblemNotice>
  )
}
