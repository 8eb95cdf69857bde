import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldError } from '../text/field-error'
import { TextField } from '../ui/Field'

type NewPin = { pin: string; again: string }
const NO_PIN: NewPin = { pin: '', again: '' }

const isSix = ({ pin }: NewPin): boolean => /^\d{6}$/.test(pin)

/** A PIN that is being typed twice, and whether both are right; `check` shows what is wrong. */
export function useNewPin() {
  const [typed, setTyped] = useState(NO_PIN)
  const [isTried, setTried] = useState(false)
  const check = (): boolean => {
    setTried(true)
    return isSix(typed) && typed.pin === typed.again
  }
  return { typed, setTyped, isTried, check }
}

export function NewPinFields({ typed, setTyped, isTried, hasFocus }: Omit<ReturnType<typeof useNewPin>, 'check'> & { hasFocus?: boolean }) {
  const { t } = useTranslation()
  const isRight = isSix(typed)
  return (
    <>
      <PinField
        label={t('settings.officerPin')}
        data-autofocus={hasFocus || undefined}
        value={typed.pin}
        onChange={event => setTyped({ ...typed, pin: event.target.value })}
        error={isTried && !isRight ? fieldError(t, 'pin') : null}
      />
      <PinField
        label={t('settings.officerPinAgain')}
        value={typed.again}
        onChange={event => setTyped({ ...typed, again: event.target.value })}
        error={isTried && isRight && typed.pin !== typed.again ? fieldError(t, 'pin-differs') : null}
      />
    </>
  )
}

/** Six digits that nobody beside the officer can read. */
export function PinField(props: Parameters<typeof TextField>[0]) {
  return <TextField type="password" inputMode="numeric" autoComplete="new-password" maxLength={6} isDigits {...props} />
}
