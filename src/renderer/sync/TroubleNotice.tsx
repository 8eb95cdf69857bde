import type { ProblemSentences } from '../text/problem'
import { Notice } from '../ui/Notice'

/** What happened, what is safe and what to do, for a trouble that stops nobody at the counter. */
export function TroubleNotice({ tone = 'attention', says }: { tone?: 'attention' | 'bad'; says: ProblemSentences }) {
  return (
    <Notice tone={tone} title={says.happened}>
      <p>
        {says.safe} {says.todo}
      </p>
    </Notice>
  )
}
