import { useTranslation } from 'react-i18next'
import type { ClosedReason } from '#shared/rpc/call'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import styles from './RecoveryScreen.module.css'

type RecoveryScreenProps = { reason: ClosedReason; dataFolder: string | null; onAgain: () => Promise<void> }

/** Shown when the data could not be opened: nothing was touched, and what to do now. */
export function RecoveryScreen({ reason, dataFolder, onAgain }: RecoveryScreenProps) {
  const { t } = useTranslation()
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <h1 className={styles.title}>{t('recovery.title')}</h1>
        <p className={styles.calm}>{t('recovery.nothingOverwritten')}</p>
        <dl className={styles.facts}>
          <div>
            <dt>{t('recovery.happened')}</dt>
            <dd>{t(`recovery.reasons.${reason}.happened`)}</dd>
          </div>
          <div>
            <dt>{t('recovery.safe')}</dt>
            <dd>{t(`recovery.reasons.${reason}.safe`)}</dd>
          </div>
          <div>
            <dt>{t('recovery.todo')}</dt>
            <dd>{t(`recovery.reasons.${reason}.todo`)}</dd>
          </div>
          {dataFolder && (
            <div>
              <dt>{t('recovery.folder')}</dt>
              <dd className={styles.folder}>{dataFolder}</dd>
            </div>
          )}
        </dl>
        <div className={styles.foot}>
          <p>{t('recovery.paper')}</p>
          <LanguageSwitch />
          <Button tone="primary" shortcut={KEYS.primary} onClick={() => void onAgain()}>
            {t('ui.tryAgain')}
          </Button>
        </div>
      </div>
    </main>
  )
}
