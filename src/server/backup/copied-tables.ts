import type { TableName } from '../database/tables'

/** Every table, with how many of its rows are carried at once: those with bytes in them a few at a time. */
export const COPIED: Record<TableName, number> = {
  district: 100,
  districtKey: 100,
  feed: 100,
  device: 500,
  enrolmentCode: 500,
  frame: 100,
  change: 500,
  wait: 500,
  chain: 500,
  feedMark: 500,
  row: 500,
  claim: 500,
  blob: 500,
  blobChunk: 10,
  districtFile: 20,
  idempotent: 500,
  backup: 500,
  escrowKey: 100,
  escrowOpening: 500,
  auditHead: 500,
  affectedListing: 500
}
