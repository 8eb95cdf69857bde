import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DOCUMENTS, type Exported } from '#shared/proposals/proposals.contract'
import { api } from '../api'
import { SaveToChoice } from '../files/SaveToChoice'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'

const ANSWER_DAYS = '30'

type ExportDialogProps = { what: 'ready' | { batchId: string; number: string }; onClose: () => void }

/** Where the list goes; then which files lie there. */
export function ExportDialog({ what, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const exportReady = useAct(api.proposals.exportReady)
  const exportAgain = useAct(api.proposals.exportAgain)
  const [to, setTo] = useState<string>(DOCUMENTS)
  const [days, setDays] = useState(ANSWER_DAYS)
  const [done, setDone] = useState<Exported | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const answerDays = /^\d{1,3}$/.test(days.trim()) ? Number(days) : 0
  const isWhole = what !== 'ready' || (answerDays >= 1 && answerDays <= 365)
  const isBusy = exportReady.isBusy || exportAgain.isBusy
  const save = async () => {
    setProblem(null)
    const answer = what === 'ready' ? await exportReady.act({ to, answerDays }) : await exportAgain.act({ batchId: what.batchId, to })
    if (!answer.ok) return setProblem(answer.problem)
    setDone(answer.value)
    setProblem(answer.value.problem)
  }
  if (done)
    return (
      <Dialog
        title={t('proposals.exported', { number: done.number, count: done.count })}
        onClose={onClose}
        actions={
          <Button tone="primary" shortcut={KEYS.primary} autoFocus onClick={onClose}>
            {t('ui.done')}
          </Button>
        }
      >
        {problem && <Notice tone="attention" title={t('proposals.notWritten')} />}
        {problem && <ProblemNotice problem={problem} />}
        <ul>
          {done.files.map(file => (
            <li key={file}>{file}</li>
          ))}
        </ul>
        {done.doubled > 0 && <p>{t('proposals.exportedDoubled', { count: done.doubled })}</p>}
        {done.left > 0 && <p>{t('proposals.exportedLeft', { count: done.left })}</p>}
      </Dialog>
    )
  return (
    <Dialog
      title={what === 'ready' ? t('proposals.exportTitle') : t('proposals.exportAgain', { number: what.number })}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" shortcut={KEYS.primary} isBusy={isBusy} disabled={!isWhole}>
            {t('proposals.exportDeed')}
          </Button>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('proposals.exportTeach')}</p>
      <SaveToChoice to={to} onChange={setTo} />
      {what === 'ready' && (
        <TextField
          label={t('proposals.answerDays')}
          hint={t('proposals.answerDaysHint')}
          error={isWhole ? undefined : t('proposals.answerDaysWrong')}
          isDigits
          inputMode="numeric"
          maxLength={3}
          value={days}
          onChange={event => setDays(event.currentTarget.value)}
        />
      )}
    </Dialog>
  )
}
