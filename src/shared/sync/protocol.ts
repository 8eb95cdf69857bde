import { z } from 'zod'
import { REFUSALS } from './district-store'
import { type Frame, MOST_CHANGES } from './frame'

/** Raised when a message changes its form; a test pins the hash of these schemas beside it. SPEC P1. */
export const PROTOCOL_VERSION = 2

const Bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array)
const Seq = z.int().nonnegative()
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const FrameMessage = z.strictObject({
  kind: z.literal('frame'),
  device: z.uuid(),
  epoch: z.int().positive(),
  first: z.int().positive(),
  count: z.int().min(1).max(MOST_CHANGES),
  payload: Bytes,
  signature: Bytes
})

/** Which changes somebody holds of one device: all of that epoch up to `seq`, whose hash tells that they are the same. */
export const Extent = z.strictObject({ device: z.uuid(), epoch: z.int().positive(), seq: Seq, hash: Hash })
export type Extent = z.infer<typeof Extent>

/** The desk says who it is and how far it has come; nothing else is answered before it. SPEC P2. */
export const Hello = z.strictObject({
  kind: z.literal('hello'),
  protocol: z.int(),
  district: z.string().max(20),
  device: z.uuid(),
  epoch: z.int().positive(),
  /** Rises with every hello, so that a recorded one is worth nothing. */
  counter: z.int().positive(),
  feedEpoch: z.string().max(40).nullable(),
  cursor: Seq,
  /** The beginning of the hash of the change at the cursor: how a server that was rolled back without a word is found out. */
  cursorHash: z
    .string()
    .regex(/^[0-9a-f]{16,64}$/)
    .nullable(),
  /** The last of its own changes in its epoch that this desk knows the server to have. */
  ownSeq: Seq,
  roster: z.int().nonnegative(),
  changeVersion: z.int().positive(),
  /** How this desk's frames are laid out; what was laid out otherwise it cannot read, and is told in plain. SPEC W5. */
  layout: z.int().nonnegative(),
  /** The desk's clocks now: with them the server can date changes of the same run. */
  clock: z.strictObject({ wall: z.int(), boot: z.string().max(40), mono: z.int() })
})
export type Hello = z.infer<typeof Hello>

export const FromDesk = z.discriminatedUnion('kind', [
  Hello,
  FrameMessage,
  /** No more frames: what is left of the feed may be sent to its end. */
  z.strictObject({ kind: z.literal('bye') })
])
export type FromDesk = z.infer<typeof FromDesk>

export const VerdictMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fed'), feed: z.int().positive() }),
  z.strictObject({ kind: z.literal('waiting'), for: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('refused'), reason: z.enum(REFUSALS) }),
  z.strictObject({ kind: z.literal('replaced') }),
  z.strictObject({ kind: z.literal('gap'), expected: Seq }),
  z.strictObject({ kind: z.literal('forked') })
])

/** Why a server speaks no further with a desk. Each has a sentence on the screen. */
export const TURNED_AWAY = [
  'protocol',
  'wrong-district',
  'unknown-device',
  'unconfirmed',
  'revoked',
  'frozen',
  'replayed',
  'bad-signature',
  'malformed',
  'too-large',
  'too-many',
  'layout',
  'too-much'
] as const
export type TurnedAway = (typeof TURNED_AWAY)[number]

export const RosterEntry = z.strictObject({ device: z.uuid(), code: z.string().max(4), publicKey: Bytes, isRevoked: z.boolean() })
export type RosterEntry = z.infer<typeof RosterEntry>

/** Part of the feed: consecutive numbers from `feed` on. SPEC L1. */
export const FeedPart = z.discriminatedUnion('kind', [
  /** Changes out of one frame, at these places in it. */
  z.strictObject({ kind: z.literal('part'), feed: z.int().positive(), frame: FrameMessage, picks: z.array(z.int().nonnegative()).min(1) }),
  /** The desk's own changes, which it holds: from `first` on, so many. */
  z.strictObject({
    kind: z.literal('own'),
    feed: z.int().positive(),
    epoch: z.int().positive(),
    first: z.int().positive(),
    count: z.int().positive(),
    /** Of the last of them. */
    hash: Hash
  })
])
export type FeedPart = z.infer<typeof FeedPart>

export const FromServer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('welcome'),
    protocol: z.int(),
    feedEpoch: z.string().max(40),
    head: Seq,
    now: z.int(),
    layout: z.int().nonnegative(),
    /** How often the district has published a file for its desks: who knows another number asks which there are. SPEC R1. */
    files: Seq,
    /** What the server holds, told only to a desk that has to begin anew. */
    extents: z.array(Extent).nullable(),
    /** The last that the server holds of the desk's own epoch, where that is more than the desk knew. SPEC P3. */
    held: z.strictObject({ seq: z.int().positive(), hash: Hash }).nullable()
  }),
  /** All devices of the district, signed by its key; sent when the desk's list is an older one. */
  z.strictObject({ kind: z.literal('roster'), version: z.int().positive(), entries: z.array(RosterEntry), signature: Bytes }),
  /** Changes of this desk that are kept and not fed, all of them in as many messages as it takes, with their frames where the desk may have lost them. */
  z.strictObject({
    kind: z.literal('parked'),
    changes: z.array(z.strictObject({ id: z.string(), hash: Hash, verdict: VerdictMessage, frame: FrameMessage.optional() }))
  }),
  /** The verdicts on one frame, in its order. */
  z.strictObject({
    kind: z.literal('verdicts'),
    device: z.uuid(),
    epoch: z.int().positive(),
    first: z.int().positive(),
    verdicts: z.array(VerdictMessage)
  }),
  FeedPart.options[0],
  FeedPart.options[1],
  /** The feed has been sent up to here. */
  z.strictObject({ kind: z.literal('done'), head: Seq }),
  /** `counter`: the last one that was heard under this name, for a desk whose own was put back. */
  z.strictObject({ kind: z.literal('turned-away'), reason: z.enum(TURNED_AWAY), counter: Seq.optional() })
])
export type FromServer = z.infer<typeof FromServer>

/** The frame that a message carries. */
export const frameOf = ({ kind: _, ...frame }: Extract<FromDesk, { kind: 'frame' }>): Frame => frame
