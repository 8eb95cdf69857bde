import { useTranslation } from 'react-i18next'
import type { KeyProtection } from '#shared/office/office.contract'
import type { PcClock } from '#shared/office/pc-clock'
import { api } from '../api'
import mark from '../assets/mark.svg'
import { KEYS } from '../keys'
import { ClockNotice } from '../shell/ClockNotice'
import { Button } from '../ui/Button'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { Notice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import styles from './WelcomeScreen.module.css'

type WelcomeScreenProps = {
  today: string
  clock: PcClock
  keyProtection: KeyProtection
  onOwn: () => void
  onDistrict: () => void
  onStick: () => void
}

/** The first thing a new desk shows: the office's own set-up, the sample office, or the office as its district knows it. */
export function WelcomeScreen({ today, clock, keyProtection, onOwn, onDistrict, onStick }: WelcomeScreenProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const sample = useAct(api.office.setUpSample)
  const trySample = async () => {
    const result = await sample.act({})
    if (result.ok) notify.done(t('setup.ready'))
    else notify.problem(result.problem)
  }
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <div className={styles.top}>
          <img src={mark} alt="" />
          <LanguageSwitch />
        </div>
        <div>
          <h1 className={styles.title}>{t('setup.welcome')}</h1>
          <p className={styles.lead}>{t('setup.welcomeLead')}</p>
        </div>
        <div className={styles.ways}>
          <div className={styles.way}>
            <p>{t('setup.ownLead')}</p>
            <Button tone="primary" isBig isWide autoFocus shortcut={KEYS.primary} disabled={sample.isBusy} onClick={onOwn}>
              {t('setup.own')}
            </Button>
          </div>
          <div className={styles.way}>
            <p>{t('setup.sampleLead')}</p>
            <Button isBig isWide shortcut={KEYS.next} isBusy={sample.isBusy} onClick={() => void trySample()}>
              {t('setup.sample')}
            </Button>
          </div>
        </div>
        <div className={styles.takeOver}>
          <p>{t('setup.takeOverLead')}</p>
          <Button disabled={sample.isBusy} onClick={onDistrict}>
            {t('setup.takeOver')}
          </Button>
        </div>
        <div className={styles.takeOver}>
          <p>{t('setup.fromStickLead')}</p>
          <Button disabled={sample.isBusy} onClick={onStick}>
            {t('setup.fromStick')}
          </Button>
        </div>
        {clock === 'behind' && <ClockNotice today={today} />}
        {!keyProtection.isProtected && <Notice tone="attention">{t('signIn.testKeys', { name: keyProtection.name })}</Notice>}
      </div>
    </main>
  )
}
