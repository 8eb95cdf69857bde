import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#shared/sync/sync.contract'
import { api } from '../api'
import { IssueAnewDialog } from '../letters/IssueAnewDialog'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/Dialog'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { QueueRecords } from './QueueRecords'
import styles from './SyncScreen.module.css'

/** The letter of a change whose number another has: what stands on paper is not sent again, but issued anew. */
export const takenLetter = ({ reason, records }: QueueItem): string | undefined =>
  reason === 'number-taken' ? records.find(({ entity }) => entity === 'letter')?.id : undefined

/** A change the district does not take: why, what it touches, and the two ways out. It stays until one of them was taken. */
export function RefusedItem({ item }: { item: QueueItem }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const replace = useAct(api.sync.replace)
  const [isTakingBack, setTakingBack] = useState(false)
  const [isIssuingAnew, setIssuingAnew] = useState(false)
  const letterId = takenLetter(item)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const reason = item.reason ?? 'invalid'
  const put = async (how: 'again' | 'take-back') => {
    setProblem(null)
    const answer = await replace.act({ change: item.change, how })
    setTakingBack(false)
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t(how === 'again' ? 'sync.againDone' : 'sync.takenBack'))
  }
  return (
    <li className={styles.item}>
      <p className={styles.reason}>{t(`codes.refusal.${reason}`)}</p>
      <QueueRecords item={item} />
      <p>{letterId ? t('sync.refusedLetter') : t(`sync.refusedTodo.${reason}`)}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.deeds}>
        {letterId ? (
          <Button onClick={() => setIssuingAnew(true)}>{t('letters.issueAnew')}</Button>
        ) : (
          <Button isBusy={replace.isBusy} onClick={() => void put('again')}>
            {t('sync.again')}
          </Button>
        )}
        <Button tone="danger" disabled={replace.isBusy} onClick={() => setTakingBack(true)}>
          {t('sync.takeBack')}
        </Button>
      </div>
      {isTakingBack && (
        <FormDialog
          title={t('sync.takeBackTitle')}
          deed={t('sync.takeBack')}
          isDanger
          isBusy={replace.isBusy}
          onSubmit={() => void put('take-back')}
          onClose={() => setTakingBack(false)}
        >
          <QueueRecords item={item} />
          <p>{t(letterId ? 'sync.takeBackLetter' : 'sync.takeBackTeach')}</p>
        </FormDialog>
      )}
      {isIssuingAnew && letterId && <IssueAnewDialog change={item.change} letterId={letterId} onClose={() => setIssuingAnew(false)} />}
    </li>
  )
}
