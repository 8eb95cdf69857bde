import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS, keyLabel } from '../keys'
import { useMay } from '../session'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { KioskExit } from './KioskExit'
import styles from './ShortcutsDialog.module.css'

const ROWS = [
  [KEYS.shortcuts, 'keyShortcuts'],
  [KEYS.search, 'keySearch'],
  [KEYS.newTicket, 'keyNewTicket'],
  [KEYS.callNext, 'keyCallNext'],
  [KEYS.add, 'keyAdd'],
  [KEYS.edit, 'keyEdit'],
  [KEYS.print, 'keyPrint'],
  [KEYS.next, 'keyNext'],
  [KEYS.finish, 'keyFinish'],
  [KEYS.primary, 'keyPrimary'],
  [KEYS.back, 'keyBack'],
  [KEYS.lookUp, 'keyLookUp'],
  [KEYS.lock, 'keyLock'],
  [KEYS.report, 'keyReport'],
  [`${KEYS.screen[0]} … ${KEYS.screen.length}`, 'keyScreens'],
  [KEYS.sync, 'keySync'],
  ['↑ ↓', 'keyArrows']
] as const

/** Every key of the desk, and what this program is. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <Dialog
      title={t('shell.shortcuts')}
      width={800}
      onClose={onClose}
      actions={
        <>
          {may(api.screens.leaveKiosk) && <KioskExit />}
          <Button onClick={onClose}>{t('ui.close')}</Button>
        </>
      }
    >
      <p>{t('shell.shortcutsLead')}</p>
      <dl className={styles.keys}>
        {ROWS.map(([key, text]) => (
          <div key={key}>
            <dt>
              <strong>{keyLabel(key)}</strong>
            </dt>
            <dd>{t(`shell.${text}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.about}>
        <strong>{t('shell.product')}</strong>. {t('shell.aboutText')}
      </p>
    </Dialog>
  )
}
