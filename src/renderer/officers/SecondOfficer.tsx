import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { secondOf } from '#shared/permissions'
import { refuse } from '#shared/result'
import type { CommonProblem } from '#shared/rpc/call'
import { api } from '../api'
import { KeyLevel } from '../keys'
import { NOBODY, onWaiting, type Waiting } from '../second-gate'
import { useSession } from '../session'
import { codeWord } from '../text/code-word'
import { Button } from '../ui/Button'
import { Dialog, FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice, ProblemNotice } from '../ui/Notice'
import { SelectField } from '../ui/SelectField'
import { useCall } from '../use-call'
import { PinField } from './NewPinFields'

/** Above every dialog of a screen, which may be what asks. */
const ABOVE_ALL = 8

/** Where a second officer confirms; it opens by itself for each call that two officers make together. */
export function SecondOfficer() {
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  useEffect(() => onWaiting(setWaiting), [])
  // whoever made the call hears of it, also when the screen goes away
  useEffect(() => () => waiting?.end(NOBODY), [waiting])
  if (!waiting) return null
  return (
    <KeyLevel value={ABOVE_ALL}>
      <SecondDialog waiting={waiting} onClose={() => setWaiting(null)} />
    </KeyLevel>
  )
}

type NotConfirmed = Extract<CommonProblem, { kind: 'not-confirmed' }>

function SecondDialog({ waiting: { channel, ask, end }, onClose }: { waiting: Waiting; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { officer } = useSession()
  const officers = useCall(api.officers.list, {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState<NotConfirmed | null>(null)
  const [asksPassword, setAsksPassword] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const roles = secondOf(channel) ?? []
  const others = (officers.value ?? []).filter(one => one.id !== officer.id && one.roles.some(role => roles.includes(role)))
  const officerId = chosen ?? (others.length === 1 ? (others[0]?.id ?? null) : null)
  const deed = codeWord('deedOfTwo', channel, i18n.language)
  const rolesOf = (named: readonly string[]) => named.map(role => codeWord('role', role, i18n.language)).join(', ')

  const choose = (id: string | null) => {
    setChosen(id)
    setSecret('')
    setProblem(null)
    setAsksPassword(false)
  }
  const confirm = async () => {
    if (isBusy || !officerId) return
    setBusy(true)
    const answer = await ask(asksPassword ? { officerId, password: secret } : { officerId, pin: secret }).catch(() =>
      refuse({ kind: 'unexpected', reference: channel } as const)
    )
    setBusy(false)
    if (answer.ok || answer.problem.kind !== 'not-confirmed') {
      end(answer)
      return onClose()
    }
    const refused = answer.problem as NotConfirmed
    setSecret('')
    setProblem(refused)
    if (refused.why === 'password-needed') setAsksPassword(true)
  }

  if (!officers.value) return null
  if (others.length === 0) return <NobodyThere deed={deed} roles={rolesOf(roles)} onClose={onClose} />
  return (
    <FormDialog
      title={t('signIn.second.title')}
      deed={t('signIn.second.confirm')}
      width={480}
      isBusy={isBusy}
      isAllowed={officerId !== null && (asksPassword ? secret.length > 0 : secret.length === 6)}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('signIn.second.lead', { deed })}</p>
      {problem && <ProblemNotice problem={problem} />}
      <SelectField
        label={t('signIn.second.who')}
        options={others.map(one => ({ value: one.id, label: one.name, more: rolesOf(one.roles) }))}
        value={officerId}
        onChange={choose}
        autoFocus={others.length > 1}
      />
      {asksPassword ? (
        <TextField
          key="password"
          label={t('signIn.second.password')}
          type="password"
          autoComplete="off"
          autoFocus
          value={secret}
          onChange={event => setSecret(event.target.value)}
        />
      ) : (
        <PinField
          key="pin"
          label={t('signIn.second.pin')}
          autoComplete="off"
          data-autofocus={others.length === 1 || undefined}
          value={secret}
          onChange={event => setSecret(event.target.value)}
        />
      )}
    </FormDialog>
  )
}

/** An office with one officer: who could confirm, and how to get there. */
function NobodyThere({ deed, roles, onClose }: { deed: string; roles: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('signIn.second.title')} width={480} onClose={onClose} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
      <Notice tone="attention" title={t('signIn.second.none')}>
        <p>{t('signIn.second.noneDeed', { deed, roles })}</p>
        <p>{t('signIn.second.noneTodo')}</p>
        <p>{t('signIn.second.noneSafe')}</p>
      </Notice>
    </Dialog>
  )
}
