import { useTranslation } from 'react-i18next'
import type { Rebuilt } from '#shared/recovery/recovery.contract'
import { KEYS } from '../keys'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { Notice } from '../ui/Notice'
import styles from './RecoveryScreen.module.css'

/** What a recovery brought back, what it could not, and where the old files are, before the desk is opened. */
export function RebuiltReport({ rebuilt, onOpen }: { rebuilt: Rebuilt; onOpen: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { source, madeAt, replayed, lost, setAside } = rebuilt
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <h1 className={styles.title}>{t('recovery.restored')}</h1>
        <p className={styles.calm}>{t(`recovery.from.${source}`, { when: madeAt === null ? '' : format.moment(madeAt) })}</p>
        <div className={styles.facts}>
          {replayed > 0 && (source === 'backup' || source === 'stick') && <p>{t('recovery.replayed', { count: replayed })}</p>}
          {lost === 0 ? (
            <Notice tone="good" title={t('recovery.complete')} />
          ) : (
            <Notice tone="attention" title={t('recovery.lost', { count: lost })}>
              <p>{t('recovery.numbersHeld')}</p>
            </Notice>
          )}
          <p className={styles.folder}>
            {t('recovery.setAside')} {setAside}
          </p>
        </div>
        <div className={styles.foot}>
          <LanguageSwitch />
          <Button tone="primary" shortcut={KEYS.primary} onClick={onOpen}>
            {t('recovery.open')}
          </Button>
        </div>
      </div>
    </main>
  )
}
