import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Losses } from '#shared/erasure/losses'
import { api } from '../api'
import { BackupStickDialog } from '../backups/BackupStickDialog'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Facts } from '../ui/Facts'
import { Notice, ProblemNotice } from '../ui/Notice'
import styles from '../ui/settings.module.css'
import { useAct, useCall } from '../use-call'
import { EraseDialog } from './EraseDialog'

/** Erasing this PC: what would be lost, how it gets elsewhere first, and what paper is to be kept. */
export function DeviceSettings() {
  const { t } = useTranslation()
  const { value: losses, problem, again } = useCall(api.erasure.losses, {})
  const send = useAct(api.sync.sendNow)
  const make = useAct(api.backups.make)
  const [failed, setFailed] = useState<DeskProblem | null>(null)
  const [open, setOpen] = useState<'stick' | 'erase' | null>(null)
  if (problem) return <ProblemNotice problem={problem} />
  if (!losses) return <p role="status">{t('ui.loading')}</p>
  const toStick = async () => {
    const made = await make.act({})
    setFailed(made.ok ? null : made.problem)
    if (made.ok) setOpen('stick')
  }
  const close = () => {
    setOpen(null)
    void again()
  }
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <p className={styles.soft}>{t('erasure.teach')}</p>
        <div className={styles.actions}>
          <Button tone="danger" shortcut={KEYS.add} onClick={() => setOpen('erase')}>
            {t('erasure.deed')}
          </Button>
        </div>
      </div>
      {failed && <ProblemNotice problem={failed} />}
      {losses.lost === 0 ? (
        <Notice
          tone="good"
          title={losses.district === null ? t('erasure.nothingLost') : t('erasure.nothingLostDistrict', { district: losses.district })}
        />
      ) : (
        <Notice
          tone="bad"
          title={t('erasure.lost', { count: losses.lost })}
          actions={
            <>
              {losses.district !== null && (
                <Button isBusy={send.isBusy} onClick={() => void send.act({}).then(again)}>
                  {t('erasure.sendNow')}
                </Button>
              )}
              <Button isBusy={make.isBusy} onClick={() => void toStick()}>
                {t('erasure.toStick')}
              </Button>
            </>
          }
        >
          <p>{t(losses.district === null ? 'erasure.lostTodoAlone' : 'erasure.lostTodoDistrict')}</p>
        </Notice>
      )}
      <Card title={t('erasure.onlyHere')}>
        <LossFacts losses={losses} />
      </Card>
      <Card title={t('erasure.paperTitle')}>
        <p>{t('erasure.paperRegister')}</p>
        <p>{t('erasure.paperCode')}</p>
        <p>{t('erasure.paperOwn')}</p>
      </Card>
      {open === 'stick' && <BackupStickDialog onClose={close} />}
      {open === 'erase' && <EraseDialog losses={losses} onClose={close} />}
    </div>
  )
}

function LossFacts({ losses: { district, unsent, attachments, drafts, intake, stick } }: { losses: Losses }) {
  const { t } = useTranslation()
  const format = useFormat()
  const facts = { name: stick?.name, when: stick && format.moment(stick.copiedAt), count: stick?.missing ?? 0 }
  return (
    <Facts
      facts={[
        [t(district === null ? 'erasure.unsentAlone' : 'erasure.unsent'), format.number(unsent)],
        [t('erasure.attachments'), format.number(attachments)],
        [t('erasure.drafts'), format.number(drafts)],
        [t('erasure.intake'), format.number(intake)],
        [t('erasure.stick'), stick ? t(stick.missing === 0 ? 'erasure.stickWhole' : 'erasure.stickMissing', facts) : t('erasure.stickNone')]
      ]}
    />
  )
}
