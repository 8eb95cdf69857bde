import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupState } from '#shared/backups/backups.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { CodeOnScreen } from './CodeOnScreen'
import { KeepCodeDialog } from './KeepCodeDialog'

/** Whether the data have a code that opens them without this computer's account, and the making of a new one. */
type RecoveryCodeProps = Pick<BackupState, 'codeMadeAt' | 'newCodeMadeAt'>

export function RecoveryCode({ codeMadeAt: madeAt, newCodeMadeAt }: RecoveryCodeProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const make = useAct(api.backups.makeCode)
  const notify = useNotify()
  const [isKeeping, setKeeping] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [made, setMade] = useState<{ code: string; words: string[] } | null>(null)
  const makeNow = async () => {
    const answer = await make.act({})
    setAsking(false)
    if (answer.ok) setMade(answer.value)
  }
  const kept = () => {
    setMade(null)
    setKeeping(false)
    notify.done(t('backups.kept'))
  }
  const button = may(api.backups.makeCode) && <Button onClick={() => setAsking(true)}>{t('backups.codeMake')}</Button>
  return (
    <>
      {madeAt === null ? (
        <Notice tone="attention" title={t('backups.codeNone')} actions={button}>
          <p>{t('backups.codeNoneTeach')}</p>
        </Notice>
      ) : (
        <Notice title={t('backups.codeSince', { when: format.moment(madeAt) })} actions={button} />
      )}
      {newCodeMadeAt !== null && !made && (
        <Notice
          tone="attention"
          title={t('backups.newCodeSince', { when: format.moment(newCodeMadeAt) })}
          actions={may(api.backups.keepCode) && <Button onClick={() => setKeeping(true)}>{t('backups.keepTitle')}</Button>}
        >
          <p>{t(madeAt === null ? 'backups.newCodeFirst' : 'backups.newCodeTeach')}</p>
        </Notice>
      )}
      {isKeeping && <KeepCodeDialog made={null} onClose={() => setKeeping(false)} onKept={kept} />}
      {isAsking && (
        <Dialog
          title={t('backups.codeMake')}
          onClose={() => setAsking(false)}
          actions={
            <Button tone="primary" shortcut={KEYS.primary} isBusy={make.isBusy} onClick={() => void makeNow()}>
              {t('backups.codeMakeNow')}
            </Button>
          }
        >
          <p>{t('backups.codeTeach')}</p>
        </Dialog>
      )}
      {made && <CodeOnScreen {...made} onDone={() => setMade(null)} onKept={kept} />}
    </>
  )
}
