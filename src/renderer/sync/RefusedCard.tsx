import { IconMailCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#shared/sync/sync.contract'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { FirstItems, SHOWN } from './FirstItems'
import { RefusedItem, takenLetter } from './RefusedItem'
import styles from './SyncScreen.module.css'

/** Perlu diperbaiki: changes that came back; `total` of them, of which the first are here. */
export function RefusedCard({ items, total }: { items: readonly QueueItem[]; total: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sendable = items.slice(0, SHOWN).filter(item => !takenLetter(item))
  return (
    <Card title={t('sync.refusedTitle')} aside={items.length > 0 && <Chip tone="bad">{format.number(Math.max(total, items.length))}</Chip>}>
      {items.length === 0 ? (
        <EmptyState icon={<IconMailCheck aria-hidden="true" />} title={t('sync.refusedNone')}>
          {t('sync.refusedNoneTeach')}
        </EmptyState>
      ) : (
        <>
          <p className={styles.soft}>{t('sync.refusedSafe')}</p>
          <FirstItems items={items} total={Math.max(total, items.length)}>
            {item => <RefusedItem key={item.change} item={item} />}
          </FirstItems>
          {sendable.length > 1 && <AllAgain items={sendable} />}
        </>
      )}
    </Card>
  )
}

/** After one wrong setting much comes back at once: all that is in sight is sent again in the name of who has looked at it. */
function AllAgain({ items }: { items: readonly QueueItem[] }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const replace = useAct(api.sync.replace)
  const [isGoing, setGoing] = useState(false)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const sendAll = async () => {
    setGoing(true)
    setProblem(null)
    let sent = 0
    for (const { change } of items) {
      const answer = await replace.act({ change, how: 'again' })
      if (answer.ok) sent++
      else setProblem(answer.problem)
    }
    setGoing(false)
    if (sent > 0) notify.done(t('sync.againAllDone', { count: sent }))
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.deeds}>
        <Button isBusy={isGoing} onClick={() => void sendAll()}>
          {t('sync.againAll', { count: items.length })}
        </Button>
      </div>
    </>
  )
}
