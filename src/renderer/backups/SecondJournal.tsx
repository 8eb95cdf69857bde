import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SecondJournal as Second } from '#shared/backups/backups.contract'
import { api } from '../api'
import { usePickedDrive } from '../files/use-drives'
import { useMay } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { useAct } from '../use-call'

/** Whether the journal is kept on another disk as well, and the choosing of that disk. */
export function SecondJournal({ second, onPlaced }: { second: Second | null; onPlaced: () => Promise<void> }) {
  const { t } = useTranslation()
  const may = useMay()
  const [isChoosing, setChoosing] = useState(false)
  const button = may(api.backups.placeJournal) && <Button onClick={() => setChoosing(true)}>{t('backups.secondChoose')}</Button>
  return (
    <>
      {second === null ? (
        <Notice title={t('backups.secondNone')} actions={button}>
          <p>{t('backups.secondNoneTeach')}</p>
        </Notice>
      ) : (
        <Notice
          tone={second.state === 'well' ? 'good' : 'attention'}
          title={t(`backups.second.${second.state}`, { path: second.path })}
          actions={button}
        />
      )}
      {isChoosing && (
        <ChooseDialog
          onClose={() => setChoosing(false)}
          onPlaced={async () => {
            setChoosing(false)
            await onPlaced()
          }}
        />
      )}
    </>
  )
}

function ChooseDialog({ onClose, onPlaced }: { onClose: () => void; onPlaced: () => Promise<void> }) {
  const { t } = useTranslation()
  const place = useAct(api.backups.placeJournal)
  const { drives, drive, pick } = usePickedDrive()
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const save = async () => {
    if (!drive) return
    const answer = await place.act({ drive: drive.path })
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) await onPlaced()
  }
  return (
    <FormDialog
      title={t('backups.secondChoose')}
      deed={t('backups.secondSave')}
      isBusy={place.isBusy}
      isAllowed={drive !== undefined}
      onClose={onClose}
      problem={problem}
      onSubmit={() => void save()}
    >
      <p>{t('backups.secondTeach')}</p>
      {drives.length === 0 ? (
        <Notice title={t('backups.secondPlug')} />
      ) : (
        <Choice
          legend={t('backups.secondDrive')}
          inColumn
          value={drive?.path ?? null}
          onChange={pick}
          options={drives.map(({ path, name }) => ({ value: path, label: name, more: path }))}
        />
      )}
    </FormDialog>
  )
}
