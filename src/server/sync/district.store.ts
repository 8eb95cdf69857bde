import type { DistrictStore } from '#shared/sync/district-store'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import type { Inside } from '../database/tables'
import { noteBrought } from '../devices/brought.store'
import { lockDistrict } from '../districts/districts.store'
import { markFeed } from './feed-marks.store'
import { findChangeWithHash, findLastSeq, listStandings, listWaitingFor } from './log.store'
import { type Arrival, restandChanges, saveChanges, saveFrames } from './log-writes.store'
import { listClaimed, listRows, saveClaims, saveRows } from './rows.store'

/** One transaction over the log of a district: when it has returned, everything written in it is on disk; if it throws, nothing is written. */
export function withDistrict<T>(
  server: Database,
  district: string,
  arrival: Arrival,
  work: (store: DistrictStore) => Promise<T>
): Promise<T> {
  return inDistrict(server, district, async inside => {
    let bytes = 0
    const weigh = (kept: number) => {
      bytes += kept
    }
    const result = await work(districtStore(inside, arrival, weigh))
    if (arrival.from !== undefined && bytes > 0) await noteBrought(inside, arrival.from, bytes, arrival.at)
    return result
  })
}

function districtStore(inside: Inside, arrival: Arrival, weigh: (bytes: number) => void): DistrictStore {
  return {
    lock: () => lockDistrict(inside),
    standings: ids => listStandings(inside, ids),
    changeWithHash: (device, hash) => findChangeWithHash(inside, device, hash),
    lastSeq: (device, epoch) => findLastSeq(inside, device, epoch),
    rows: keys => listRows(inside, keys),
    claimed: claims => listClaimed(inside, claims),
    waitingFor: ids => listWaitingFor(inside, ids),
    keep: async kept => {
      await saveFrames(inside, arrival, kept)
      await saveChanges(inside, kept)
      // what a frame says lies here in it and again in rows
      for (const { opened, changes } of kept) weigh(changes.reduce((sum, { body }) => sum + body.length, opened.frame.payload.length))
    },
    restand: standings => restandChanges(inside, standings),
    putRows: rows => saveRows(inside, rows),
    putClaims: claims => saveClaims(inside, claims),
    setLast: async last => {
      await markFeed(inside, last)
      await inside.trx.updateTable('feed').set({ last }).where('district', '=', inside.district).execute()
    }
  }
}
