import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rebuilt } from '#shared/recovery/recovery.contract'
import type { ClosedReason } from '#shared/rpc/call'
import { api } from '../api'
import { EmergencyIntake } from '../intake/EmergencyIntake'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { ProblemNotice } from '../ui/Notice'
import { WayBackDoor } from '../updates/WayBackDoor'
import { useAct } from '../use-call'
import { CodeDoor } from './CodeDoor'
import { KioskExit } from './KioskExit'
import styles from './RecoveryScreen.module.css'

type RecoveryScreenProps = {
  reason: ClosedReason
  dataFolder: string | null
  onAgain: () => Promise<void>
  onRebuilt: (rebuilt: Rebuilt) => void
}

/** What is mended by putting the data together again from what is whole. */
const LOCKED: readonly ClosedReason[] = ['key-missing', 'key-unreadable', 'no-keychain']
const MENDED: readonly ClosedReason[] = ['damaged', 'database-missing', 'work-missing']

/** Shown when the data could not be opened: nothing was touched, what to do now, and the ways out. */
export function RecoveryScreen({ reason, dataFolder, onAgain, onRebuilt }: RecoveryScreenProps) {
  const { t } = useTranslation()
  const tryAgain = useAct(api.recovery.tryAgain)
  const restore = useAct(api.recovery.restore)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const [isIntake, setIntake] = useState(false)
  const [isOlderAsked, setOlderAsked] = useState(false)
  const isMended = MENDED.includes(reason)
  const isLocked = LOCKED.includes(reason)

  const again = async () => {
    const answer = await tryAgain.act({})
    setProblem(answer.ok || answer.problem.kind === 'still-closed' ? null : answer.problem)
    await onAgain()
  }
  const mend = async () => {
    setProblem(null)
    const answer = await restore.act({})
    if (answer.ok) onRebuilt(answer.value)
    else setProblem(answer.problem)
  }
  if (isIntake)
    return (
      <main className={styles.page}>
        <EmergencyIntake onBack={() => setIntake(false)} />
      </main>
    )
  const intakeDoor = (
    <section className={isLocked ? styles.intakeBeside : styles.intake}>
      <div>
        <h2 className={styles.door}>{t(isLocked ? 'intake.door' : 'intake.title')}</h2>
        <p>{t('intake.doorTeach')}</p>
      </div>
      <Button shortcut={KEYS.newTicket} onClick={() => setIntake(true)}>
        {t('intake.begin')}
      </Button>
    </section>
  )
  return (
    <main className={styles.page}>
      <div className={isLocked ? styles.wideSheet : styles.sheet}>
        <h1 className={styles.title}>{t('recovery.title')}</h1>
        <p className={styles.calm}>{t('recovery.nothingOverwritten')}</p>
        {problem && <ProblemNotice problem={problem} />}
        <dl className={isLocked ? styles.factsBeside : styles.facts}>
          <div>
            <dt>{t('recovery.happened')}</dt>
            <dd>{t(`recovery.reasons.${reason}.happened`)}</dd>
          </div>
          <div>
            <dt>{t('recovery.safe')}</dt>
            <dd>{t(`recovery.reasons.${reason}.safe`)}</dd>
          </div>
          <div>
            <dt>{t('recovery.todo')}</dt>
            <dd>{t(`recovery.reasons.${reason}.todo`)}</dd>
          </div>
          {dataFolder && (
            <div>
              <dt>{t('recovery.folder')}</dt>
              <dd className={styles.folder}>{dataFolder}</dd>
            </div>
          )}
        </dl>
        <WayBackDoor />
        {isLocked ? <CodeDoor onOpened={onAgain}>{intakeDoor}</CodeDoor> : reason !== 'in-use' && intakeDoor}
        <div className={styles.foot}>
          {isLocked && <p>{t('recovery.doorAdministrator')}</p>}
          <p role="status">{restore.isBusy ? t('recovery.restoring') : reason === 'in-use' ? t('recovery.paper') : ''}</p>
          <LanguageSwitch />
          <KioskExit />
          {reason === 'newer-version' && (
            <Button
              tone={isOlderAsked ? 'danger' : 'plain'}
              isBusy={restore.isBusy}
              onClick={() => (isOlderAsked ? void mend() : setOlderAsked(true))}
            >
              {t(isOlderAsked ? 'recovery.restoreOlderSure' : 'recovery.restoreOlder')}
            </Button>
          )}
          <Button
            tone={isMended ? 'plain' : 'primary'}
            shortcut={isMended ? undefined : KEYS.primary}
            isBusy={tryAgain.isBusy}
            onClick={() => void again()}
          >
            {t('ui.tryAgain')}
          </Button>
          {isMended && (
            <Button tone="primary" shortcut={KEYS.primary} isBusy={restore.isBusy} onClick={() => void mend()}>
              {t('recovery.restore')}
            </Button>
          )}
        </div>
      </div>
    </main>
  )
}
