import { useTranslation } from 'react-i18next'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { useDeed } from '../use-deed'
import { useTyped } from '../use-typed'

/** A further paper of an issued letter: who takes it and why; `SALINAN` and its number are printed over it. */
export function CopyDialog({ letter, printer, onClose }: { letter: IssuedLetter; printer: string; onClose: () => void }) {
  const { t } = useTranslation()
  const copy = useDeed(api.letters.printCopy, { onDone: onClose })
  const [reason, setReason] = useTyped(`letter-copy ${letter.id} reason`, '')
  const [takenBy, setTakenBy] = useTyped(`letter-copy ${letter.id} takenBy`, letter.facts.resident.name)
  const isReady = reason.trim() !== '' && takenBy.trim() !== ''
  const save = async () => {
    if (!isReady) return
    await copy.act({ letterId: letter.id, printer, reason, takenBy })
  }
  return (
    <FormDialog
      title={t('letters.copyTitle')}
      deed={t('letters.printCopy')}
      isBusy={copy.isBusy}
      problem={copy.problem}
      isAllowed={isReady}
      onSubmit={() => void save()}
      onClose={onClose}
    >
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
