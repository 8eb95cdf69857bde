import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockExclamation,
  IconDatabaseExclamation,
  IconHistory,
  IconKey,
  IconLoader2,
  IconPackage,
  IconPrinter,
  type TablerIcon
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PrinterCard } from '#shared/letters/letters.contract'
import { api } from '../api'
import { usePrinter } from '../paper/use-printer'
import { useMay, useSession } from '../session'
import { SyncBar } from '../sync/SyncBar'
import { useFormat } from '../text/use-format'
import { cx } from '../ui/cx'
import { DonePlace } from '../ui/notify'
import { useCall, useIsSaving } from '../use-call'
import styles from './AppShell.module.css'

/** A version may come at any hour, and nobody waits for it. */
const LOOK_MS = 600_000

/** The foot of every screen: is everything safe, what has reached the district, does the printer work, which day is it. */
export function StatusBar() {
  const { t } = useTranslation()
  const { state } = useSession()
  const format = useFormat()
  const { printers, isSpoolerDown } = usePrinter()
  const isSaving = useIsSaving()
  const may = useMay()
  const ready = useCall(api.updates.state, {}, { everyMs: LOOK_MS }).value?.ready
  return (
    <footer className={styles.foot}>
      <span role="status" className={cx(styles.item, !isSaving && styles.safe)}>
        {isSaving ? <IconLoader2 aria-hidden="true" /> : <IconCircleCheck aria-hidden="true" />}
        {isSaving ? t('shell.savingNow') : t('shell.savedHere')}
      </span>
      <SyncBar />
      {state.journalBehind > 0 && (
        <Item tone="bad" icon={IconAlertTriangle} text={t('shell.journalBehind', { count: state.journalBehind })} />
      )}
      {(state.secondJournal === 'missing' || state.secondJournal === 'failing') && (
        <Item tone="warn" icon={IconAlertTriangle} text={t(`shell.second.${state.secondJournal}`)} />
      )}
      {state.clock === 'behind' && <Item tone="warn" icon={IconClockExclamation} text={t('shell.clockBar')} more={t('shell.clockTeach')} />}
      {state.backup === 'old' && <Item tone="bad" icon={IconDatabaseExclamation} text={t('shell.backupOld')} />}
      {state.space !== 'well' && (
        <Item tone={state.space === 'low' ? 'warn' : 'bad'} icon={IconDatabaseExclamation} text={t(`shell.space.${state.space}`)} />
      )}
      {isSpoolerDown ? <Item tone="warn" icon={IconPrinter} text={t('shell.printerDown')} /> : <PrinterState printers={printers} />}
      {state.recoveredChanges > 0 && <Item tone="warn" icon={IconHistory} text={t('shell.recovered', { count: state.recoveredChanges })} />}
      {ready && (
        <Item
          tone="plain"
          icon={IconPackage}
          text={t('updates.readyBar', ready)}
          more={t(may(api.updates.install) ? 'updates.readyGo' : 'updates.readyTell', ready)}
        />
      )}
      {!state.keyProtection.isProtected && <Item tone="warn" icon={IconKey} text={t('shell.testKeys')} isMinor />}
      <DonePlace />
      <span className={styles.day}>{format.dateLong(state.today)}</span>
    </footer>
  )
}

type ItemProps = {
  tone: 'plain' | 'warn' | 'bad'
  icon: TablerIcon
  text: string
  /** What the tooltip says beyond the text. */
  more?: string
  /** Gives way before the others. */
  isMinor?: boolean
}

/** A remark that gives way when the foot is full; its whole text is then in the tooltip. */
function Item({ tone, icon: Icon, text, more, isMinor }: ItemProps) {
  return (
    <span className={cx(styles.item, tone !== 'plain' && styles[tone], isMinor && styles.minor)} title={more ?? text}>
      <Icon aria-hidden="true" />
      <span className={styles.words}>{text}</span>
    </span>
  )
}

function PrinterState({ printers }: { printers: readonly PrinterCard[] }) {
  const { t } = useTranslation()
  const printer = printers.find(one => one.isDefault) ?? printers[0]
  const isWell = printer && printer.state !== 'stopped'
  const text = !printer ? t('shell.printerNone') : t(isWell ? 'shell.printerReady' : 'shell.printerStopped', { name: printer.name })
  return <Item tone={isWell ? 'plain' : 'warn'} icon={IconPrinter} text={text} />
}
