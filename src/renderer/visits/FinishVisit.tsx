import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { lacksEnding } from '#shared/cases/case'
import type { CaseLine } from '#shared/cases/cases.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import styles from './FinishVisit.module.css'

/** Ends the visit once every case has an ending; until then it says what is missing. Whoever has no case yet can wait again. */
export function FinishVisit({ visitId, cases }: { visitId: string; cases: readonly CaseLine[] }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const navigate = useNavigate()
  const finish = useAct(api.cases.finishVisit)
  const sendBack = useAct(api.visits.sendBack)
  const missing = cases.filter(lacksEnding)
  const isReady = cases.length > 0 && missing.length === 0
  const run = async () => {
    const answer = await finish.act({ visitId })
    if (!answer.ok) return notify.problem(answer.problem)
    notify.done(t('visits.finished', { ticket: answer.value.ticket }))
    await navigate({ to: '/' })
  }
  const putBack = async () => {
    const answer = await sendBack.act({ visitId })
    if (!answer.ok) return notify.problem(answer.problem)
    notify.done(t('visits.sentBack', { ticket: answer.value.ticket }))
    await navigate({ to: '/' })
  }
  return (
    <div className={styles.finish}>
      {cases.length === 0 && (
        <Button tone="plain" isWide isBusy={sendBack.isBusy} onClick={() => void putBack()}>
          {t('visits.sendBack')}
        </Button>
      )}
      {!isReady && (
        <p className={styles.missing}>
          {cases.length === 0 ? t('visits.finishNoCase') : t('visits.finishMissing', { count: missing.length })}
        </p>
      )}
      <Button isWide shortcut={KEYS.finish} disabled={!isReady} isBusy={finish.isBusy} onClick={() => void run()}>
        {t('visits.finish')}
      </Button>
    </div>
  )
}
