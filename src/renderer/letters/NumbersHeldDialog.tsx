import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { useMay } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Dialog, FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { useAct } from '../use-call'

type NumbersHeldDialogProps = { onConfirmed: () => void; onClose: () => void }

/** The book goes on from the last number on paper, which a manager has looked up. */
export function NumbersHeldDialog({ onConfirmed, onClose }: NumbersHeldDialogProps) {
  const { t } = useTranslation()
  const may = useMay()
  const confirm = useAct(api.letters.confirmNumbers)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const isNumber = /^\d{1,5}$/.test(typed.trim())
  if (!may(api.letters.confirmNumbers))
    return (
      <Dialog title={t('letters.heldTitle')} onClose={onClose} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
        <p>{t('letters.heldAskManager')}</p>
      </Dialog>
    )
  const save = async () => {
    if (!isNumber) return
    const answer = await confirm.act({ lastNumber: Number(typed) })
    if (answer.ok || answer.problem.kind === 'numbering-not-held') onConfirmed()
    else setProblem(answer.problem)
  }
  return (
    <FormDialog
      title={t('letters.heldTitle')}
      deed={t('letters.heldConfirm')}
      isBusy={confirm.isBusy}
      isAllowed={isNumber}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{t('letters.heldTeach')}</p>
      <TextField
        label={t('letters.lastOnPaper')}
        hint={t('letters.lastOnPaperHint')}
        isDigits
        inputMode="numeric"
        maxLength={5}
        autoFocus
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
