import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import styles from './SyncScreen.module.css'

/** Six digits as they are read aloud: three and three. */
const grouped = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`

/** The number that both sides must have alike before anything is exchanged. */
export function CheckNumberCard({ link }: { link: Extract<SyncStatus['link'], { kind: 'joining' }> }) {
  const { t } = useTranslation()
  const cancel = useAct(api.sync.cancelJoin)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const giveUp = async () => {
    const answer = await cancel.act({})
    if (!answer.ok && answer.problem.kind !== 'already-joined') setProblem(answer.problem)
  }
  return (
    <div className={styles.check}>
      <Card title={t('sync.checkTitle')}>
        <p>{t('sync.checkTeach')}</p>
        <output className={styles.checkNumber} aria-label={t('sync.checkNumber')}>
          {grouped(link.checkNumber)}
        </output>
        <p role="status">{t('sync.checkWaiting', { server: link.server })}</p>
        <Notice tone="attention" title={t('sync.checkWhy')} />
        {problem && <ProblemNotice problem={problem} />}
        <div className={styles.deeds}>
          <Button isBusy={cancel.isBusy} onClick={() => void giveUp()}>
            {t('sync.cancelJoin')}
          </Button>
        </div>
      </Card>
    </div>
  )
}
