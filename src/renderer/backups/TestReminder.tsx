import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RestoreTest } from '#shared/backups/backups.contract'
import { WHY_POSTPONED, type WhyPostponed } from '#shared/backups/due'
import { api } from '../api'
import { useMay } from '../session'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useAct, useCall } from '../use-call'
import { TestResult, TestRunning } from './TestResult'

/** Asks whoever answers for the data to try a restore when that is a month overdue; it goes away when one was tried, or was put off for a reason. */
export function TestReminder() {
  const may = useMay()
  const state = useCall(api.backups.state, {}, { enabled: may(api.backups.test) })
  const [isOpen, setOpen] = useState(true)
  const due = state.value?.testDue
  const [wasDue, setWasDue] = useState(false)
  if (due && !due.postponed && !wasDue) setWasDue(true)
  // its result stays in sight after the reason for it is gone
  if (!isOpen || !wasDue || !may(api.backups.test)) return null
  return <ReminderDialog lastGoodAt={due?.lastGoodAt ?? null} onDone={() => setOpen(false)} />
}

function ReminderDialog({ lastGoodAt, onDone }: { lastGoodAt: number | null; onDone: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const test = useAct(api.backups.test)
  const postpone = useAct(api.backups.postponeTest)
  const [result, setResult] = useState<RestoreTest | null>(null)
  const [why, setWhy] = useState<WhyPostponed | null>(null)
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<DeskProblem | null>(null)

  const tryNow = async () => {
    setAsked(false)
    const answer = await test.act({})
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setResult(answer.value)
  }
  const putOff = async () => {
    if (!why) return setAsked(true)
    const answer = await postpone.act({ why })
    if (answer.ok) onDone()
    else setProblem(answer.problem)
  }
  const leave = () => (result ? onDone() : test.isBusy ? undefined : setAsked(true))
  return (
    <Dialog
      title={t('backups.dueTitle')}
      onClose={leave}
      onSubmit={() => void (result ? onDone() : tryNow())}
      actions={
        result ? (
          <Button tone="primary" type="submit">
            {t('ui.close')}
          </Button>
        ) : (
          <>
            <Button disabled={test.isBusy} isBusy={postpone.isBusy} onClick={() => void putOff()}>
              {t('backups.postpone')}
            </Button>
            <Button tone="primary" type="submit" isBusy={test.isBusy}>
              {t('backups.testNow')}
            </Button>
          </>
        )
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {test.isBusy && <TestRunning />}
      {result && <TestResult test={result} />}
      {!result && !test.isBusy && (
        <>
          <p>{lastGoodAt === null ? t('backups.dueNever') : t('backups.dueSince', { when: format.moment(lastGoodAt) })}</p>
          <p>{t('backups.dueTeach')}</p>
          {isAsked && <Notice tone="attention" title={t('backups.postponeWhyFirst')} />}
          <Choice
            legend={t('backups.postponeWhy')}
            value={why}
            onChange={setWhy}
            options={WHY_POSTPONED.map(value => ({ value, label: t(`backups.whyPostponed.${value}`) }))}
          />
        </>
      )}
    </Dialog>
  )
}
