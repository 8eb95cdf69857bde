import type { Database } from 'better-sqlite3'
import type { Change } from '#shared/changes/change'
import type { Clock, LocalDate, TimeZone } from '#shared/clock'
import type { OwnFolderName } from '#shared/files/files.contract'
import type { KeyProtection } from '#shared/office/office.contract'
import type { OfficerCard } from '#shared/officers/officer'
import type { MustChoose } from '#shared/officers/officers.contract'
import type { PaperSize } from '#shared/paper/paper-size'
import type { Sheet } from '#shared/paper/sheet'
import type { Announcement } from '#shared/rpc/events'
import type { AuditBook } from './audit/audit-book'
import type { OpenCall } from './audit/open-call'
import type { BackupWork } from './backups/backup-work'
import type { Backups } from './backups/backups'
import type { Author } from './changes/log'
import type { Journals } from './changes/second-journal'
import type { Reference } from './database/reference'
import type { Reader } from './database/tables'
import type { IntakeBook } from './intake/intake.store'
import type { KeptOutside } from './keys/kept-outside'
import type { PdfWork } from './letters/pdf-work'
import type { DeskScopes } from './office/desk-scopes'
import type { PasswordWork } from './officers/password-work'
import type { ScreenWatch } from './officers/screen-lock'
import type { Printer } from './printing/printer'
import type { ImportJob } from './registry/import-job'
import type { ListWork } from './registry/list-work'
import type { RegistryShelf } from './registry/registry-shelf'
import type { RegistryWork } from './registry/registry-work'
import type { Screens } from './screens/screens'
import type { SpaceGuard } from './space/space-guard'
import type { DistrictFiles } from './sync/district-files'
import type { SyncAgent, Timers } from './sync/sync-agent'
import type { Installer } from './updates/installer'
import type { Updates } from './updates/updates'

/** Makes PDF bytes of a sheet; tells its text as it stands on the paper, and whether all of it fits. */
export type RenderSheet = (sheet: Sheet, paper: PaperSize) => Promise<{ pdf: Uint8Array; text: string; fits: boolean }>

/** What takes so long that the counter would stand still: done in threads, or where it is called. */
export type HeavyWork = {
  pdf: PdfWork
  backupWork: BackupWork
  registryWork: RegistryWork
  listWork: ListWork
  passwordWork: PasswordWork
}

/** The outside world, as a desk needs it. Tests put other things behind these ports. */
export type Ports = HeavyWork & {
  clock: Clock
  /** Milliseconds since this process started; never jumps. */
  monotonic(): number
  random(bytes: number): Uint8Array
  renderSheet: RenderSheet
  printer: Printer
  screens: Screens
  installer: Installer
  /** A folder of this PC where an officer looks for own files. */
  ownFolder(name: OwnFolderName): string
  announce(event: Announcement): void
  /** What is free for this account where a folder lies, in bytes. */
  freeBytes(folder: string): number
  timers: Timers
  /** Logs what went wrong, without any content of a call, and returns the reference that the officer is shown. */
  report(channel: string, error: unknown): string
}

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
