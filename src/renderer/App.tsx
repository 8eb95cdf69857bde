import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rebuilt } from '#shared/recovery/recovery.contract'
import { api, onAnnouncement } from './api'
import { ErasedScreen } from './erasure/ErasedScreen'
import { LockLayer } from './officers/LockLayer'
import { SignInScreen } from './officers/SignInScreen'
import { useLocking } from './officers/use-locking'
import { type Session, SessionContext } from './session'
import { RebuiltReport } from './shell/RebuiltReport'
import { RecoveryScreen } from './shell/RecoveryScreen'
import { ProblemNotice } from './ui/Notice'
import { readAgain, readSyncAgain, readWhoWorksHere, useCall } from './use-call'
import { LOOK_AT_DAY_MS, useNewDay } from './use-new-day'

// chunks of their own: the sign-in screen is there sooner without them
const loadScreens = () => import('./Screens')
const Screens = lazy(async () => ({ default: (await loadScreens()).Screens }))
const ChooseSecretsScreen = lazy(async () => ({ default: (await import('./officers/ChooseSecretsScreen')).ChooseSecretsScreen }))
const SetupWizard = lazy(async () => ({ default: (await import('./office/SetupWizard')).SetupWizard }))

/** How long after the start the rest is fetched: while a name is chosen and the PIN is typed. */
const FETCH_REST_AFTER_MS = 800

/** Chooses what this desk shows: recovery, first run, sign-in, or the screens. */
export function App() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const me = useCall(api.officers.me, {})
  const { officer, isShut, isBlurred, lock, onIn, beforeIn } = useLocking(me.value)
  useEffect(
    () =>
      onAnnouncement(announcement => {
        if (announcement.kind === 'session-changed') void readWhoWorksHere(queries)
        // whoever unlocks the screen reads everything again
        if (isShut) return
        if (announcement.kind === 'data-changed') void readAgain(queries)
        if (announcement.kind === 'sync-changed') void readSyncAgain(queries)
        if (announcement.kind === 'space-changed') void queries.invalidateQueries({ queryKey: [api.office.state.channel] })
        if (announcement.kind === 'reference-changed') void queries.invalidateQueries()
      }),
    [queries, isShut]
  )
  useEffect(() => {
    // the network came back: the desk need not wait for its own next try
    const wake = () => void api.sync.sendNow({})
    window.addEventListener('online', wake)
    return () => window.removeEventListener('online', wake)
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => void loadScreens(), FETCH_REST_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  const [rebuilt, setRebuilt] = useState<Rebuilt | null>(null)
  const { value: state, problem, again } = useCall(api.office.state, {}, { everyMs: LOOK_AT_DAY_MS })
  // whoever unlocks the screen reads everything again
  useNewDay(state?.kind === 'open' ? state.today : null, !isShut)
  // asked for early, so that the sign-in screen has its names at once
  useCall(api.officers.list, {})
  const session = useMemo<Session | null>(
    () => (state?.kind === 'open' && officer ? { officer, office: state.office, today: state.today, state, lock } : null),
    [state, officer, lock]
  )
  // a page that was opened anew while the screen is locked shows nothing behind the lock
  const entered = useRef<string | null>(null)
  if (!isShut) entered.current = officer?.id ?? null
  // the data are open by then; it is read before anybody signs in
  if (rebuilt) return <RebuiltReport rebuilt={rebuilt} onOpen={() => setRebuilt(null)} />
  const closedReason = state?.kind === 'closed' ? state.reason : problem?.kind === 'desk-closed' ? problem.reason : null
  if (closedReason === 'erased' || closedReason === 'not-erased') return <ErasedScreen reason={closedReason} onAgain={again} />
  if (problem?.kind === 'desk-closed')
    return <RecoveryScreen reason={problem.reason} dataFolder={null} onAgain={again} onRebuilt={setRebuilt} />
  if (problem) return <ProblemNotice problem={problem} />
  if (!state) return <p role="status">{t('ui.loading')}</p>
  if (state.kind === 'closed')
    return <RecoveryScreen reason={state.reason} dataFolder={state.dataFolder} onAgain={again} onRebuilt={setRebuilt} />
  if (state.kind === 'new') {
    return (
      <Suspense>
        <SetupWizard today={state.today} clock={state.clock} keyProtection={state.keyProtection} onRebuilt={setRebuilt} onClosed={again} />
      </Suspense>
    )
  }
  if (!session) return me.isPending ? null : <SignInScreen state={state} onIn={onIn} />
  return (
    <>
      {entered.current === session.officer.id && (
        <SessionContext value={session}>
          <Suspense>
            {me.value?.mustChoose ? <ChooseSecretsScreen mustChoose={me.value.mustChoose} /> : <Screens key={session.officer.id} />}
          </Suspense>
        </SessionContext>
      )}
      {(isShut || isBlurred) && <LockLayer state={state} lockedFor={isShut ? session.officer : null} onIn={onIn} beforeIn={beforeIn} />}
    </>
  )
}
