import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { useMay, useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Dialog, FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'

type OpenBookDialogProps = { year: number; onOpened: () => void; onClose: () => void }

/** Opens the letter book of a year, from 1 or from where the paper book stands; a manager does it. */
export function OpenBookDialog({ year, onOpened, onClose }: OpenBookDialogProps) {
  const { t } = useTranslation()
  const may = useMay()
  const unit = useSession().office.unitCode
  const openBook = useAct(api.letters.openBook)
  const [first, setFirst] = useState('1')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const number = /^\d{1,5}$/.test(first.trim()) ? Number(first) : 0
  if (!may(api.letters.openBook))
    return (
      <Dialog title={t('letters.bookTitle', { year, unit })} onClose={onClose} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
        <p>{t('letters.bookAskManager', { unit })}</p>
      </Dialog>
    )
  const save = async () => {
    if (number < 1) return
    const answer = await openBook.act({ year, firstNumber: number })
    if (answer.ok || answer.problem.kind === 'already-open') onOpened()
    else setProblem(answer.problem)
  }
  return (
    <FormDialog
      title={t('letters.bookTitle', { year, unit })}
      deed={t('letters.openBook')}
      isBusy={openBook.isBusy}
      isAllowed={number > 0}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('letters.bookTeach')}</p>
      <TextField
        label={t('letters.firstNumber')}
        hint={t('letters.firstNumberHint')}
        isDigits
        inputMode="numeric"
        maxLength={5}
        autoFocus
        value={first}
        onChange={event => setFirst(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
