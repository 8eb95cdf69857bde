import type { Clock } from '#shared/clock'
import type { OwnFolderName } from '#shared/files/files.contract'
import type { PaperSize } from '#shared/paper/paper-size'
import type { Sheet } from '#shared/paper/sheet'
import type { Announcement } from '#shared/rpc/events'
import type { BackupWork } from './backups/backup-work'
import type { PdfWork } from './letters/pdf-work'
import type { PasswordWork } from './officers/password-work'
import type { Printer } from './printing/printer'
import type { ListWork } from './registry/list-work'
import type { RegistryWork } from './registry/registry-work'
import type { Screens } from './screens/screens'
import type { Timers } from './timers'
import type { Installer } from './updates/installer'

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
