import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { CheckNumberCard } from '../sync/CheckNumberCard'
import { JoinWays } from '../sync/JoinWays'
import { LineNotice } from '../sync/LineNotice'
import { useSyncStatus } from '../sync/use-sync-status'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Choice } from '../ui/Choice'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { useNotify } from '../ui/notify'
import { Progress } from '../ui/Progress'
import { useAct, useCall } from '../use-call'
import styles from './TakeOverOffice.module.css'

/** What has been fetched shows itself without an announcement about the office. */
const LOOK_EVERY_MS = 2000

/** A further desk takes nobody's place. */
const NONE = ''

/** First run of a further desk or a new PC: it joins the district and opens the office that is known there. */
export function TakeOverOffice({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation()
  const status = useSyncStatus()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className={styles.page}>
      <div className={styles.top}>
        {status?.link.kind === 'alone' && (
          <Button tone="plain" shortcut={KEYS.back} onClick={onBack}>
            {t('ui.back')}
          </Button>
        )}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('sync.joinTitle')}
        </h1>
        <LanguageSwitch />
      </div>
      {status?.link.kind === 'alone' && (
        <JoinWays title={t('sync.newPcTitle')}>
          <p>{t('sync.newPcTeach')}</p>
        </JoinWays>
      )}
      {status?.link.kind === 'joining' && <CheckNumberCard link={status.link} />}
      {status?.link.kind === 'joined' && <Fetching status={status} />}
    </main>
  )
}

function Fetching({ status }: { status: SyncStatus }) {
  const { t } = useTranslation()
  const format = useFormat()
  const notify = useNotify()
  const state = useCall(api.office.state, {}, { everyMs: LOOK_EVERY_MS }).value
  const fetch = useAct(api.sync.sendNow)
  const open = useAct(api.office.openHere)
  const offered = state?.kind === 'new' ? state.offered : null
  const [replaces, setReplaces] = useState<string>(NONE)
  const openHere = async () => {
    const answer = await open.act(replaces === NONE ? {} : { replaces })
    if (answer.ok) notify.done(t('setup.ready'))
    else notify.problem(answer.problem)
  }
  if (offered)
    return (
      <Card title={t('sync.newPcReady', { name: offered.name })}>
        <p>{t('sync.newPcReadyTeach', { desk: offered.deskCode })}</p>
        {offered.replaceable.length > 0 && (
          <Choice
            legend={t('sync.newPcReplaces')}
            options={[
              { value: NONE, label: t('sync.newPcNew'), more: t('sync.newPcNewMore') },
              ...offered.replaceable.map(({ deskCode, villages }) => ({
                value: deskCode,
                label: t('sync.newPcReplacesDesk', { desk: deskCode }),
                more: t('sync.newPcReplacesMore', { villages })
              }))
            ]}
            value={replaces}
            onChange={setReplaces}
            inColumn
          />
        )}
        <div>
          <Button tone="primary" isBig shortcut={KEYS.primary} isBusy={open.isBusy} onClick={() => void openHere()}>
            {t('sync.newPcOpen')}
          </Button>
        </div>
      </Card>
    )
  return (
    <Card title={t('sync.newPcFetching')}>
      {status.problem && !status.isTalking ? <LineNotice problem={status.problem} /> : <Progress label={t('sync.newPcFetching')} />}
      <p>{t('sync.newPcFetchingTeach')}</p>
      <p role="status">{t('sync.newPcFetched', { n: format.number(status.cursor) })}</p>
      <div>
        <Button shortcut={KEYS.primary} isBusy={fetch.isBusy || status.isTalking} onClick={() => void fetch.act({})}>
          {t('sync.newPcAgain')}
        </Button>
      </div>
    </Card>
  )
}
