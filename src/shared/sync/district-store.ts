import type { Row } from '#shared/changes/reduce'
import type { OpenedChange, OpenedFrame } from './frame'

/** Why a change is kept and not fed: a person at its desk has to look. Each has a sentence on the screen. */
export const REFUSALS = ['invalid', 'not-allowed', 'number-taken', 'no-such-parent', 'not-replaceable'] as const
export type Refusal = (typeof REFUSALS)[number]

/**
 * Where a change stands on the server. SPEC S3.
 * - `fed`: it has a feed number
 * - `waiting`: it names a change the server does not have yet
 * - `refused`: kept, with a reason, until another change of that desk takes its place
 * - `replaced`: another change has taken its place
 */
export type Standing = { hash: string; state: 'fed' | 'waiting' | 'refused' | 'replaced'; feed: number | null; reason: Refusal | null }

/** A change to be kept: where it lies, what it waits for. */
export type KeptChange = OpenedChange & Omit<Standing, 'hash'> & { frame: string; index: number; waitsFor: string[] }

/** What of a frame is kept for the first time. */
export type Kept = { opened: OpenedFrame; changes: readonly KeptChange[] }

/** A number, code or name that only one entity of the district may have. */
export type Claim = { name: string; value: string; entity: string; id: string }

export const rowKey = (entity: string, id: string): string => `${entity}/${id}`
export const claimKey = ({ name, value }: Pick<Claim, 'name' | 'value'>): string => `${name}/${value}`

/**
 * One district's log inside one transaction. Everything that is written here becomes true together, or not at all.
 * `lock` is called before anything is read: it takes the district's counter row, so that the order of feed numbers is the order of commits (SPEC S1).
 */
export type DistrictStore = {
  /** The last feed number that was given. */
  lock(): Promise<number>
  standings(ids: readonly string[]): Promise<Map<string, Standing>>
  /** The change of a device that has this hash. */
  changeWithHash(device: string, hash: string): Promise<string | undefined>
  /** The highest number held of a device's epoch; 0 for none. */
  lastSeq(device: string, epoch: number): Promise<number>
  rows(keys: readonly { entity: string; id: string }[]): Promise<Map<string, Row>>
  /** The entity that holds each of these. */
  claimed(claims: readonly Claim[]): Promise<Map<string, string>>
  /** The waiting changes that wait for any of these, with what each still waits for as it was kept. */
  waitingFor(ids: readonly string[]): Promise<(OpenedChange & { waitsFor: string[] })[]>
  /** Keeps these frames and changes, in their order. */
  keep(kept: readonly Kept[]): Promise<void>
  /** Changes the standing of changes that are already kept; `waitsFor` of a fed or refused one is forgotten. */
  restand(standings: ReadonlyMap<string, Omit<Standing, 'hash'>>): Promise<void>
  putRows(rows: ReadonlyMap<string, { entity: string; id: string; row: Row }>): Promise<void>
  putClaims(claims: readonly Claim[]): Promise<void>
  /** The last statement before the commit. */
  setLast(feed: number): Promise<void>
}
