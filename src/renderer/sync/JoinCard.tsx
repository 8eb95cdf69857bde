import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { TextField } from '../ui/Field'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useAct, useCall } from '../use-call'
import styles from './SyncScreen.module.css'

/** Says why there is no district here; who may, joins one with an address and a one-time code, or at once where a sample server runs. */
export function JoinCard() {
  const { t } = useTranslation()
  const { officer } = useSession()
  const mayJoin = officer.roles.some(role => role === 'manager' || role === 'administrator')
  return (
    <div className={styles.join}>
      <Card title={t('sync.aloneTitle')}>
        <p>{t('sync.aloneTeach')}</p>
        {!mayJoin && <p>{t('sync.joinWho')}</p>}
      </Card>
      {mayJoin && <JoinForm />}
    </div>
  )
}

function JoinForm() {
  const { t } = useTranslation()
  const join = useAct(api.sync.join)
  const nearby = useCall(api.sync.nearby, {})
  const [server, setServer] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const isWhole = server.trim() !== '' && code.trim() !== ''
  const go = async (to: { server: string; code: string }) => {
    setProblem(null)
    const answer = await join.act(to)
    if (!answer.ok) setProblem(answer.problem)
  }
  return (
    <Card title={t('sync.joinTitle')}>
      {problem && <ProblemNotice problem={problem} />}
      {nearby.value && (
        <Notice
          tone="good"
          title={t('sync.nearby')}
          actions={
            <Button isBusy={join.isBusy} onClick={() => nearby.value && void go(nearby.value)}>
              {t('sync.nearbyUse')}
            </Button>
          }
        >
          <p>{t('sync.nearbyTeach')}</p>
        </Notice>
      )}
      <form
        noValidate
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (isWhole) void go({ server: server.trim(), code: code.trim() })
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
          <Button tone="primary" type="submit" shortcut={KEYS.primary} isBusy={join.isBusy} disabled={!isWhole}>
            {t('sync.join')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
