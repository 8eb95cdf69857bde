import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import styles from '../shell/RecoveryScreen.module.css'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { ProblemNotice } from '../ui/Notice'
import { useAct, useCall } from '../use-call'

/** Shown when a version that was just installed cannot open the data: the version before, which could. */
export function WayBackDoor() {
  const { t } = useTranslation()
  const way = useCall(api.recovery.wayBack, {}).value
  const goBack = useAct(api.recovery.goBack)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  if (!way) return null
  const go = async () => {
    const answer = await goBack.act({})
    setProblem(answer.ok ? null : answer.problem)
    setLeaving(answer.ok)
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <section className={styles.intake}>
        <div>
          <h2 className={styles.door}>{t('updates.backTitle', { version: way.version })}</h2>
          <p>{t(way.hasInstaller ? 'updates.backTeach' : 'updates.backByHand', { version: way.version })}</p>
          {isLeaving && <p role="status">{t('updates.busy')}</p>}
        </div>
        {way.hasInstaller && (
          <Button isBusy={goBack.isBusy || isLeaving} onClick={() => void go()}>
            {t('updates.back', { version: way.version })}
          </Button>
        )}
      </section>
    </>
  )
}
