import { counted } from '#shared/counted'
import type { Counted } from '../backup/check-file'

/** What of a district is in a backup. */
export const backupSaid = ({ changes, head, attachments }: Counted): string =>
  `${counted(changes, 'change')}, feed up to ${head}, ${counted(attachments, 'attachment')}`

/** What a person should know of attachments that are spoilt; undefined when none is. */
export function damagedSaid(found: readonly Counted[]): string | undefined {
  const damaged = found.flatMap(one => one.damaged).length
  if (damaged === 0) return undefined
  return `${counted(damaged, 'attachment')} of these cannot be read any more: desks that have them are asked for them again; a file of the district's own has to be published again`
}
