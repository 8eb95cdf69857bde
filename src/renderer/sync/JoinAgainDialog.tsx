import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { useDeed } from '../use-deed'

/** The district's server no longer knows this desk: a new code takes it in again, under its letter and with all it holds. */
export function JoinAgainDialog({ server, onClose }: { server: string; onClose: () => void }) {
  const { t } = useTranslation()
  const join = useDeed(api.sync.join, { onDone: onClose })
  const [code, setCode] = useState('')
  return (
    <FormDialog
      title={t('sync.joinAgainTitle')}
      deed={t('sync.join')}
      isBusy={join.isBusy}
      problem={join.problem}
      isAllowed={code.trim() !== ''}
      onClose={onClose}
      onSubmit={() => join.act({ server, code: code.trim() })}
    >
      <p>{t('sync.joinAgainTeach')}</p>
      <TextField
        label={t('sync.joinCode')}
        hint={t('sync.joinCodeHint')}
        isDigits
        maxLength={40}
        autoFocus
        value={code}
        onChange={event => setCode(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
