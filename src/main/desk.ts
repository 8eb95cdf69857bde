import type { Database } from 'better-sqlite3'
import type { Change } from '#shared/changes/change'
import type { LocalDate, TimeZone } from '#shared/clock'
import type { KeyProtection } from '#shared/office/office.contract'
import type { OfficerCard } from '#shared/officers/officer'
import type { MustChoose } from '#shared/officers/officers.contract'
import type { AuditBook } from './audit/audit-book'
import type { OpenCall } from './audit/open-call'
import type { Backups } from './backups/backups'
import type { Author } from './changes/log'
import type { Journals } from './changes/second-journal'
import type { Reference } from './database/reference'
import type { Reader } from './database/tables'
import type { IntakeBook } from './intake/intake.store'
import type { KeptOutside } from './keys/kept-outside'
import type { DeskScopes } from './office/desk-scopes'
import type { ScreenWatch } from './officers/screen-watch'
import type { Ports } from './ports'
import type { SetAsides } from './recovery/set-aside'
import type { ImportJob } from './registry/import-job'
import type { RegistryShelf } from './registry/registry-shelf'
import type { SpaceGuard } from './space/space-guard'
import type { DistrictFiles } from './sync/district-files'
import type { SyncAgent } from './sync/sync-agent'
import type { Updates } from './updates/updates'

export type Session = {
  /** Who sits here; nobody while the screen is locked. */
  officer: OfficerCard | undefined
  lockedFor: OfficerCard | undefined
  /** What this officer has to choose before anything else is answered. */
  mustChoose: MustChoose | undefined
  /** The run before this one was cut off, and nobody has signed out since: who signs in goes on where they were. */
  wasCutOff: boolean
}

/** All that a handler may touch. */
export type Desk = Ports & {
  readonly db: Reader
  readonly raw: Database
  /** Another one once the district has handed this desk newer lists: ask for it again in each call. */
  readonly reference: Reference
  /** The lists the program ships with, by which the villages of a file are known. */
  readonly referenceFile: string
  readonly registry: RegistryShelf
  readonly imports: ImportJob
  /** Gives the sample office a register of made-up people; only where the program brings one. */
  readonly fillSampleRegistry?: () => Promise<void>
  closeReference(): Promise<void>
  readonly journal: Journals
  readonly audit: AuditBook
  /** The call that is being answered; none for what the program does by itself. */
  readonly call?: OpenCall
  readonly author: Author
  readonly keyId: string
  readonly keyProtection: KeyProtection
  readonly recoveredChanges: number
  readonly sync: SyncAgent
  readonly files: DistrictFiles
  readonly scopes: DeskScopes
  readonly backups: Backups
  readonly setAsides: SetAsides
  readonly space: SpaceGuard
  readonly updates: Updates
  /** The emergency book, while one with anything in it is here. */
  readonly intake: IntakeBook | 'unreadable' | undefined
  readonly outside: KeptOutside
  /** Without it no PIN of this PC can be checked. */
  readonly pepper: Uint8Array
  /** When, on the clock that nobody can set, each officer's PIN was last tried since the program started. */
  readonly triedAt: Map<string, number>
  readonly session: Session
  readonly watch: ScreenWatch
  zone(): TimeZone
  today(): LocalDate
  moment(): Change['at']
}
