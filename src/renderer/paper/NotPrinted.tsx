import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintAttempt } from '#shared/letters/issued-letter'
import { Notice } from '../ui/Notice'

const REASONS = ['stopped', 'no-printer', 'rejected', 'spooler-down'] as const

/** Why the last try brought no paper and what to do about it; `children` say what a further one prints. */
export function NotPrinted({ attempt, children }: { attempt: PrintAttempt; children?: ReactNode }) {
  const { t } = useTranslation()
  const why = attempt.status === 'cancelled' ? 'cancelled' : (REASONS.find(reason => reason === attempt.reason) ?? 'unclear')
  return (
    <Notice tone="attention" title={t(`letters.notPrinted.${why}`, { printer: attempt.printer })}>
      <p>{t(`letters.notPrintedTodo.${why}`)}</p>
      {children}
    </Notice>
  )
}
