import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgramState } from '#shared/updates/updates.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Facts } from '../ui/Facts'
import { Notice, ProblemNotice } from '../ui/Notice'
import styles from '../ui/settings.module.css'
import { useCall } from '../use-call'
import { InstallDialog } from './InstallDialog'

/** Which version of the program runs here, which one may take its place, and what became of the last change. */
export function ProgramSettings() {
  const { t } = useTranslation()
  const format = useFormat()
  const { value: state, problem, again } = useCall(api.updates.state, {})
  const [chosen, setChosen] = useState<string | null>(null)
  if (problem) return <ProblemNotice problem={problem} />
  if (!state) return <p role="status">{t('ui.loading')}</p>
  const { version, takesReleases, installed, before, ready, unfinished, givenUp } = state
  const close = () => {
    setChosen(null)
    void again()
  }
  return (
    <div className={styles.stack}>
      {takesReleases && (
        <div className={styles.bar}>
          <p className={styles.soft}>{t('updates.teach')}</p>
          {ready && (
            <div className={styles.actions}>
              <Button tone="primary" shortcut={KEYS.add} onClick={() => setChosen(ready.version)}>
                {t('updates.install', { version: ready.version })}
              </Button>
            </div>
          )}
        </div>
      )}
      {unfinished && (
        <Notice tone="attention" title={t('updates.unfinished', { version: unfinished.version, when: format.moment(unfinished.at) })}>
          <p>{t('updates.unfinishedTodo')}</p>
        </Notice>
      )}
      {givenUp && (
        <Notice tone="attention" title={t('updates.givenUp', { version: givenUp.version, when: format.moment(givenUp.at) })}>
          <p>{t('updates.givenUpTodo')}</p>
        </Notice>
      )}
      <Coming state={state} />
      <Card title={t('updates.here')}>
        <Facts
          facts={[
            [t('updates.version'), version],
            [
              t('updates.since'),
              installed ? t('updates.sinceWhen', { when: format.moment(installed.at), from: installed.from }) : t('updates.sinceFirst')
            ],
            ...(installed
              ? [[t('updates.before'), before ? t('updates.beforeHere', { version: before }) : t('updates.beforeGone')] as const]
              : [])
          ]}
        />
      </Card>
      {chosen && <InstallDialog version={chosen} onClose={close} />}
    </div>
  )
}

/** Whether a newer version lies here, and where one would come from. */
function Coming({ state: { ready, takesReleases } }: { state: ProgramState }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (ready) {
    const facts = { version: ready.version, size: format.size(ready.bytes), when: format.moment(ready.since) }
    return (
      <Notice title={t('updates.ready', facts)}>
        <p>{t('updates.readyTeach', facts)}</p>
      </Notice>
    )
  }
  if (!takesReleases)
    return (
      <Notice title={t('updates.noKey')}>
        <p>{t('updates.noKeyTeach')}</p>
      </Notice>
    )
  return <Notice tone="good" title={t('updates.newest')} />
}
