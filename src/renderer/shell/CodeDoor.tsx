import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { QrCode } from '../paper/QrCode'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useAct, useCall } from '../use-call'
import styles from './CodeDoor.module.css'

const LOOK_EVERY_MS = 3_000

/** Two ways to open data whose key cannot be read: the code from paper, and what the district answers. Neither makes an empty database. The third door stands beside them. */
export function CodeDoor({ onOpened, children }: { onOpened: () => Promise<void>; children: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormat()
  // what is sealed may lie on a stick that is still to come
  const doors = useCall(api.recovery.doors, {}, { everyMs: LOOK_EVERY_MS }).value
  const enter = useAct(api.recovery.enterCode)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const open = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await enter.act({ code })
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) await onOpened()
  }
  const district = doors?.district ?? []
  return (
    <>
      <div className={styles.doors}>
        <section className={styles.door}>
          <h2 className={styles.name}>{t('recovery.doorCode')}</h2>
          {doors && (
            <p>{doors.code === null ? t('recovery.doorCodeNone') : t('recovery.doorCodeSince', { when: format.moment(doors.code) })}</p>
          )}
        </section>
        <section className={styles.door}>
          <h2 className={styles.name}>{t('recovery.doorDistrict')}</h2>
          {doors && <p>{t(district.length === 0 ? 'recovery.doorDistrictNone' : 'recovery.doorDistrictHow')}</p>}
          {district.length > 1 && <p>{t('recovery.doorDistrictSeveral')}</p>}
          {district.map(({ request }) => (
            <div key={request} className={styles.request}>
              <p className={styles.letters}>{request}</p>
              <QrCode className={styles.qr ?? ''} text={request} label={t('recovery.request')} />
            </div>
          ))}
        </section>
        {children}
      </div>
      <form className={styles.door} onSubmit={event => void open(event)}>
        {problem && <ProblemNotice problem={problem} />}
        <div className={styles.entry}>
          <TextField
            label={t('recovery.code')}
            hint={t('recovery.codeHint')}
            value={code}
            maxLength={240}
            onChange={event => setCode(event.currentTarget.value)}
          />
          <Button type="submit" isBusy={enter.isBusy} disabled={code.trim() === ''}>
            {t('recovery.codeOpen')}
          </Button>
        </div>
      </form>
    </>
  )
}
