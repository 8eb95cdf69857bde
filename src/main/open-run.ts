import { randomBytes } from 'node:crypto'
import { statfsSync } from 'node:fs'
import { contract } from '#shared/contract'
import { readableMoment } from '#shared/office/pc-clock'
import { pageOf } from '#shared/paper/paper-size'
import type { ClosedReason } from '#shared/rpc/call'
import type { Announcement } from '#shared/rpc/events'
import { ClosedError } from './database/open'
import { isSaidToBeDamaged, readsWell } from './database/reads-well'
import type { Desk } from './desk'
import { readMark } from './erasure/mark'
import { handlers } from './handlers'
import type { Secrets } from './keys/secrets'
import { askAboutCutOffAttempts } from './letters/print'
import { logFile } from './log-file'
import { lockAway } from './officers/screen-lock'
import { closeDesk, openDesk } from './open-desk'
import type { Ports } from './ports'
import { printerFor } from './printing/printer-for'
import { sweepSpooled } from './printing/spooled'
import { type Reopening, serveClosed } from './recovery/closed-desk'
import { hasFetched } from './recovery/from-stick'
import { type Run, serve } from './rpc/serve'
import { clearVisitor } from './screens/clear-visitor'
import type { Screens } from './screens/screens'
import { hearVisitor } from './screens/screens.handlers'
import { releaseBallast } from './space/ballast'
import type { Installer } from './updates/installer'
import { publisherKeyIn } from './updates/keep-release'
import { updatesOf } from './updates/updates'
import { type WorkPrograms, workThreads } from './work-threads'

/** What the shell lends to the desk. */
export type Shell = {
  data: string
  referenceFile: string
  sampleRegistry: string
  /** This program's own version, and where the key of its publisher lies, if it was installed with one. */
  version: string
  publisherFile: string
  programs: WorkPrograms
  secrets: Secrets
  screens: Screens
  installer: Installer
  ownFolder: Ports['ownFolder']
  renderPage(sheet: unknown, page: { widthMm: number; heightMm: number }): ReturnType<Ports['renderSheet']>
  announce(event: Announcement): void
  /** Calls back when the computer says that nobody is at it. */
  whenAway(hear: () => void): void
  beforeQuit(close: () => Promise<void>): void
}

/** The desk's calls, or, when its data must stay closed, the one call that says why. */
export async function openRun(shell: Shell): Promise<Run> {
  const { data, referenceFile, sampleRegistry, secrets } = shell
  const program = {
    version: shell.version,
    platform: `${process.platform}-${process.arch}`,
    publisherKey: publisherKeyIn(shell.publisherFile)
  }
  /** Something was said to be damaged: the desk's own data, or another file. */
  let isInDoubt = false
  const outside = portsOf(shell)
  const ports: Ports = {
    ...outside,
    report(channel, error) {
      isInDoubt ||= isSaidToBeDamaged(error)
      return outside.report(channel, error)
    }
  }
  let desk: Desk | undefined
  let run: Run
  const open = async ({ rebuilt, keys, by }: Reopening = {}): Promise<ClosedReason | undefined> => {
    try {
      desk = await openDesk({ data, referenceFile, sampleRegistry, secrets, keys, program }, ports)
      // the access log behind the copy that the desk was rebuilt from is gone: its next line says so
      if (rebuilt) await desk.audit.note({ kind: 'recovered', count: rebuilt.replayed })
      if (by) await desk.audit.note({ kind: 'recovered', call: 'recovery.enterCode', outcome: by })
      await askAboutCutOffAttempts(desk)
      desk.sync.wake()
      desk.backups.begin()
      desk.space.begin()
      hearVisitor(desk)
      run = serve(contract, handlers, desk)
      return undefined
    } catch (error) {
      const reason = error instanceof ClosedError ? error.reason : 'not-opened'
      if (reason === 'not-opened') ports.report('open', error)
      // what was opened before it failed would stand in its own way
      if (desk) await end(desk, 'open')
      // the room that is kept for this moment: the desk opens once more
      if (reason === 'disk-full' && releaseBallast(data))
        return open({ ...(rebuilt && { rebuilt }), ...(keys && { keys }), ...(by && { by }) })
      run = serveClosed({
        reason,
        data,
        secrets,
        now: ports.clock.now,
        screens: shell.screens,
        timers: ports.timers,
        installer: shell.installer,
        updates: updatesOf(data, program),
        reopen: open,
        report: ports.report
      })
      return reason
    }
  }
  /** Lets go of an open desk in whatever state it is. */
  const end = async (open: Desk, channel: string) => {
    desk = undefined
    // nothing of a person stays on a screen that no desk stands behind
    clearVisitor(shell)
    await closeDesk(open).catch(error => ports.report(channel, error))
    if (open.raw.open) open.raw.close()
  }
  /** A read that failed once leaves an open database unreadable until it is closed; one that is damaged indeed stays closed and says so. Whoever sat here types the PIN again. */
  const openAnew = async (before: Desk) => {
    const { officer, lockedFor } = before.session
    await end(before, 'open')
    await open()
    if (desk) {
      desk.session.lockedFor = officer ?? lockedFor
      for (const [tried, at] of before.triedAt) desk.triedAt.set(tried, at)
    }
    shell.announce({ kind: 'session-changed' })
    shell.announce({ kind: 'data-changed', entities: [] })
  }
  sweepSpooled()
  await open()
  shell.whenAway(() => desk && lockAway(desk))
  shell.beforeQuit(async () => desk && closeDesk(desk))
  return async (channel, input) => {
    const answer = await run(channel, input)
    if (desk && ((channel === 'erasure.erase' && readMark(data)) || (channel === 'recovery.fromStick' && hasFetched(data)))) {
      // what was marked goes, and what was fetched takes its place, as soon as the files are closed: opening them is what does it
      await end(desk, channel)
      await open()
    }
    if (isInDoubt && desk) {
      isInDoubt = false
      if (!readsWell(desk.raw)) await openAnew(desk)
    }
    return answer
  }
}

function portsOf({ data, programs, screens, installer, renderPage, ownFolder, announce }: Shell): Ports {
  return {
    clock: { now: () => readableMoment(Date.now(), performance.now()) },
    monotonic: () => performance.now(),
    random: bytes => randomBytes(bytes),
    renderSheet: (sheet, paper) => renderPage(sheet, pageOf(paper)),
    printer: printerFor(process.platform),
    screens,
    installer,
    ownFolder,
    ...workThreads(programs),
    announce,
    freeBytes: folder => {
      const { bavail, bsize } = statfsSync(folder)
      return bavail * bsize
    },
    timers: {
      set(ms, run) {
        const timer = setTimeout(run, ms)
        timer.unref()
        return () => clearTimeout(timer)
      }
    },
    report: logFile(data)
  }
}
