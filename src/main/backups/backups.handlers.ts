import { statSync } from 'node:fs'
import type { backupsContract } from '#shared/backups/backups.contract'
import { readRecoveryCode, wordsOfCode, writeRecoveryCode } from '#shared/keys/recovery-code'
import type { Sheet } from '#shared/paper/sheet'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Desk } from '../desk'
import { driveProblem } from '../files/drive-problem'
import { getOffice } from '../office/office.store'
import { SpoolerDown } from '../printing/printer'
import { findDrive } from '../sync/drives'

export const backupsHandlers: HandlersOf<typeof backupsContract, Desk> = {
  placeJournal: async (desk, { drive }) => {
    if (drive !== null && !(await findDrive(drive))) return refuse({ kind: 'no-drive' })
    // a folder that somebody named is believed to be another disk
    if (drive !== null && !process.env.LOKET_DRIVES && statSync(drive).dev === statSync(desk.raw.name).dev)
      return refuse({ kind: 'same-disk' })
    try {
      desk.journal.place(desk.raw, drive)
      // years may have to be written there; the counter goes on between two steps
      while (desk.journal.comeUp(desk.raw)) await new Promise(resolve => setImmediate(resolve))
    } catch (error) {
      return refuse(driveProblem(error) ?? { kind: 'drive-not-written' })
    }
    desk.announce({ kind: 'space-changed' })
    return ok(desk.backups.state())
  },
  state: async desk => ok(desk.backups.state()),
  make: desk => desk.backups.make(),
  test: desk => desk.backups.test(),
  postponeTest: async (desk, { why }) => desk.backups.postponeTest(why),
  makeCode: async desk => ok(desk.backups.makeCode()),
  keepCode: async (desk, { code }) => (desk.backups.keepCode(code) ? ok(desk.backups.state()) : refuse({ kind: 'not-new-code' })),

  printCode: async (desk, { code, printer }) => {
    const bytes = readRecoveryCode(code)
    if (!bytes || !desk.backups.isCode(code)) return refuse({ kind: 'wrong-code' })
    try {
      if (!(await desk.printer.list()).some(({ name }) => name === printer)) return refuse({ kind: 'printer-not-found' })
    } catch (error) {
      if (error instanceof SpoolerDown) return refuse({ kind: 'spooler-down' })
      throw error
    }
    const sheet = await codeSheet(desk, bytes)
    const { pdf } = await desk.renderSheet(sheet, sheet.paper)
    const { kind } = await desk.printer.print({ printer, pdf, paper: sheet.paper, title: 'Loket SLRT' })
    return ok({ isSent: kind === 'spooled' || kind === 'no-answer' })
  },

  copyToStick: (desk, { drive }) => desk.backups.toStick(drive),
  setAside: async desk => ok(desk.setAsides.list()),
  shredSetAside: async (desk, { name }) => {
    if (!desk.setAsides.list().some(one => one.name === name)) return refuse({ kind: 'not-found' })
    return (await desk.setAsides.shred(name)) ? ok(desk.setAsides.list()) : refuse({ kind: 'not-shredded' })
  }
}

async function codeSheet(desk: Desk, bytes: Uint8Array): Promise<Sheet & { kind: 'recovery-code' }> {
  const office = await getOffice(desk.db)
  return {
    kind: 'recovery-code',
    paper: office.paper,
    letterhead: office.letterhead,
    deskCode: office.deskCode,
    code: writeRecoveryCode(bytes),
    words: wordsOfCode(bytes),
    madeOn: desk.today()
  }
}
