import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import { useTyped } from '../use-typed'

/** A further paper of an issued letter: who takes it and why; `SALINAN` and its number are printed over it. */
export function CopyDialog({ letter, printer, onClose }: { letter: IssuedLetter; printer: string; onClose: () => void }) {
  const { t } = useTranslation()
  const copy = useAct(api.letters.printCopy)
  const [reason, setReason] = useTyped(`letter-copy ${letter.id} reason`, '')
  const [takenBy, setTakenBy] = useTyped(`letter-copy ${letter.id} takenBy`, letter.facts.resident.name)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const isReady = reason.trim() !== '' && takenBy.trim() !== ''
  const save = async () => {
    if (!isReady) return
    const answer = await copy.act({ letterId: letter.id, printer, reason, takenBy })
    if (answer.ok) onClose()
    else setProblem(answer.problem)
  }
  return (
    <FormDialog
      title={t('letters.copyTitle')}
      deed={t('letters.printCopy')}
      isBusy={copy.isBusy}
      isAllowed={isReady}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('letters.copyMeans')}</p>
      <TextField
        label={t('letters.copyReason')}
        hint={t('letters.copyReasonHint')}
        maxLength={200}
        autoFocus
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <TextField label={t('letters.takenBy')} maxLength={100} value={takenBy} onChange={event => setTakenBy(event.currentTarget.value)} />
    </FormDialog>
  )
}
