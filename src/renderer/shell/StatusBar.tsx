import { IconAlertTriangle, IconCircleCheck, IconHistory, IconKey, IconLoader2, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PrinterCard } from '#shared/letters/letters.contract'
import { usePrinter } from '../paper/use-printer'
import { useSession } from '../session'
import { SyncBar } from '../sync/SyncBar'
import { useFormat } from '../text/use-format'
import { cx } from '../ui/cx'
import { useIsSaving } from '../use-call'
import styles from './AppShell.module.css'

/** The foot of every screen: is everything safe, does the printer work, which day is it. */
export function StatusBar() {
  const { t } = useTranslation()
  const { state } = useSession()
  const format = useFormat()
  const { printers, isSpoolerDown } = usePrinter()
  const isSaving = useIsSaving()
  return (
    <footer className={styles.foot}>
      <span role="status" className={cx(styles.item, !isSaving && styles.safe)}>
        {isSaving ? <IconLoader2 aria-hidden="true" /> : <IconCircleCheck aria-hidden="true" />}
        {isSaving ? t('shell.savingNow') : t('shell.savedHere')}
      </span>
      <SyncBar />
      {isSpoolerDown ? (
        <span className={cx(styles.item, styles.warn)}>
          <IconPrinter aria-hidden="true" />
          {t('shell.printerDown')}
        </span>
      ) : (
        <PrinterState printers={printers} />
      )}
      {state.journalBehind > 0 && (
        <span className={cx(styles.item, styles.bad)}>
          <IconAlertTriangle aria-hidden="true" />
          {t('shell.journalBehind', { count: state.journalBehind })}
        </span>
      )}
      {state.recoveredChanges > 0 && (
        <span className={cx(styles.item, styles.warn)}>
          <IconHistory aria-hidden="true" />
          {t('shell.recovered', { count: state.recoveredChanges })}
        </span>
      )}
      {!state.keyProtection.isProtected && (
        <span className={cx(styles.item, styles.warn)}>
          <IconKey aria-hidden="true" />
          {t('shell.testKeys')}
        </span>
      )}
      <span className={styles.day}>{format.dateLong(state.today)}</span>
    </footer>
  )
}

function PrinterState({ printers }: { printers: readonly PrinterCard[] }) {
  const { t } = useTranslation()
  const printer = printers.find(one => one.isDefault) ?? printers[0]
  const isWell = printer && printer.state !== 'stopped'
  return (
    <span className={cx(styles.item, !isWell && styles.warn)}>
      <IconPrinter aria-hidden="true" />
      {!printer ? t('shell.printerNone') : t(isWell ? 'shell.printerReady' : 'shell.printerStopped', { name: printer.name })}
    </span>
  )
}
