import type { Desk } from '../desk'
import { isWhole, lookAt } from './attachments'
import { forgetBlob, listOldBlobs, offerBlobs } from './attachments.store'
import type { Line } from './http-line'

const DAY_MS = 86_400_000
/** Eighteen months: so long after the end of its case an attachment stays at the desks. */
const KEPT_MS = 548 * DAY_MS

/** Lets go what only the district needs to keep, until `isWanted` says that the log goes first. Throws when the line fails. */
export type OldAttachments = { letGo(line: Line, districtNow: number, isWanted: () => boolean): Promise<void> }

/**
 * SPEC P15: of what lies on the PC the least is stolen with it. All attachments are looked through once a day, some with each conversation. A clock that
 * goes ahead lets nothing go, neither this PC's nor the district's alone.
 */
export function oldAttachmentsOf(desk: Desk): OldAttachments {
  let after = ''
  let restsUntil = Number.NEGATIVE_INFINITY
  return {
    async letGo(line, districtNow, isWanted) {
      if (desk.monotonic() < restsUntil) return
      const page = await listOldBlobs(desk.db, after, Math.min(districtNow, desk.clock.now()) - KEPT_MS)
      for (const hash of page.old) {
        if (isWanted()) return
        const there = await isAtDistrict(desk, line, hash)
        if (there === undefined) return
        await (there ? forgetBlob(desk.db, hash) : offerBlobs(desk.db, [hash]))
        after = hash
      }
      after = page.upTo ?? ''
      if (after === '') restsUntil = desk.monotonic() + DAY_MS
    }
  }
}

/** Undefined where the district does not say: it is called too often, or something is wrong with it. */
async function isAtDistrict(desk: Desk, line: Line, hash: string): Promise<boolean | undefined> {
  const answer = await lookAt(desk, line, hash)
  if (answer.status === 200) return isWhole(answer)
  return answer.status === 404 ? false : undefined
}
