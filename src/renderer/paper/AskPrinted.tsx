import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintAttempt } from '#shared/letters/issued-letter'
import { api } from '../api'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'

type AskPrintedProps = { attempt: PrintAttempt; onAnswered: (attempt: PrintAttempt) => void }

/** "Did the paper come out well?" A spooler that says "done" proves no paper, so the officer is asked. */
export function AskPrinted({ attempt, onAnswered }: AskPrintedProps) {
  const { t } = useTranslation()
  const answer = useAct(api.letters.answerPrint)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const say = async (said: 'printed' | 'failed' | 'cancelled') => {
    const result = await answer.act({ attemptId: attempt.id, answer: said, reason: null })
    if (result.ok) onAnswered(result.value)
    else setProblem(result.problem)
  }
  return (
    <Notice
      tone="attention"
      title={t('letters.cameOut')}
      actions={
        <>
          <Button tone="primary" shortcut={KEYS.primary} isBusy={answer.isBusy} onClick={() => void say('printed')}>
            {t('letters.cameOutYes')}
          </Button>
          <Button isBusy={answer.isBusy} onClick={() => void say('failed')}>
            {t('letters.cameOutNo')}
          </Button>
          <Button tone="plain" isBusy={answer.isBusy} onClick={() => void say('cancelled')}>
            {t('letters.cancelPrint')}
          </Button>
        </>
      }
    >
      <p>
        {attempt.reason === 'no-answer' || attempt.reason === 'cut-off'
          ? t(`letters.askReason.${attempt.reason}`)
          : t('letters.sentTo', { printer: attempt.printer })}
      </p>
      {problem && <ProblemNotice problem={problem} />}
    </Notice>
  )
}
