import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetAside } from '#shared/backups/set-aside'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/Dialog'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import styles from '../ui/settings.module.css'
import { useAct, useCall } from '../use-call'

/** What recoveries have set aside on this PC, whether all of it is back, and the shredding of it; nothing where there is none. */
export function SetAsides() {
  const { t } = useTranslation()
  const format = useFormat()
  const notify = useNotify()
  const { value: found = [], problem, again } = useCall(api.backups.setAside, {})
  const [asked, setAsked] = useState<SetAside | null>(null)
  if (problem) return <ProblemNotice problem={problem} />
  if (found.length === 0) return null
  const close = async (isGone: boolean) => {
    setAsked(null)
    if (isGone) notify.done(t('backups.asideGone'))
    await again()
  }
  return (
    <Card title={t('backups.aside')}>
      <p className={styles.soft}>{t('backups.asideTeach')}</p>
      {found.map(one => (
        <div key={one.name} className={styles.line}>
          <div className={styles.grow}>
            <p className={styles.name}>
              {t(`backups.asideLine.${one.place}`, { when: format.moment(one.at), size: format.size(one.bytes) })}
            </p>
            <p className={styles.soft}>
              <Brought {...one} />
            </p>
          </div>
          <Button tone="danger" onClick={() => setAsked(one)}>
            {t('backups.asideShred')}
          </Button>
        </div>
      ))}
      {asked && <ShredDialog aside={asked} onClose={close} />}
    </Card>
  )
}

function Brought({ brought, missing }: SetAside) {
  const { t } = useTranslation()
  return missing > 0 ? t('backups.asideMissing', { count: missing }) : t(`backups.asideBrought.${brought}`)
}

function ShredDialog({ aside, onClose }: { aside: SetAside; onClose: (isGone: boolean) => Promise<void> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const shred = useAct(api.backups.shredSetAside)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const send = async () => {
    const answer = await shred.act({ name: aside.name })
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) await onClose(true)
  }
  return (
    <FormDialog
      title={t('backups.asideDialog', { when: format.moment(aside.at) })}
      deed={t('backups.asideShred')}
      isDanger
      isBusy={shred.isBusy}
      problem={problem}
      onClose={() => void onClose(false)}
      onSubmit={() => void send()}
    >
      <Notice tone={aside.brought === 'all' ? 'good' : 'bad'} title={<Brought {...aside} />} />
      <p>{t('backups.asideDialogTeach')}</p>
      {shred.isBusy && <p role="status">{t('backups.asideBusy')}</p>}
    </FormDialog>
  )
}
