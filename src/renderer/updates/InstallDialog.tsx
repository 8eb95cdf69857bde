import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { useAct } from '../use-call'
import styles from './InstallDialog.module.css'

/** The last word before the program ends to be another one: what will happen, in what order. */
export function InstallDialog({ version, onClose }: { version: string; onClose: () => void }) {
  const { t } = useTranslation()
  const install = useAct(api.updates.install)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const start = async () => {
    setProblem(null)
    const answer = await install.act({})
    if (answer.ok) setLeaving(true)
    else setProblem(answer.problem)
  }
  return (
    <FormDialog
      title={t('updates.sure', { version })}
      deed={t('updates.sureDeed')}
      isBusy={install.isBusy || isLeaving}
      onClose={onClose}
      problem={problem}
      onSubmit={() => void start()}
    >
      <ol className={styles.steps}>
        <li>{t('updates.stepCopy')}</li>
        <li>{t('updates.stepClose')}</li>
        <li>{t('updates.stepAllow')}</li>
        <li>{t('updates.stepSignIn')}</li>
      </ol>
      <p>{t('updates.safe')}</p>
      {(install.isBusy || isLeaving) && <p role="status">{t('updates.busy')}</p>}
    </FormDialog>
  )
}
