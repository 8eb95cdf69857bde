import { refusalOf } from '#shared/sync/rights'
import { readRow } from '../changes/rows'
import type { Writer } from '../database/tables'
import type { Desk } from '../desk'

/** Whether whoever sits here may write what they have just decided: by the table the district asks, and by the roles they had before it. */
export function mayDecide({ raw, session: { officer } }: Pick<Desk, 'raw' | 'session'>, { change }: Writer): boolean {
  if (!officer) return false
  const before = { fields: { roles: [...officer.roles], isActive: true }, stamps: {} }
  const judged = { officer: officer.id, seq: 0, ops: change.ops }
  return (
    refusalOf(judged, (entity, id) => (entity === 'officer' && id === officer.id ? before : readRow(raw, entity, id))) !== 'not-allowed'
  )
}
