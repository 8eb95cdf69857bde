import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PASSWORD_LENGTH } from '#shared/officers/officer'
import { Checkbox, TextField } from '../ui/Field'

type NewPassword = { password: string; again: string; isShown: boolean }
const NO_PASSWORD: NewPassword = { password: '', again: '', isShown: false }

const isLong = ({ password }: NewPassword): boolean => password.length >= PASSWORD_LENGTH.min
const isSame = ({ password, again, isShown }: NewPassword): boolean => isShown || password === again

/** A password that is being typed, twice where nobody can read it; `check` shows what is wrong. */
export function useNewPassword() {
  const [typed, setTyped] = useState(NO_PASSWORD)
  const [isTried, setTried] = useState(false)
  const check = (): boolean => {
    setTried(true)
    return isLong(typed) && isSame(typed)
  }
  return { typed, setTyped, isTried, check }
}

type NewPasswordFieldsProps = Omit<ReturnType<typeof useNewPassword>, 'check'> & { hasFocus?: boolean; className?: string | undefined }

export function NewPasswordFields({ typed, setTyped, isTried, hasFocus, className }: NewPasswordFieldsProps) {
  const { t } = useTranslation()
  const kind = typed.isShown ? 'text' : 'password'
  const fields = (
    <>
      <TextField
        label={t('signIn.newPassword')}
        hint={t('signIn.passwordHint', { count: PASSWORD_LENGTH.min })}
        type={kind}
        autoComplete="new-password"
        autoFocus={hasFocus ?? false}
        maxLength={PASSWORD_LENGTH.max}
        value={typed.password}
        onChange={event => setTyped({ ...typed, password: event.target.value })}
        error={isTried && !isLong(typed) ? t('signIn.passwordShort', { count: PASSWORD_LENGTH.min }) : null}
      />
      {!typed.isShown && (
        <TextField
          label={t('signIn.passwordAgain')}
          type={kind}
          autoComplete="new-password"
          maxLength={PASSWORD_LENGTH.max}
          value={typed.again}
          onChange={event => setTyped({ ...typed, again: event.target.value })}
          error={isTried && isLong(typed) && !isSame(typed) ? t('signIn.passwordDiffers') : null}
        />
      )}
    </>
  )
  return (
    <>
      {className ? <div className={className}>{fields}</div> : fields}
      <Checkbox
        label={t('signIn.showPassword')}
        checked={typed.isShown}
        onChange={event => setTyped({ ...typed, isShown: event.target.checked })}
      />
    </>
  )
}
