import { z } from 'zod'
import type { BackupProblem } from '#shared/backups/backups.contract'
import { call } from '#shared/rpc/call'

/** A version of this program that lies here whole, and since when. */
export type ReadyVersion = { version: string; bytes: number; since: number }

/** How this program stands: the version that runs, the one that may take its place, and what became of the last change of versions. */
export type ProgramState = {
  version: string
  /** Without its publisher's key this program takes no version from its district. */
  takesReleases: boolean
  ready: ReadyVersion | null
  /** Its installation was begun, and the version before is what runs. */
  unfinished: { version: string; at: number } | null
  /** It could not work with the data of this PC and gave its place back; it is not offered again. */
  givenUp: { version: string; at: number } | null
  /** This version took the place of that one. */
  installed: { from: string; at: number } | null
  /** The version before, if its installer lies here to go back to. */
  before: string | null
}

export const updatesContract = {
  state: call<ProgramState>()(z.object({})),
  /**
   * Makes a checked copy of the data, starts the installer and ends the program. `busy`: so many visitors wait or sit at the counter.
   * `installer-damaged`: it is not what its publisher signed any more, and is fetched anew.
   */
  install: call<
    null,
    | { kind: 'no-release' }
    | { kind: 'busy'; visitors: number }
    | { kind: 'on-battery' }
    | { kind: 'installer-damaged' }
    | BackupProblem
    | { kind: 'not-started' }
  >()(z.object({}))
}
