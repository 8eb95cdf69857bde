import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PASSWORD_LENGTH } from '#shared/officers/officer'
import type { MustChoose } from '#shared/officers/officers.contract'
import { api } from '../api'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Checkbox, TextField } from '../ui/Field'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import styles from './ChooseSecretsScreen.module.css'
import { NewPinFields, useNewPin } from './NewPinFields'
import { OfficerFace } from './OfficerFace'

/** Before anything else: the officer's own password and PIN in place of what somebody else gave, or a PIN for a PC they are new to. */
export function ChooseSecretsScreen({ mustChoose }: { mustChoose: MustChoose }) {
  const { t } = useTranslation()
  const { officer } = useSession()
  const hasPassword = mustChoose === 'pin-and-password'
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [isShown, setShown] = useState(false)
  const [isTried, setTried] = useState(false)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const { check, ...pin } = useNewPin()
  const choose = useAct(api.officers.chooseSecrets)
  const signOut = useAct(api.officers.signOut)
  const isLong = password.length >= PASSWORD_LENGTH.min
  const isSame = isShown || password === again

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setProblem(null)
    if (!check() || (hasPassword && !(isLong && isSame))) return
    const result = await choose.act({ pin: pin.typed.pin, password: hasPassword ? password : null })
    if (!result.ok) setProblem(result.problem)
  }
  const kind = isShown ? 'text' : 'password'
  return (
    <main className={styles.page}>
      <div className={styles.top}>
        <LanguageSwitch />
      </div>
      <form className={styles.form} onSubmit={event => void save(event)} noValidate>
        <div>
          <h1 className={styles.title}>{t(hasPassword ? 'signIn.chooseBoth' : 'signIn.choosePin')}</h1>
          <p className={styles.lead}>{t(hasPassword ? 'signIn.chooseBothLead' : 'signIn.choosePinLead')}</p>
        </div>
        <OfficerFace officer={officer} />
        {problem && <ProblemNotice problem={problem} />}
        {hasPassword && (
          <>
            <div className={styles.two}>
              <TextField
                label={t('signIn.newPassword')}
                hint={t('signIn.passwordHint', { count: PASSWORD_LENGTH.min })}
                type={kind}
                autoComplete="new-password"
                autoFocus
                maxLength={PASSWORD_LENGTH.max}
                value={password}
                onChange={event => setPassword(event.target.value)}
                error={isTried && !isLong ? t('signIn.passwordShort', { count: PASSWORD_LENGTH.min }) : null}
              />
              {!isShown && (
                <TextField
                  label={t('signIn.passwordAgain')}
                  type={kind}
                  autoComplete="new-password"
                  maxLength={PASSWORD_LENGTH.max}
                  value={again}
                  onChange={event => setAgain(event.target.value)}
                  error={isTried && isLong && !isSame ? t('signIn.passwordDiffers') : null}
                />
              )}
            </div>
            <Checkbox label={t('signIn.showPassword')} checked={isShown} onChange={event => setShown(event.target.checked)} />
          </>
        )}
        <div className={styles.two}>
          <NewPinFields {...pin} hasFocus={!hasPassword} />
        </div>
        <p className={styles.lead}>{t('signIn.pinRules')}</p>
        <div className={styles.buttons}>
          <Button onClick={() => void signOut.act({})}>{t('shell.signOut')}</Button>
          <Button tone="primary" type="submit" isBusy={choose.isBusy}>
            {t('signIn.choose')}
          </Button>
        </div>
      </form>
    </main>
  )
}
