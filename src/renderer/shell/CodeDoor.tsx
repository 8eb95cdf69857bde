import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import styles from './RecoveryScreen.module.css'

/** The ways out when the key cannot be read: the code from paper, the district, the administrator. None of them makes an empty database. */
export function CodeDoor({ onOpened }: { onOpened: () => Promise<void> }) {
  const { t } = useTranslation()
  const enter = useAct(api.recovery.enterCode)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const open = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await enter.act({ code })
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) await onOpened()
  }
  return (
    <form className={styles.facts} onSubmit={event => void open(event)}>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        label={t('recovery.code')}
        hint={t('recovery.codeHint')}
        value={code}
        onChange={event => setCode(event.currentTarget.value)}
      />
      <Button type="submit" isBusy={enter.isBusy} disabled={code.trim() === ''}>
        {t('recovery.codeOpen')}
      </Button>
      <p>{t('recovery.doorDistrict')}</p>
      <p>{t('recovery.doorAdministrator')}</p>
    </form>
  )
}
