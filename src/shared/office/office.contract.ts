import { z } from 'zod'
import type { ChangedMeanwhile } from '#shared/changes/meant'
import { Day } from '#shared/day'
import { Pin } from '#shared/officers/officer'
import { OfficerInput } from '#shared/officers/officers.contract'
import { type ClosedReason, call } from '#shared/rpc/call'
import type { SpaceLevel } from '#shared/space/space'
import { plainText } from '#shared/text'
import { DeskLetter } from './desk-scope'
import { type Holiday, type Office, OfficeSettings, Signer } from './office'
import type { PcClock } from './pc-clock'

export const SignerInput = Signer.omit({ id: true, isActive: true })

/** An office that a new PC can belong to, under this letter; and the desks that hold some villages alone, one of which it may replace. Their names are those of the villages. */
export type OfferedOffice = { name: string; deskCode: string; replaceable: { deskCode: string; villages: string }[] }

/** What every screen needs to know before anybody has signed in. */
export type DeskState =
  | { kind: 'closed'; reason: ClosedReason; dataFolder: string }
  /** `offered`: this desk has joined a district, and an office is known there that it can belong to. */
  | { kind: 'new'; today: string; clock: PcClock; keyProtection: KeyProtection; offered: OfferedOffice | null }
  | {
      kind: 'open'
      office: Office
      districtName: string
      today: string
      clock: PcClock
      keyProtection: KeyProtection
      /** Changes that are safe in the database but could not yet be written to the journal. */
      journalBehind: number
      space: SpaceLevel
      /** Whether the journal's second disk is in; `none` when there is none to be. */
      secondJournal: 'none' | 'well' | 'missing' | 'failing'
      /** `old`: work of more than a day is in no copy. */
      backup: 'well' | 'old'
      /** Changes that were brought back from the journal when the desk was opened. */
      recoveredChanges: number
    }
/** `differences` names the tables whose rows are not what the log says. */
export type LogCheck = { changes: number; rows: number; differences: string[] }
export type KeyProtection = { name: string; isProtected: boolean }

export const officeContract = {
  state: call<DeskState>()(z.object({})),
  /** First run: the office, its officers and signers, its agencies and the letter book of this year, in one change. */
  setUp: call<
    Office,
    { kind: 'already-set-up' } | { kind: 'unknown-district' } | { kind: 'bad-number-pattern' } | { kind: 'no-administrator' }
  >()(
    z.object({
      settings: OfficeSettings,
      deskCode: z.string().regex(/^[A-Z]{1,2}$/),
      officers: z
        .array(OfficerInput.extend({ pin: Pin }))
        .min(1)
        .max(50)
        .refine(officers => new Set(officers.map(officer => officer.name.toLowerCase())).size === officers.length),
      signers: z.array(SignerInput).min(1).max(10),
      /** First free number of this year's book: 1, or where the paper book goes on. */
      firstNumber: z.int().min(1).max(99_999)
    })
  ),
  /** The sample office, ready to try: Rumah SLRT Kabupaten Kendal with made-up officers. */
  setUpSample: call<Office, { kind: 'already-set-up' }>()(z.object({})),
  /** First run of a desk that has joined a district: it takes the district's office and people, and opens a letter book of its own; of a desk that it replaces it takes the villages too. */
  openHere: call<Office, { kind: 'already-set-up' } | { kind: 'nothing-offered' }>()(z.object({ replaces: DeskLetter.optional() })),
  /** Folds the whole log again, compares the result with the tables, and leaves everything as it was. No difference means that the log is complete. */
  checkLog: call<LogCheck>()(z.object({})),
  change: call<Office, { kind: 'unknown-district' } | { kind: 'bad-number-pattern' } | { kind: 'unit-code-taken'; unitCode: string }>()(
    OfficeSettings.partial()
  ),
  signers: call<Signer[]>()(z.object({})),
  addSigner: call<Signer>()(SignerInput),
  correctSigner: call<Signer, { kind: 'not-found' } | ChangedMeanwhile<'signer', Signer>>()(Signer.extend({ shown: Signer.optional() })),
  holidays: call<Holiday[]>()(z.object({ year: z.int().min(2000).max(2200) })),
  /** Marks a day as a holiday, or (with `isWorkingDay`) as a working day in spite of the calendar that came with the program. */
  setHoliday: call<Holiday>()(z.object({ day: Day, name: plainText(120), isWorkingDay: z.boolean() }))
}
