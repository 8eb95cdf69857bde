import { z } from 'zod'
import type { DriveProblem } from '#shared/files/drive-problem'
import { call } from '#shared/rpc/call'
import { type Postponed, WHY_POSTPONED } from './due'
import type { SetAside } from './set-aside'

/** A copy of the whole database that was opened, checked and counted after it was made. */
export type BackupCard = { name: string; madeAt: number; changes: number; rows: number; bytes: number }

/** Why a copy is not on the shelf. `not-whole`: what was copied cannot be read back as it was. */
export type BackupProblem = { kind: 'disk-full' } | { kind: 'not-whole' } | { kind: 'not-written' }

/** A restore that was tried aside, from the newest copy and the journal, without touching the desk. `changes`: in it at the end; `replayed`: of those, from the journal. */
export type RestoreTest = {
  at: number
  backup: string
  isGood: boolean
  changes: number
  replayed: number
  differences: string[]
  ms: number
}

export type BackupState = {
  /** Newest first. */
  backups: BackupCard[]
  problem: BackupProblem | null
  lastTest: RestoreTest | null
  /** A trial restore has to be made: when the last one went well, and whether it is put off for now. Null while none is due. */
  testDue: { lastGoodAt: number | null; postponed: Postponed | null } | null
  /** Work of more than a day is in no copy. */
  isOld: boolean
  /** The stick that copies go to, when one last did, the last of this desk's changes in it, and when each code was made that opens it, on paper or the district's. */
  stick: { name: string; copiedAt: number; head: number; opensWith: readonly number[] } | null
  /** The stick that is in and did not take the newest copy, and why; null once one has taken it. */
  stickProblem: { name: string; problem: DriveProblem } | null
  /** When the code on paper was made that opens the data and every copy without this computer's account. */
  codeMadeAt: number | null
  /** When a code was made of which nobody has said yet that it is on paper. */
  newCodeMadeAt: number | null
  /** Where the journal is kept a second time; null for nowhere. */
  secondJournal: SecondJournal | null
  /** Since when the district can open them, if it has an escrow key. */
  districtSince: number | null
}

/** The journal on another disk; `missing`: it is not in now, and is written again from where it was once it is. */
export type SecondJournal = { path: string; state: 'well' | 'missing' | 'failing'; behind: number }

export const backupsContract = {
  /** Keeps the journal on this drive as well, from its first change on, or on none. Work never waits for it. */
  placeJournal: call<BackupState, { kind: 'same-disk' } | DriveProblem>()(z.object({ drive: z.string().min(1).max(400).nullable() })),
  state: call<BackupState>()(z.object({})),
  /** Makes a copy now, beside those that the desk makes by itself twice a day. */
  make: call<BackupCard, BackupProblem>()(z.object({})),
  /** *Uji pemulihan*: restores the newest copy in a folder aside, replays the journal, and compares the result with the desk. */
  test: call<RestoreTest, { kind: 'no-backup' } | { kind: 'disk-full' }>()(z.object({})),
  /** Puts a trial restore that is due off by a day. */
  postponeTest: call<BackupState, { kind: 'not-due' }>()(z.object({ why: z.enum(WHY_POSTPONED) })),
  /** Makes a new recovery code. It is shown this once and kept nowhere; the one before stays in force until the new one is kept. */
  makeCode: call<{ code: string; words: string[] }>()(z.object({})),
  /** An officer has the new code on paper: from now on it alone opens the data, and the one before opens no later copy. */
  keepCode: call<BackupState, { kind: 'not-new-code' }>()(z.object({ code: z.string().max(200) })),
  /** Prints that code for the envelope while it is still on the screen; any other text is refused. */
  printCode: call<{ isSent: boolean }, { kind: 'wrong-code' } | { kind: 'printer-not-found' } | { kind: 'spooler-down' }>()(
    z.object({ code: z.string().max(80), printer: z.string().min(1).max(200) })
  ),
  /** Puts a copy of what the desk holds now on a stick, else the newest one, and remembers it: from then on each new copy goes there when it is in. */
  copyToStick: call<BackupCard, { kind: 'no-backup' } | DriveProblem>()(z.object({ drive: z.string().min(1).max(400) })),
  /** What recoveries have set aside on this PC, newest first. */
  setAside: call<SetAside[]>()(z.object({})),
  /** Writes over and removes what one recovery set aside; gives what is left of all. `not-shredded`: something of it is held open or cannot be written. */
  shredSetAside: call<SetAside[], { kind: 'not-found' } | { kind: 'not-shredded' }>()(z.object({ name: z.string().max(40) }))
}
