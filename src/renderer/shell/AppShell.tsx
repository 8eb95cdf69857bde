import { IconLock } from '@tabler/icons-react'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import mark from '../assets/mark.svg'
import { TestReminder } from '../backups/TestReminder'
import { ariaKey, KEYS, keyLabel, useKey } from '../keys'
import { ChangeSecretDialog } from '../officers/ChangeSecretDialog'
import { SearchBox } from '../search/SearchBox'
import { useMay, useSession } from '../session'
import { Button } from '../ui/Button'
import { Kbd } from '../ui/Kbd'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import styles from './AppShell.module.css'
import { ShortcutsDialog } from './ShortcutsDialog'
import { StatusBar } from './StatusBar'
import { screens } from './screens'

/** What stays around every screen: where one can go, the search box, who works here, and whether everything is saved. */
export function AppShell() {
  const { t } = useTranslation()
  const { office, officer, state, lock } = useSession()
  const may = useMay()
  const navigate = useNavigate()
  const signOut = useAct(api.officers.signOut)
  const { moved } = useNotify()
  const { href } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told of every new place
  useEffect(moved, [href, moved])
  const [isHelpOpen, setHelpOpen] = useState(false)
  const [isSecretOpen, setSecretOpen] = useState(false)
  useKey(KEYS.shortcuts, () => setHelpOpen(true))
  const open = screens.filter(screen => may(screen.needs))
  const leave = async () => {
    await navigate({ to: '/' })
    await signOut.act({})
  }
  return (
    <div className={styles.shell}>
      <nav className={styles.rail} aria-label={t('shell.navigation')}>
        <div className={styles.brand}>
          <img src={mark} alt="" />
          <span className={styles.product}>{t('shell.product')}</span>
        </div>
        <div className={styles.nav}>
          {open.map((screen, at) => (
            <ScreenLink key={screen.to} screen={screen} shortcut={screen.key ?? KEYS.screen[at]} />
          ))}
        </div>
        <button type="button" className={styles.help} aria-keyshortcuts={KEYS.shortcuts} onClick={() => setHelpOpen(true)}>
          <span className={styles.product}>{t('shell.shortcuts')}</span> <Kbd of={KEYS.shortcuts} />
        </button>
      </nav>
      <header className={styles.top}>
        <div className={styles.office}>
          <div className={styles.officeName}>{office.brand ?? office.name}</div>
          <div className={styles.district}>{state.districtName}</div>
        </div>
        <div className={styles.search}>{may(api.search.find) && <SearchBox />}</div>
        <LanguageSwitch />
        <button type="button" className={styles.officer} title={t('shell.changeSecret')} onClick={() => setSecretOpen(true)}>
          <span className={styles.officerName}>{officer.name}</span>
          <span className={styles.roles}>{officer.roles.map(role => t(`codes.role.${role}`)).join(', ')}</span>
        </button>
        <Button tone="quiet" aria-label={t('shell.lock')} title={`${t('shell.lock')} (${keyLabel(KEYS.lock)})`} onClick={lock}>
          <IconLock aria-hidden="true" size={18} />
        </Button>
        <Button tone="quiet" onClick={() => void leave()}>
          {t('shell.signOut')}
        </Button>
      </header>
      <main className={styles.main}>
        <Outlet />
      </main>
      <StatusBar />
      <TestReminder />
      {isSecretOpen && <ChangeSecretDialog onClose={() => setSecretOpen(false)} />}
      {isHelpOpen && <ShortcutsDialog onClose={() => setHelpOpen(false)} />}
    </div>
  )
}

function ScreenLink({ screen, shortcut }: { screen: (typeof screens)[number]; shortcut: string | undefined }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  useKey(shortcut, () => void navigate({ to: screen.to }))
  return (
    <Link
      to={screen.to}
      className={styles.link}
      title={t(`shell.${screen.text}`)}
      activeOptions={{ exact: screen.to === '/' }}
      aria-keyshortcuts={shortcut && ariaKey(shortcut)}
    >
      <screen.icon aria-hidden="true" />
      <span className={styles.label}>{t(`shell.${screen.text}`)}</span>
      {shortcut && <Kbd of={shortcut} />}
    </Link>
  )
}
