import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MustChoose } from '#shared/officers/officers.contract'
import { api } from '../api'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import styles from './ChooseSecretsScreen.module.css'
import { NewPasswordFields, useNewPassword } from './NewPasswordFields'
import { NewPinFields, useNewPin } from './NewPinFields'
import { OfficerFace } from './OfficerFace'

/** Before anything else: the officer's own password and PIN in place of what somebody else gave, or a PIN for a PC they are new to. */
export function ChooseSecretsScreen({ mustChoose }: { mustChoose: MustChoose }) {
  const { t } = useTranslation()
  const { officer } = useSession()
  const hasPassword = mustChoose === 'pin-and-password'
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const { check, ...pin } = useNewPin()
  const { check: checkPassword, ...password } = useNewPassword()
  const choose = useAct(api.officers.chooseSecrets)
  const signOut = useAct(api.officers.signOut)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    const isRight = [check(), !hasPassword || checkPassword()].every(Boolean)
    if (!isRight) return
    const result = await choose.act({ pin: pin.typed.pin, password: hasPassword ? password.typed.password : null })
    if (!result.ok) setProblem(result.problem)
  }
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
        {hasPassword && <NewPasswordFields {...password} className={styles.two} hasFocus />}
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
