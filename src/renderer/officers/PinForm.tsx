import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficerCard } from '#shared/officers/officer'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { useAct } from '../use-call'
import { ForgottenDialog } from './ForgottenDialog'
import { OfficerFace } from './OfficerFace'
import styles from './SignInScreen.module.css'

const PIN_LENGTH = 6
/** The made-up officers of the sample office are all named so. */
const SAMPLE_NAME = 'Contoh '

const REFUSALS = {
  'wrong-pin': 'signIn.wrongPin',
  'wrong-password': 'signIn.wrongPassword',
  'password-needed': 'signIn.passwordNeeded',
  'help-needed': 'signIn.helpNeeded'
} as const

type PinFormProps = {
  officer: OfficerCard
  /** What stands above the name of an officer whose screen is locked. */
  note?: { title: string; lead: string } | undefined
  back: string
  onBack: () => void
  onIn?: ((officer: OfficerCard) => void) | undefined
  /** What has to be over before anybody is let in. */
  beforeIn?: (() => Promise<unknown>) | undefined
}

/** The PIN of one officer; it is sent as soon as the sixth digit is there. */
export function PinForm({ officer, note, back, onBack, onIn, beforeIn }: PinFormProps) {
  const { t } = useTranslation()
  const [pin, setPin] = useState('')
  const [asksPassword, setAsksPassword] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [waitUntil, setWaitUntil] = useState<number | null>(null)
  const [hasForgotten, setForgotten] = useState(false)
  const seconds = useSecondsLeft(waitUntil)
  const signIn = useAct(api.officers.signIn, onIn)
  const field = useRef<HTMLInputElement>(null)
  const isWaiting = seconds > 0

  const isWhole = asksPassword ? pin.length > 0 : pin.length === PIN_LENGTH
  const send = async (typed: string) => {
    if (signIn.isBusy || isWaiting) return
    await beforeIn?.()
    const result = await signIn.act({ officerId: officer.id, ...(asksPassword ? { password: typed } : { pin: typed }) })
    if (result.ok) return
    setPin('')
    field.current?.focus()
    const { problem } = result
    if (problem.kind === 'wait') setWaitUntil(Date.now() + problem.seconds * 1000)
    if (problem.kind === 'password-needed') setAsksPassword(true)
    if (problem.kind in REFUSALS) setRefusal(t(REFUSALS[problem.kind as keyof typeof REFUSALS]))
  }
  const type = (text: string) => {
    if (asksPassword) return setPin(text)
    const digits = text.replace(/\D/g, '').slice(0, PIN_LENGTH)
    setPin(digits)
    if (digits.length > 0) setRefusal(null)
    if (digits.length === PIN_LENGTH) void send(digits)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWhole) void send(pin)
  }
  /** With a PIN that was just given the wait and what was refused before are over. */
  const forgottenOver = () => {
    setForgotten(false)
    setWaitUntil(null)
    setAsksPassword(false)
    setRefusal(null)
  }
  const Name = note ? 'h2' : 'h1'
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        {note && (
          <div>
            <h1 className={styles.title}>{note.title}</h1>
            <p className={styles.lead}>{note.lead}</p>
          </div>
        )}
        <Name className={styles.who}>
          <OfficerFace officer={officer} />
        </Name>
        <div className={asksPassword ? undefined : styles.pin}>
          <TextField
            ref={field}
            key={asksPassword ? 'password' : 'pin'}
            label={t(asksPassword ? 'signIn.passwordLabel' : 'signIn.pinLabel')}
            hint={officer.name.startsWith(SAMPLE_NAME) && t('signIn.samplePin')}
            type="password"
            inputMode={asksPassword ? 'text' : 'numeric'}
            autoComplete="off"
            autoFocus
            value={pin}
            onChange={event => type(event.target.value)}
            error={isWaiting ? t('signIn.wait', { count: seconds }) : refusal}
          />
        </div>
        <div className={styles.buttons}>
          <Button shortcut={KEYS.back} onClick={onBack}>
            {back}
          </Button>
          <Button tone="primary" type="submit" isBusy={signIn.isBusy} disabled={!isWhole || isWaiting}>
            {t('signIn.enter')}
          </Button>
        </div>
        <div>
          <Button tone="plain" onClick={() => setForgotten(true)}>
            {t('signIn.forgotten')}
          </Button>
        </div>
      </form>
      {hasForgotten && <ForgottenDialog officer={officer} onClose={forgottenOver} />}
    </>
  )
}

function useSecondsLeft(until: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (until === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [until])
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000))
}
