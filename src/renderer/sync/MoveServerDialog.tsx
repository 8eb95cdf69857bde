import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { useDeed } from '../use-deed'

/** The district's server has moved: its new address is typed, and believed once this district has answered there. */
export function MoveServerDialog({ server, onClose }: { server: string; onClose: () => void }) {
  const { t } = useTranslation()
  const move = useDeed(api.sync.moveServer, { says: () => t('sync.moved'), onDone: onClose })
  const [typed, setTyped] = useState(server)
  return (
    <FormDialog
      title={t('sync.moveTitle')}
      deed={t('sync.moveDeed')}
      isBusy={move.isBusy}
      problem={move.problem}
      isAllowed={typed.trim() !== '' && typed.trim() !== server}
      onClose={onClose}
      onSubmit={() => move.act({ server: typed.trim() })}
    >
      <p>{t('sync.moveTeach')}</p>
      <TextField
        label={t('sync.joinServer')}
        hint={t('sync.joinServerHint')}
        inputMode="url"
        maxLength={200}
        autoFocus
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
