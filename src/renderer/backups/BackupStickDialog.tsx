import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { usePickedDrive } from '../files/use-drives'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'

/** Chooses the stick that gets a copy now and every later one while it is in. */
export function BackupStickDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const notify = useNotify()
  const copy = useAct(api.backups.copyToStick)
  const { drives, drive, pick } = usePickedDrive()
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const save = async () => {
    if (!drive) return
    const answer = await copy.act({ drive: drive.path })
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    notify.done(t('backups.onStick'))
    onClose()
  }
  return (
    <Dialog
      title={t('backups.toStick')}
      onClose={() => !copy.isBusy && onClose()}
      actions={
        <Button tone="primary" shortcut={KEYS.primary} isBusy={copy.isBusy} disabled={!drive} onClick={() => void save()}>
          {t('backups.stickSave')}
        </Button>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {copy.isBusy ? <Notice tone="attention" title={t('backups.stickBusy')} /> : <p>{t('backups.stickTeach')}</p>}
      {drives.length === 0 ? (
        <Notice title={t('backups.stickPlug')} />
      ) : (
        <Choice
          legend={t('backups.stickChoose')}
          inColumn
          value={drive?.path ?? null}
          onChange={pick}
          options={drives.map(({ path, name, freeBytes }) => ({
            value: path,
            label: name,
            more: t('sync.stickFree', { path, size: format.size(freeBytes) })
          }))}
        />
      )}
    </Dialog>
  )
}
