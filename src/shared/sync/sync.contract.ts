import { z } from 'zod'
import type { ClashKind } from '#shared/changes/reduce'
import type { DriveProblem } from '#shared/files/drive-problem'
import type { ClockQuality } from '#shared/office/clock-check'
import { call } from '#shared/rpc/call'
import type { DistrictFileName } from './district-file'
import type { Refusal } from './district-store'
import type { TurnedAway } from './protocol'

/** Why a certificate is not trusted: it is not valid on this day, is for another address, or nobody vouches for it whom this PC knows. */
export type CertificateFault = 'certificate-not-now' | 'certificate-other-name' | 'certificate-unknown'

/** Why a server was not reached or not understood; nothing on the desk depends on it. */
export type LineProblem =
  | { kind: 'no-line' }
  /** Something answered that is not a district server: the page of a public network, mostly. */
  | { kind: 'not-the-server' }
  | { kind: CertificateFault }
  | { kind: 'turned-away'; reason: TurnedAway }
  | { kind: 'broken' }

/** Why a file of the district is not in service here, and the one before still is. */
export type FileTrouble = 'disk-full' | 'newer-program' | 'older-program' | 'unusable' | 'no-villages'

/** A file of the district: the edition that is in service here, and a newer one that is on its way. Sizes in bytes. */
export type FileStanding = {
  name: DistrictFileName
  held: { label: string; publishedAt: number } | null
  next: { label: string; publishedAt: number; have: number; size: number; trouble: FileTrouble | null } | null
}

export type SyncStatus = {
  /** `alone`: this desk has no district server. */
  link:
    | { kind: 'alone' }
    | { kind: 'joining'; checkNumber: string; server: string }
    | { kind: 'joined'; district: string; districtName: string; deskCode: string; server: string }
  isTalking: boolean
  problem: LineProblem | null
  lastContactAt: number | null
  /** How far this PC's clock goes ahead of the district's in milliseconds, behind it when negative; null while that is not known, or is within `CLOCK_TOLERANCE`. */
  clockAhead: number | null
  /** Whole days for which the district was not heard, by a clock that nobody can set; 0 without a district. */
  unheardDays: number
  /** Changes that only this desk has, and since when the oldest of them waits. */
  unsent: number
  oldestUnsentAt: number | null
  /** Changes that the district keeps without taking them. */
  waiting: number
  refused: number
  clashes: number
  /** Up to this number of the district's log everything is here. */
  cursor: number
  /** Letter PDFs and photos that have not been sent yet. */
  attachments: number
  numbering: 'open' | 'held' | 'lost'
  files: FileStanding[]
}

/** Who wrote something, where and when, by that PC's own clock; `clock` says how far to trust it. */
export type Author = { officerName: string | null; deskCode: string; at: number; clock: ClockQuality }

/** A value as a person reads it; codes are for the screen to say in words. */
export type FieldPair = { field: string; standing: unknown; wished: unknown }

export type ClashCard = {
  entity: string
  id: string
  /** The change whose values were set aside. */
  change: string
  kind: ClashKind
  /** What the record is called: a person's name, a case number, a letter number; without a name of its own what the record is called that it belongs to. */
  title: string
  /** The record that it belongs to, whose screen shows this one too. */
  parent: { entity: string; id: string } | null
  fields: FieldPair[]
  wishedBy: Author
  standingBy: Author | null
  /** The change by which each field stands as it is shown. */
  standingIn: Record<string, string>
  /** Whether the officer who asks owns the record. */
  isMine: boolean
}

/** A change that is not with the district yet, or that the district does not take. */
export type QueueItem = {
  change: string
  at: number
  officerName: string | null
  /** What it touches: kinds of records, with what they are called; of records without a name, what the record is called that they belong to. */
  records: { entity: string; id: string; title: string }[]
  state: 'new' | 'waiting' | 'refused'
  reason: Refusal | null
}

/** Where the newest change of a record stands: kept here, with the district under this number, or to be put right. */
export type Receipt =
  | { kind: 'here' }
  | { kind: 'fed'; feed: number }
  | { kind: 'waiting' }
  | { kind: 'refused'; change: string; reason: Refusal }

export type Drive = { path: string; name: string; freeBytes: number }
export type PackWritten = { file: string; changes: number; bytes: number }
export type PackRead = {
  file: string
  outcome: 'taken' | 'nothing-new' | 'not-for-us' | 'damaged' | 'another-version' | 'not-a-pack'
  changes: number
  /** Its feed goes on behind what is here: an earlier pack has to be read first. */
  needsEarlier?: true
}

export type JoinRefusal =
  | { kind: 'no-line' }
  | { kind: 'not-the-server' }
  | { kind: CertificateFault }
  /** This address has asked too often; so many seconds later it may again. */
  | { kind: 'too-many-joins'; seconds: number }
  | { kind: 'unknown-code' }
  | { kind: 'code-expired' }
  | { kind: 'code-used' }
  | { kind: 'code-dead' }
  | { kind: 'already-joined' }
  /** A desk that was in a district joins that one again, and no other. */
  | { kind: 'other-district' }
  /** Only a manager or an administrator may join a desk that has been set up. */
  | { kind: 'not-yours' }
  | { kind: 'insecure-address' }
  /** This desk was set up alone under a letter that another desk of the district has, or under another than the code was made for. */
  | { kind: 'desk-taken'; letter: string }
  | { kind: 'desk-other'; letter: string }
  | { kind: 'refused-by-server'; reason: string }

export type MoveRefusal =
  | { kind: 'no-line' }
  | { kind: 'not-the-server' }
  | { kind: CertificateFault }
  | { kind: 'insecure-address' }
  | { kind: 'not-joined' }
  /** Another district's server, or one that does not let this desk in. */
  | { kind: 'other-district' }

const place = z.object({ entity: z.string().max(40), id: z.uuid() })

export const syncContract = {
  status: call<SyncStatus>()(z.object({})),
  /** A district server that was started on this very PC to try things out. */
  nearby: call<{ server: string; code: string } | null>()(z.object({})),
  /** Joins a district server with the one-time code that its administrator gave; until the check number was compared there, nothing is exchanged. */
  join: call<SyncStatus, JoinRefusal>()(z.object({ server: z.string().max(200), code: z.string().max(40) })),
  /** Gives up joining while nobody at the district has confirmed it. */
  cancelJoin: call<SyncStatus, { kind: 'already-joined' } | { kind: 'not-yours' }>()(z.object({})),
  /** Takes another address for the district's server, once what answers there has proven to be this desk's district. */
  moveServer: call<SyncStatus, MoveRefusal>()(z.object({ server: z.string().max(200) })),
  /** Starts a conversation now and answers when it is over. */
  sendNow: call<SyncStatus>()(z.object({})),
  queue: call<QueueItem[]>()(z.object({})),
  clashes: call<ClashCard[]>()(z.object({})),
  /** Answers a clash: for each field, whether the standing value, as it was shown, or the wished one holds from now on; a status brings along what was said with it. */
  resolve: call<null, { kind: 'not-found' } | { kind: 'moved-on' } | { kind: 'not-allowed' }>()(
    place.extend({
      change: z.string().max(80),
      standingIn: z.record(z.string().max(60), z.string().max(80)),
      choices: z.record(z.string().max(60), z.enum(['standing', 'wished']))
    })
  ),
  /** Sends a refused change again in the name of who is signed in, or takes it back. */
  replace: call<null, { kind: 'not-found' } | { kind: 'not-allowed' }>()(
    z.object({ change: z.string().max(80), how: z.enum(['again', 'take-back']) })
  ),
  receipt: call<Receipt | null>()(place),
  drives: call<Drive[]>()(z.object({})),
  /** Writes what the district does not have yet to a stick, sealed. */
  writePack: call<PackWritten, { kind: 'not-joined' } | DriveProblem>()(z.object({ drive: z.string().max(400) })),
  /** Takes every pack for this desk on a stick. */
  readPacks: call<PackRead[], { kind: 'not-joined' } | { kind: 'no-drive' }>()(z.object({ drive: z.string().max(400) }))
}
