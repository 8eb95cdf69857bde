import { createHmac } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Countersign } from '#shared/audit/audit-head'
import type { AuditLine } from '#shared/audit/audit-line'
import type { Clock } from '#shared/clock'
import { statement } from '../changes/rows'
import type { Reader } from '../database/tables'
import { isDiskFull } from '../disk-full'
import type { KeptOutside } from '../keys/kept-outside'
import { noteKeptOutside } from '../keys/kept-outside.store'
import { type AuditHead, auditHead, enterLine, hashOf, type Signer, sealHead, signatureOf } from './audit-chain'
import { isByDistrict, keepCountersign, lastCountersign } from './countersigns'

type Said = Pick<AuditLine, 'kind'> & Partial<Omit<AuditLine, 'n' | 'at' | 'mono' | 'kind'>>
type Entry = Omit<AuditLine, 'n'>

/** A clock that goes wrong by less is corrected by Windows every day. */
const JUMP_MS = 60_000
/** On a full disk so many answers are given whose lines wait in memory: a resident is not sent away, and nobody reads on unseen for long. */
const MOST_HELD = 500
const SAME_LOOK_MS = 10 * 60_000

/**
 * Writes the access log. A line is on the disk before the answer it speaks of is given; answers of one moment share one commit.
 * Only on a full disk do lines wait in memory, and no more than 500.
 */
export class AuditBook {
  /** The run before this one ended without saying so. */
  readonly wasCutOff: boolean
  /** When the run before this one left its last line, by the PC's clock of then. */
  readonly endedAt: number | undefined
  private waiting: Entry[] = []
  private flushing: Promise<void> | undefined
  private last: { at: number; mono: number | undefined } | undefined
  private shown = new Map<string, Map<string, number>>()
  private readonly raw: Database
  private readonly db: Reader
  private readonly signer: Signer
  private readonly time: { clock: Clock; monotonic(): number }
  private readonly markKey: Uint8Array
  private readonly outside: KeptOutside

  constructor(
    raw: Database,
    db: Reader,
    signer: Signer,
    time: { clock: Clock; monotonic(): number },
    markKey: Uint8Array,
    outside: KeptOutside
  ) {
    this.raw = raw
    this.db = db
    this.signer = signer
    this.time = time
    this.markKey = markKey
    this.outside = outside
    const newest = statement(raw, 'select at, kind from audit order by n desc limit 1').raw(false).get() as
      | { at: number; kind: string }
      | undefined
    this.endedAt = newest?.at
    this.wasCutOff = newest !== undefined && newest.kind !== 'stop'
    this.last = newest && { at: newest.at, mono: undefined }
  }

  /** Notes a line and resolves when it is on the disk. */
  note(said: Said): Promise<void> {
    this.waiting.push(...this.entries(said))
    this.flushing ??= this.flush()
    return this.flushing
  }

  /** Enters a line in the transaction that is open: it stands or falls with what it speaks of. */
  enter(said: Said): void {
    for (const entry of this.entries(said)) enterLine(this.raw, this.signer, entry)
  }

  /**
   * Of these records, those that the same call has not shown to the same officer in the last ten minutes:
   * a screen reads itself again after every save, and that is no new look.
   */
  newlyShown(reading: string, ids: readonly string[]): string[] {
    const now = this.time.monotonic()
    const shown = this.shown.get(reading) ?? new Map<string, number>()
    this.shown.set(reading, shown)
    const news = ids.filter(id => now - (shown.get(id) ?? Number.NEGATIVE_INFINITY) >= SAME_LOOK_MS)
    for (const id of news) shown.set(id, now)
    return news
  }

  /** Somebody else sits down: whatever is shown is a new look. */
  forgetShown(): void {
    this.shown.clear()
  }

  /** The signed head: what a paper or a server keeps of this log to prove later that nothing was cut off. A copy lies beside the database. */
  seal(): AuditHead {
    const head = sealHead(this.raw, this.signer)
    if (head.n === 0) return head
    noteKeptOutside(this.raw)
    this.outside.write({ audit: head })
    return head
  }

  /** The newest line with this desk's signature, when the log is longer than that. */
  headToTell(known: number): (AuditHead & { signature: string }) | undefined {
    if (auditHead(this.raw).n <= known) return undefined
    const head = this.seal()
    return { ...head, signature: Buffer.from(signatureOf(this.raw, head.n)).toString('base64') }
  }

  /** The hash that stands in a line now. */
  hashOf(n: number): string | undefined {
    return hashOf(this.raw, n)
  }

  lastCountersign(): Countersign | undefined {
    return lastCountersign(this.raw)
  }

  /** Keeps what the district has signed; false when it is not the district's word on this desk. */
  keepCountersign(said: Countersign, of: { district: string | null; districtKey: string | null }): boolean {
    if (!isByDistrict(said, { ...of, device: this.signer.device })) return false
    keepCountersign(this.raw, said)
    return true
  }

  /** Says so in a line of its own when the log has lost lines since it was last sealed: cut off, or left behind by an older copy of the database; also when nobody can tell any more. Call it before the first line. */
  async noteLinesGone(isProofGone: boolean): Promise<void> {
    const sealed = this.outside.read()?.audit
    if (isProofGone) await this.note({ kind: 'other', outcome: 'proof-gone' })
    else if (!sealed || hashOf(this.raw, sealed.n) === sealed.hash) return
    else await this.note({ kind: 'other', outcome: 'lines-gone', count: Math.max(0, sealed.n - auditHead(this.raw).n) })
    this.seal()
  }

  /** A keyed mark of typed text; the text cannot be read from it. */
  mark(text: string): string {
    return createHmac('sha256', this.markKey).update(text.normalize('NFC').trim().toLowerCase()).digest('hex').slice(0, 32)
  }

  private async flush(): Promise<void> {
    // whatever is answered in this turn of the loop comes along
    await new Promise(resolve => setImmediate(resolve))
    this.flushing = undefined
    const lines = this.waiting.splice(0)
    try {
      await this.db.connection().execute(async () => {
        this.raw.transaction(() => {
          for (const line of lines) enterLine(this.raw, this.signer, line)
        })()
      })
    } catch (error) {
      this.waiting.unshift(...lines)
      if (!isDiskFull(error) || this.waiting.length > MOST_HELD) throw error
    }
  }

  /** The line, and before it a line about the PC's clock when that has jumped since the last one. */
  private entries({ kind, call = null, officer = null, outcome = 'ok', ...rest }: Said): Entry[] {
    const at = this.time.clock.now()
    const mono = Math.round(this.time.monotonic())
    const line = { at, mono, kind, call, officer, outcome, ...rest }
    const by = jumpSince(this.last, { at, mono })
    this.last = { at, mono }
    if (Math.abs(by) < JUMP_MS) return [line]
    return [{ at, mono, kind: 'clock', call: null, officer, outcome: 'ok', by }, line]
  }
}

/** By how much the clock was set; while the program did not run only a step back shows. */
function jumpSince(last: { at: number; mono: number | undefined } | undefined, { at, mono }: { at: number; mono: number }): number {
  if (!last) return 0
  return last.mono === undefined ? Math.min(0, at - last.at) : at - last.at - (mono - last.mono)
}
