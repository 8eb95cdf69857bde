import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { TextField } from '../ui/Field'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useAct, useCall } from '../use-call'
import styles from './SyncScreen.module.css'

type Wish = { server: string; code: string }
type JoinProps = { isBusy: boolean; onJoin: (wish: Wish) => void }

/** Joins a district with an address and a one-time code, or at once where a sample server runs. */
export function JoinWays({ title, children }: { title: string; children: ReactNode }) {
  const join = useAct(api.sync.join)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const go = async (wish: Wish) => {
    setProblem(null)
    const answer = await join.act(wish)
    if (!answer.ok) setProblem(answer.problem)
  }
  const joining: JoinProps = { isBusy: join.isBusy, onJoin: wish => void go(wish) }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.join}>
        <Card title={title}>
          {children}
          <NearbyOffer {...joining} />
        </Card>
        <JoinForm {...joining} />
      </div>
    </>
  )
}

function NearbyOffer({ isBusy, onJoin }: JoinProps) {
  const { t } = useTranslation()
  const { value } = useCall(api.sync.nearby, {})
  if (!value) return null
  return (
    <Notice
      tone="good"
      title={t('sync.nearby')}
      actions={
        <Button isBusy={isBusy} onClick={() => onJoin(value)}>
          {t('sync.nearbyUse')}
        </Button>
      }
    >
      <p>{t('sync.nearbyTeach')}</p>
    </Notice>
  )
}

function JoinForm({ isBusy, onJoin }: JoinProps) {
  const { t } = useTranslation()
  const [server, setServer] = useState('')
  const [code, setCode] = useState('')
  const isWhole = server.trim() !== '' && code.trim() !== ''
  return (
    <Card title={t('sync.joinTitle')}>
      <form
        noValidate
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (isWhole) onJoin({ server: server.trim(), code: code.trim() })
        }}
      >
        <p>{t('sync.joinTeach')}</p>
        <TextField
          label={t('sync.joinServer')}
          hint={t('sync.joinServerHint')}
          inputMode="url"
          maxLength={200}
          value={server}
          onChange={event => setServer(event.currentTarget.value)}
        />
        <TextField
          label={t('sync.joinCode')}
          hint={t('sync.joinCodeHint')}
          isDigits
          maxLength={40}
          value={code}
          onChange={event => setCode(event.currentTarget.value)}
        />
        <div className={styles.deeds}>
          <Button tone="primary" type="submit" shortcut={KEYS.primary} isBusy={isBusy} disabled={!isWhole}>
            {t('sync.join')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
