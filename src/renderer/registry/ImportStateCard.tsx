import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportState, StartOrder } from '#shared/registry/extracts.contract'
import { IMPORT_WORDS } from '#shared/registry/import-words'
import { api } from '../api'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { asLanguage, useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Notice, ProblemNotice } from '../ui/Notice'
import { Progress } from '../ui/Progress'
import { useAct } from '../use-call'
import styles from './ExtractsScreen.module.css'

type Of<K extends ImportState['kind']> = Extract<ImportState, { kind: K }>

/** The import that runs, or how the last one ended: what happened, what is safe and what to do. */
export function ImportStateCard({ state, ...on }: { state: Exclude<ImportState, { kind: 'idle' }> } & OnRefused) {
  if (state.kind === 'running') return <Running state={state} />
  return state.kind === 'ended' ? <Ended state={state} /> : <Refused state={state} {...on} />
}

/** `onAgain`: back to the form as it was; `onOther`: another file. */
type OnRefused = { onAgain: (order: StartOrder) => void; onOther: () => void }

/** What the officer may want all the same. */
const DOUBTFUL = ['far-fewer-rows', 'only-set-aside']

const STEPS = ['file', 'rows', 'names', 'numbers', 'proof'] as const
/** How much of an import's time each step takes, roughly. */
const WEIGHTS = { file: 0.05, rows: 0.5, names: 0.15, numbers: 0.05, proof: 0.25 }

function Running({ state }: { state: Of<'running'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const cancel = useAct(api.extracts.cancel)
  const before = STEPS.slice(0, STEPS.indexOf(state.step)).reduce((sum, step) => sum + WEIGHTS[step], 0)
  const done = Math.round(100 * (before + WEIGHTS[state.step] * Math.min(1, state.share)))
  return (
    <Card title={t('extracts.running', { file: state.file })}>
      <div className={styles.stack}>
        <p role="status">
          {state.isCancelling ? t('extracts.cancelling') : t(`extracts.step.${state.step}`)}
          {state.read > 0 && `. ${t('extracts.counted', { count: state.read, setAside: format.number(state.setAside) })}`}
        </p>
        <Progress label={t('extracts.running', { file: state.file })} value={done} />
        <div className={styles.foot}>
          <p className={styles.soft}>{t('extracts.runningTeach')}</p>
          <Button shortcut={KEYS.back} disabled={state.isCancelling} onClick={() => void cancel.act({})}>
            {t('extracts.cancel')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function Dismiss() {
  const { t } = useTranslation()
  const dismiss = useAct(api.extracts.dismiss)
  return (
    <Button shortcut={KEYS.primary} isBusy={dismiss.isBusy} onClick={() => void dismiss.act({})}>
      {t('extracts.dismiss')}
    </Button>
  )
}

function Ended({ state }: { state: Of<'ended'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const facts = {
    source: t(`registry.source.${state.source}`),
    period: state.period,
    kept: format.number(state.kept),
    setAside: format.number(state.setAside)
  }
  if (state.outcome === 'unchanged')
    return (
      <Notice tone="good" title={t('extracts.unchanged')} actions={<Dismiss />}>
        <p>{t('extracts.unchangedTeach', facts)}</p>
      </Notice>
    )
  return (
    <Notice tone="good" title={t('extracts.ended', { ...facts, count: state.people })} actions={<Dismiss />}>
      <p>{t('extracts.endedTeach', { ...facts, count: state.read })}</p>
      <Counts title={t('extracts.setAside')} kind="setAside" counts={state.reasons} />
      <Counts title={t('extracts.remarks')} kind="remark" counts={state.remarks} />
      {state.sheetsLeftOut.length > 0 && <p>{t('extracts.sheetsLeftOut', { sheets: state.sheetsLeftOut.join(', ') })}</p>}
      {state.setAsideFile && <p className={styles.path}>{t('extracts.setAsideFile', { file: state.setAsideFile })}</p>}
    </Notice>
  )
}

function Counts({ title, kind, counts }: { title: string; kind: 'setAside' | 'remark'; counts: Partial<Record<string, number>> }) {
  const { i18n } = useTranslation()
  const format = useFormat()
  const words: Record<string, string> = IMPORT_WORDS[asLanguage(i18n.language)][kind]
  const lines = Object.entries(counts).sort(([, a = 0], [, b = 0]) => b - a)
  if (lines.length === 0) return null
  return (
    <div>
      <p className={styles.name}>{title}</p>
      <ul className={styles.counts}>
        {lines.map(([code, n = 0]) => (
          <li key={code}>
            {words[code] ?? code}: {format.number(n)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Refused({ state, onAgain, onOther }: { state: Of<'refused'> } & OnRefused) {
  const { t } = useTranslation()
  const start = useAct(api.extracts.start)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const goOn = async () => {
    const answer = await start.act({ ...state.order, isForced: true })
    if (!answer.ok) setProblem(answer.problem)
  }
  return (
    <div className={styles.stack}>
      {problem && <ProblemNotice problem={problem} />}
      <ProblemNotice
        problem={state.problem}
        // what somebody wanted is no fault
        tone={state.problem.kind === 'cancelled' ? 'info' : 'bad'}
        actions={
          <>
            {DOUBTFUL.includes(state.problem.kind) && (
              <Button tone="danger" isBusy={start.isBusy} onClick={() => void goOn()}>
                {t('extracts.allTheSame')}
              </Button>
            )}
            <Button onClick={() => onAgain(state.order)}>{t('extracts.again')}</Button>
            <Button onClick={onOther}>{t('extracts.back')}</Button>
            <Dismiss />
          </>
        }
      />
      <p className={styles.soft}>{t('extracts.refusedFile', { file: state.file })}</p>
      {state.setAsideFile && <p className={styles.path}>{t('extracts.setAsideFile', { file: state.setAsideFile })}</p>}
    </div>
  )
}
