import { z } from 'zod'
import type { DriveProblem } from '#shared/files/drive-problem'
import { IntakeInput, type IntakeLine, IntakeOfficer } from '#shared/intake/intake'
import { type ClosedReason, call } from '#shared/rpc/call'

/**
 * What a recovery has brought back. `source`: the database itself, a copy of it here or on a stick (`madeAt` says from when), or only the journal.
 * `replayed`: changes from the journal after that; `lost`: changes that the journal names and cannot give back.
 */
export type Rebuilt = {
  source: 'database' | 'backup' | 'stick' | 'journal'
  madeAt: number | null
  changes: number
  replayed: number
  lost: number
  /** The folder with what was set aside; nothing is deleted. */
  setAside: string
}

/** Since when the district can open a desk's data, and what it has to be told for that. */
export type DistrictDoor = { since: number; request: string }
/** `code`: when the code on paper was made. `district`: of these data one; where what opens them lies on a stick alone, one of each desk on it. */
export type Doors = { code: number | null; district: DistrictDoor[] }

/** When this PC was erased, which desk it was, whether its district knows, and what could not be reached; null where none of that can be read. */
export type Erased = { at: number; deskCode: string; district: string | null; isTold: boolean; left: string[] } | null

/** `no-intake`: another window has the desk open, or this computer cannot keep a key for a second book. */
type NoIntake = StillClosed | { kind: 'desk-is-open' } | { kind: 'no-intake' }
/** The version before the one that runs and cannot open the data; `hasInstaller`: whether it can be put back from here. */
export type WayBack = { version: string; hasInstaller: boolean }
type StillClosed = { kind: 'still-closed'; reason: ClosedReason }

/** What a desk whose data could not be opened may still be asked. An open desk refuses all of it. */
/** The copies of one desk on a stick: in which folder they lie, and when the newest was made. */
export type CopiesOnStick = { drive: string; name: string; folder: string; madeAt: number }

export const recoveryContract = {
  /** Of a new PC: whose copies lie on the sticks that are in. */
  onSticks: call<CopiesOnStick[]>()(z.object({})),
  /** Of a new PC: fetches copies from a stick, if the code opens them, and closes the data, which are then opened with that code and restored. */
  fromStick: call<
    null,
    { kind: 'already-set-up' } | { kind: 'no-backup' } | { kind: 'wrong-code' } | { kind: 'disk-full' } | StillClosed | DriveProblem
  >()(z.object({ drive: z.string().min(1).max(400), folder: z.string().max(20), code: z.string().max(240) })),
  /** Tries once more to open the data as they are. */
  tryAgain: call<null, StillClosed | { kind: 'desk-is-open' }>()(z.object({})),
  /** The emergency book: whoever was taken in so far, by number and name alone. */
  intake: call<{ lines: IntakeLine[] }, NoIntake>()(z.object({})),
  /** Takes somebody in while the desk's own data stay closed; the number goes with the person, and the entry into the log afterwards. */
  takeIn: call<
    IntakeLine,
    NoIntake | { kind: 'nik-blocked'; blocks: string[] } | { kind: 'phone-invalid' } | { kind: 'birth-date-in-future' }
  >()(z.object({ officer: IntakeOfficer, person: IntakeInput })),
  /** The ways to open data whose key cannot be read. */
  doors: call<Doors, { kind: 'desk-is-open' }>()(z.object({})),
  /** Opens the data with the recovery code from paper, or with what the district answered, and gives their keys to this computer's account. `wrong-code` changes nothing. */
  enterCode: call<null, StillClosed | { kind: 'desk-is-open' } | { kind: 'wrong-code' } | { kind: 'no-code' }>()(
    z.object({ code: z.string().max(240) })
  ),
  /**
   * Makes a database that can be worked with from what is whole, and opens it. For data that a newer program has brought to its form that is a copy from
   * before, with everything after it from the journal.
   */
  restore: call<Rebuilt, StillClosed | { kind: 'desk-is-open' } | { kind: 'nothing-to-restore' }>()(z.object({})),
  /** What is known of a PC that was erased. */
  erased: call<Erased, { kind: 'desk-is-open' } | { kind: 'not-found' }>()(z.object({})),
  /** Lets a PC that was erased to the end be set up as a new desk; nothing else ever makes one there. */
  beginAnew: call<null, StillClosed | { kind: 'desk-is-open' }>()(z.object({})),
  /** The version before this one, as long as nobody has signed in to this one. */
  wayBack: call<WayBack | null, { kind: 'desk-is-open' }>()(z.object({})),
  /** Starts the installer of the version before and ends the program; this version is not offered again on this PC. */
  goBack: call<null, { kind: 'desk-is-open' } | { kind: 'no-way-back' } | { kind: 'installer-damaged' } | { kind: 'not-started' }>()(
    z.object({})
  )
}
