import { IconDatabase } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupState } from '#shared/backups/backups.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { useMay } from '../session'
import type { DeskProblem } from '../text/problem'
import { problemText } from '../text/problem-text'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import styles from '../ui/settings.module.css'
import { useAct, useCall } from '../use-call'
import { BackupStickDialog } from './BackupStickDialog'
import { RecoveryCode } from './RecoveryCode'
import { SecondJournal } from './SecondJournal'
import { SetAsides } from './SetAsides'
import { TestResult, TestRunning } from './TestResult'

/** The copies of this desk's data: when they were made, whether the last trial restore went well, and which stick they go to. */
export function BackupSettings() {
  const { t } = useTranslation()
  const may = useMay()
  const format = useFormat()
  const notify = useNotify()
  const state = useCall(api.backups.state, {})
  const make = useAct(api.backups.make)
  const test = useAct(api.backups.test)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const [isOnStick, setOnStick] = useState(false)
  const { backups = [], lastTest = null, stick = null, problem: lastProblem = null } = state.value ?? {}

  const makeNow = async () => {
    const answer = await make.act({})
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) notify.done(t('backups.made'))
  }
  const tryNow = async () => {
    const answer = await test.act({})
    setProblem(answer.ok ? null : answer.problem)
  }
  const shown = problem ?? lastProblem
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <p className={styles.soft}>{t('backups.teach')}</p>
        <div className={styles.actions}>
          {may(api.backups.copyToStick) && <Button onClick={() => setOnStick(true)}>{t('backups.toStick')}</Button>}
          {may(api.backups.test) && (
            <Button isBusy={test.isBusy} disabled={backups.length === 0} onClick={() => void tryNow()}>
              {t('backups.test')}
            </Button>
          )}
          <Button tone="primary" shortcut={KEYS.add} isBusy={make.isBusy} onClick={() => void makeNow()}>
            {t('backups.make')}
          </Button>
        </div>
      </div>
      {shown && <ProblemNotice problem={shown} />}
      {state.value?.isOld && <Notice tone="bad" title={t('backups.old')} />}
      {test.isBusy ? <TestRunning /> : lastTest && <TestResult test={lastTest} />}
      {state.value && <RecoveryCode {...state.value} />}
      {state.value && (
        <p className={styles.soft}>
          {state.value.districtSince === null
            ? t('backups.districtNone')
            : t('backups.districtSince', { when: format.moment(state.value.districtSince) })}
        </p>
      )}
      {state.value && <SecondJournal second={state.value.secondJournal} onPlaced={state.again} />}
      {state.value?.stickProblem && <StickFailed {...state.value.stickProblem} />}
      {stick ? (
        <p className={styles.soft}>{t('backups.stickLast', { name: stick.name, when: format.moment(stick.copiedAt) })}</p>
      ) : (
        <p className={styles.soft}>{t('backups.stickNone')}</p>
      )}
      {may(api.backups.setAside) && <SetAsides />}
      {state.value && backups.length === 0 && (
        <EmptyState icon={<IconDatabase aria-hidden="true" />} title={t('backups.none')}>
          {t('backups.noneTeach')}
        </EmptyState>
      )}
      {backups.length > 0 && (
        <Card title={t('backups.shelf')}>
          {backups.map(({ name, madeAt, changes, bytes }) => (
            <div key={name} className={styles.line}>
              <p className={styles.grow}>
                <span className={styles.name}>{format.moment(madeAt)}</span>
              </p>
              <p className={styles.soft}>{t('backups.holds', { count: changes, size: format.size(bytes) })}</p>
            </div>
          ))}
        </Card>
      )}
      {isOnStick && <BackupStickDialog onClose={() => setOnStick(false)} />}
    </div>
  )
}

function StickFailed({ name, problem }: NonNullable<BackupState['stickProblem']>) {
  const { t, i18n } = useTranslation()
  const { happened, safe, todo } = problemText(problem, i18n.language)
  return (
    <Notice tone="bad" title={t('backups.stickFailed', { name })}>
      <p>
        {happened} {safe} {todo}
      </p>
    </Notice>
  )
}
