import type { Database } from 'better-sqlite3'
import { statement } from '../changes/rows'
import type { DeskKeys } from './desk-keys'

/** The desk's note of itself, made once. */
export function settleHere(raw: Database, { device, epoch }: DeskKeys): void {
  statement(raw, 'insert into here (one, device, epoch) values (1, ?, ?) on conflict (one) do nothing').run(device, epoch)
}
