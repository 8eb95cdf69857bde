import { useTranslation } from 'react-i18next'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { useDeed } from '../use-deed'
import { useTyped } from '../use-typed'

/** Voids a letter for good: its number stays in the book with the reason. */
export function VoidDialog({ letter, onClose }: { letter: IssuedLetter; onClose: () => void }) {
  const { t } = useTranslation()
  const call = useDeed(api.letters.void, { says: () => t('letters.voided', { number: letter.number }), onDone: onClose })
  const [reason, setReason] = useTyped(`letter-void ${letter.id} reason`, '')
  const save = async () => {
    if (reason.trim() === '') return
    await call.act({ letterId: letter.id, reason })
  }
  return (
    <FormDialog
      title={t('letters.voidTitle', { number: letter.number })}
      deed={t('letters.void')}
      isDanger
      isBusy={call.isBusy}
      problem={call.problem}
      isAllowed={reason.trim() !== ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{t('letters.voidTeach')}</p>
      <TextArea
        label={t('letters.voidReason')}
        rows={3}
        maxLength={300}
        autoFocus
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
