import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Erased } from '#shared/recovery/recovery.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { KioskExit } from '../shell/KioskExit'
import styles from '../shell/RecoveryScreen.module.css'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Facts } from '../ui/Facts'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { ProblemNotice } from '../ui/Notice'
import { useAct, useCall } from '../use-call'

/** Shown in place of everything else at a PC that was erased: what is gone, what is to be done elsewhere, and the one way to use it again. */
export function ErasedScreen({ reason, onAgain }: { reason: 'erased' | 'not-erased'; onAgain: () => Promise<void> }) {
  const { t } = useTranslation()
  const erased = useCall(api.recovery.erased, {})
  const tryAgain = useAct(api.recovery.tryAgain)
  const beginAnew = useAct(api.recovery.beginAnew)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const isErased = reason === 'erased'
  const left = erased.value?.left ?? []
  const goOn = async () => {
    const answer = await tryAgain.act({})
    setProblem(answer.ok || answer.problem.kind === 'still-closed' ? null : answer.problem)
    await Promise.all([onAgain(), erased.again()])
  }
  const begin = async () => {
    const answer = await beginAnew.act({})
    setProblem(answer.ok ? null : answer.problem)
    await onAgain()
  }
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <h1 className={styles.title}>{t(isErased ? 'erasure.erasedTitle' : 'erasure.unfinishedTitle')}</h1>
        <p className={styles.calm}>{t(`recovery.reasons.${reason}.happened`)}</p>
        <p>
          {t(`recovery.reasons.${reason}.safe`)} {t(`recovery.reasons.${reason}.todo`)}
        </p>
        {problem && <ProblemNotice problem={problem} />}
        <div className={styles.facts}>
          {erased.value && <ErasedFacts erased={erased.value} />}
          <p>{t('erasure.paperRegister')}</p>
          <p>{t('erasure.paperCode')}</p>
          <p>{t('erasure.paperOwn')}</p>
        </div>
        <div className={styles.foot}>
          <LanguageSwitch />
          <KioskExit />
          {(!isErased || left.length > 0) && (
            <Button shortcut={isErased ? undefined : KEYS.primary} isBusy={tryAgain.isBusy} onClick={() => void goOn()}>
              {t('ui.tryAgain')}
            </Button>
          )}
          {isErased && (
            <Button isBusy={beginAnew.isBusy} onClick={() => void begin()}>
              {t('erasure.beginAnew')}
            </Button>
          )}
        </div>
      </div>
    </main>
  )
}

function ErasedFacts({ erased: { at, deskCode, district, isTold, left } }: { erased: NonNullable<Erased> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = district === null ? 'erasure.alone' : isTold ? 'erasure.isTold' : 'erasure.notTold'
  return (
    <Facts
      facts={[
        [t('erasure.which'), deskCode],
        [t('erasure.when'), format.moment(at)],
        [
          t('erasure.told'),
          <span key="told" className={styles.folder}>
            {t(told, { district: district ?? '', desk: deskCode })}
          </span>
        ],
        ...(left.length > 0
          ? [
              [
                t('erasure.left'),
                <span key="left" className={styles.folder}>
                  {left.slice(0, 5).join(' ')} {t('erasure.leftTeach')}
                </span>
              ] as const
            ]
          : [])
      ]}
    />
  )
}
