import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPhrase, type Losses, phraseOf } from '#shared/erasure/losses'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { useAct } from '../use-call'

/** The last question: the desk's letter, and how much is lost, have to be typed before another officer confirms. */
export function EraseDialog({ losses, onClose }: { losses: Losses; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const erase = useAct(api.erasure.erase)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const send = async () => {
    const answer = await erase.act({ typed })
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) await queries.invalidateQueries()
  }
  return (
    <FormDialog
      title={t('erasure.dialogTitle')}
      deed={t('erasure.deed')}
      isDanger
      isBusy={erase.isBusy}
      isAllowed={isPhrase(typed, losses)}
      onClose={onClose}
      problem={problem}
      onSubmit={() => void send()}
    >
      {losses.lost > 0 && <Notice tone="bad" title={t('erasure.lost', { count: losses.lost })} />}
      <p>{t('erasure.dialogTeach')}</p>
      <TextField
        label={t('erasure.type', { phrase: phraseOf(losses) })}
        value={typed}
        maxLength={60}
        autoFocus
        autoComplete="off"
        onChange={event => setTyped(event.currentTarget.value)}
      />
      {erase.isBusy && <p role="status">{t('erasure.busy')}</p>}
    </FormDialog>
  )
}
