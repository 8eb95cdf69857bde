import type { RowRemark, SetAsideReason } from '#shared/registry/import-columns'
import type { RegistryPerson } from '#shared/registry/person'

/** What one row of a list is: a person, with what of the row could not be read, or why it is none. */
export type RowReading =
  | { kind: 'person'; person: RegistryPerson; remarks: RowRemark[] }
  | { kind: 'set-aside'; reason: SetAsideReason }
  /** Nothing stands in it: counted as no row at all. */
  | { kind: 'blank' }
