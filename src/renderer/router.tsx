import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { AuditScreen } from './audit/AuditScreen'
import { CaseScreen } from './cases/CaseScreen'
import { OpenCasesScreen } from './cases/OpenCasesScreen'
import { DirectoryScreen } from './directory/DirectoryScreen'
import { IntakeScreen } from './intake/IntakeScreen'
import { LetterScreen } from './letters/LetterScreen'
import { RegisterScreen } from './letters/RegisterScreen'
import { VerifyScreen } from './letters/VerifyScreen'
import { QualityScreen } from './quality/QualityScreen'
import { QualitySearch, REPAIRED_AT } from './quality/quality-search'
import { ReferralsScreen } from './referrals/ReferralsScreen'
import { ExtractsScreen } from './registry/ExtractsScreen'
import { ReportScreen } from './reports/ReportScreen'
import { ResidentScreen } from './residents/ResidentScreen'
import { AppShell } from './shell/AppShell'
import { HomeScreen } from './shell/HomeScreen'
import { SettingsScreen } from './shell/SettingsScreen'
import { SyncScreen } from './sync/SyncScreen'
import { WalkInScreen } from './visits/WalkInScreen'
import { WalkInSearch } from './visits/walk-in-step'

const root = createRootRoute({ component: AppShell, notFoundComponent: HomeScreen })
const getParentRoute = () => root

const routeTree = root.addChildren([
  createRoute({ getParentRoute, path: '/', component: HomeScreen }),
  createRoute({ getParentRoute, path: '/visits/$visitId', component: WalkInScreen, validateSearch: WalkInSearch }),
  createRoute({
    getParentRoute,
    path: '/residents/$residentId',
    component: ResidentScreen,
    validateSearch: z.object({ at: z.enum(REPAIRED_AT).optional() })
  }),
  createRoute({ getParentRoute, path: '/cases', component: OpenCasesScreen }),
  createRoute({ getParentRoute, path: '/cases/$caseId', component: CaseScreen }),
  createRoute({ getParentRoute, path: '/letters/$letterId', component: LetterScreen }),
  createRoute({ getParentRoute, path: '/register', component: RegisterScreen }),
  createRoute({
    getParentRoute,
    path: '/verify',
    component: VerifyScreen,
    validateSearch: z.object({ code: z.string().max(1000).optional() })
  }),
  createRoute({
    getParentRoute,
    path: '/referrals',
    component: ReferralsScreen,
    validateSearch: z.object({ code: z.string().max(20).optional() })
  }),
  createRoute({
    getParentRoute,
    path: '/quality',
    component: QualityScreen,
    validateSearch: QualitySearch
  }),
  createRoute({ getParentRoute, path: '/registry', component: ExtractsScreen }),
  createRoute({ getParentRoute, path: '/reports', component: ReportScreen }),
  createRoute({ getParentRoute, path: '/directory', component: DirectoryScreen }),
  createRoute({ getParentRoute, path: '/settings', component: SettingsScreen }),
  createRoute({ getParentRoute, path: '/audit', component: AuditScreen }),
  createRoute({ getParentRoute, path: '/intake', component: IntakeScreen }),
  createRoute({ getParentRoute, path: '/sync', component: SyncScreen })
])

/** Addresses after the hash, because the screens come from `app://` and not from a server that knows paths. */
export const router = createRouter({ routeTree, history: createHashHistory(), defaultPreload: false, scrollRestoration: false })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
