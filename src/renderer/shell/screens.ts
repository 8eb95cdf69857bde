import {
  IconArrowsExchange,
  IconBook2,
  IconChecklist,
  IconDatabase,
  IconFolderOpen,
  IconListDetails,
  IconQrcode,
  IconRefresh,
  IconReportAnalytics,
  IconSettings,
  IconShieldSearch,
  IconSunHigh,
  type TablerIcon
} from '@tabler/icons-react'
import { api, type Channel } from '../api'
import { KEYS } from '../keys'

type Screen = {
  to:
    | '/'
    | '/cases'
    | '/referrals'
    | '/register'
    | '/verify'
    | '/quality'
    | '/registry'
    | '/directory'
    | '/settings'
    | '/audit'
    | '/reports'
    | '/sync'
  text:
    | 'today'
    | 'openCases'
    | 'referrals'
    | 'register'
    | 'verify'
    | 'quality'
    | 'extracts'
    | 'directory'
    | 'settings'
    | 'audit'
    | 'reports'
    | 'sync'
  icon: TablerIcon
  /** The call the screen lives by: who may not make it does not see the screen. */
  needs: { readonly channel: Channel }
  /** A key of its own, the same for every role; the others are counted. */
  key?: string
}

/** The screens of the desk, in the order of the number keys. */
export const screens: readonly Screen[] = [
  { to: '/', text: 'today', icon: IconSunHigh, needs: api.cases.board },
  { to: '/cases', text: 'openCases', icon: IconFolderOpen, needs: api.cases.listOpen },
  { to: '/referrals', text: 'referrals', icon: IconArrowsExchange, needs: api.referrals.listOpen },
  { to: '/register', text: 'register', icon: IconBook2, needs: api.letters.register },
  { to: '/verify', text: 'verify', icon: IconQrcode, needs: api.letters.verify },
  { to: '/quality', text: 'quality', icon: IconChecklist, needs: api.quality.counts },
  { to: '/registry', text: 'extracts', icon: IconDatabase, needs: api.extracts.held },
  { to: '/directory', text: 'directory', icon: IconListDetails, needs: api.directory.services },
  { to: '/settings', text: 'settings', icon: IconSettings, needs: api.officers.resetPin },
  { to: '/audit', text: 'audit', icon: IconShieldSearch, needs: api.audit.list },
  { to: '/reports', text: 'reports', icon: IconReportAnalytics, needs: api.reports.month, key: KEYS.report },
  { to: '/sync', text: 'sync', icon: IconRefresh, needs: api.sync.queue, key: KEYS.sync }
]
