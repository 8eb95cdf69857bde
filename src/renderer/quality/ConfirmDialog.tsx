import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QualityLine } from '#shared/quality/quality.contract'
import type { CheckableFlaw } from '#shared/residents/flaw-check'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { useDeed } from '../use-deed'

type ConfirmDialogProps = {
  kind: CheckableFlaw
  line: QualityLine
  /** What was said of the one before: lists are worked off with the same answer again and again. */
  reason: string
  onConfirmed: (reason: string) => void
  onClose: () => void
}

/** What looks wrong is right as it is: on what the officer saw it. */
export function ConfirmDialog({ kind, line, reason, onConfirmed, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation()
  const confirm = useDeed(api.quality.confirm, {
    says: () => t('quality.confirmed', { name: line.name }),
    onDone: () => onConfirmed(typed.trim())
  })
  const [typed, setTyped] = useState(reason)
  const isAllowed = typed.trim().length >= 3
  const save = async () => {
    if (!isAllowed) return
    await confirm.act({ residentId: line.residentId, kind, reason: typed.trim() })
  }
  return (
    <FormDialog
      title={t('quality.confirmTitle', { name: line.name })}
      deed={t('quality.confirm')}
      isBusy={confirm.isBusy}
      problem={confirm.problem}
      isAllowed={isAllowed}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{t('quality.confirmTeach', { kind: t(`codes.qualityKind.${kind}`) })}</p>
      <TextField
        label={t('quality.confirmReason')}
        hint={t('quality.confirmReasonHint')}
        autoFocus
        maxLength={200}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
