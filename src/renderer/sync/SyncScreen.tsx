import { IconDeviceUsb, IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { PaperButton } from '../paper/PaperButton'
import { useMay } from '../session'
import { Button } from '../ui/Button'
import column from '../ui/column.module.css'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { Screen } from '../ui/Screen'
import { ScrollArea } from '../ui/ScrollArea'
import { useAct, useCall } from '../use-call'
import { CheckNumberCard } from './CheckNumberCard'
import { ClashList } from './ClashList'
import { JoinCard } from './JoinCard'
import { LinkCard } from './LinkCard'
import { QueueCard } from './QueueCard'
import { RefusedCard } from './RefusedCard'
import { StickDialog } from './StickDialog'
import styles from './SyncScreen.module.css'
import { useSyncStatus } from './use-sync-status'

/** Sinkronisasi: how the desk stands with its district, what came back or contradicts, and what is still to be sent. */
export function SyncScreen() {
  const { t } = useTranslation()
  const notify = useNotify()
  const status = useSyncStatus()
  const link = status?.link
  const before = useRef(link?.kind)
  useEffect(() => {
    if (before.current && before.current !== 'joined' && link?.kind === 'joined')
      notify.done(t('sync.joined', { district: link.districtName }))
    before.current = link?.kind
  }, [link, notify, t])
  if (!status || !link)
    return (
      <Screen title={t('sync.title')}>
        <p role="status">{t('ui.loading')}</p>
      </Screen>
    )
  if (link.kind === 'joined') return <JoinedScreen status={status} link={link} />
  return (
    <Screen title={t('sync.title')} lead={t('sync.lead')} isScrolling>
      {link.kind === 'alone' ? <JoinCard /> : <CheckNumberCard link={link} />}
    </Screen>
  )
}

function JoinedScreen({ status, link }: { status: SyncStatus; link: Extract<SyncStatus['link'], { kind: 'joined' }> }) {
  const may = useMay()
  const { t } = useTranslation()
  const notify = useNotify()
  const send = useAct(api.sync.sendNow)
  const queue = useCall(api.sync.queue, {})
  const clashes = useCall(api.sync.clashes, {})
  const [hasStick, setHasStick] = useState(false)
  const refused = (queue.value ?? []).filter(item => item.state === 'refused')
  const decisions = useRef<HTMLDivElement>(null)
  const left = refused.length + (clashes.value?.length ?? 0)
  useEffect(() => {
    if (left >= 0 && document.activeElement === document.body) decisions.current?.focus()
  }, [left])

  const sendNow = async () => {
    const answer = await send.act({})
    if (answer.ok && !answer.value.problem && answer.value.unsent === 0) notify.done(t('sync.sent'))
  }
  return (
    <Screen
      title={t('sync.title')}
      lead={t('sync.lead')}
      actions={
        <>
          {may(api.letters.printPaper) && <PaperButton paper={{ kind: 'checklist' }}>{t('sync.newPcPaper')}</PaperButton>}
          <Button onClick={() => setHasStick(true)}>
            <IconDeviceUsb aria-hidden="true" />
            {t('sync.stick')}
          </Button>
          <Button tone="primary" shortcut={KEYS.primary} isBusy={send.isBusy || status.isTalking} onClick={() => void sendNow()}>
            <IconSend aria-hidden="true" />
            {t('sync.sendNow')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <ScrollArea className={column.stack} label={`${t('ui.content')}: ${t('sync.link')}`}>
          <LinkCard status={status} link={link} />
          {queue.value && <QueueCard items={queue.value} unsent={status.unsent} waiting={status.waiting} />}
        </ScrollArea>
        <div ref={decisions} tabIndex={-1} className={styles.decisions}>
          <ScrollArea className={column.stack} label={`${t('ui.content')}: ${t('sync.clashTitle')}`}>
            {queue.problem && <ProblemNotice problem={queue.problem} />}
            {clashes.problem && clashes.problem.kind !== queue.problem?.kind && <ProblemNotice problem={clashes.problem} />}
            {queue.value && <RefusedCard items={refused} total={status.refused} />}
            {clashes.value && <ClashList clashes={clashes.value} />}
          </ScrollArea>
        </div>
      </div>
      {hasStick && <StickDialog onClose={() => setHasStick(false)} />}
    </Screen>
  )
}
