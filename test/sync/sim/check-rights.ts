import type { Change } from '#shared/changes/change'
import { isEndingOf } from '#shared/changes/policy'
import type { Look } from '#shared/changes/reduce'
import { Violation } from './violation'

/** I11: whoever made a change that was fed was in office then, and did nothing that only others may do. */
export function checkRights({ id, officer, seq, ops }: Change, look: Look): void {
  if (officer === null) {
    if (seq > 1) throw new Violation('I11', `${id} was made by nobody`)
    return
  }
  const who = look('officer', officer)?.fields
  const roles = who?.isActive === false ? [] : ((who?.roles ?? []) as string[])
  for (const { type, entity, id: on } of ops) {
    if (entity === 'xThing' || type === 'x-mark') continue
    if (roles.length === 0) throw new Violation('I11', `${id} was made by somebody who is not in office`)
    if (type === 'tombstone' && !roles.includes('manager')) throw new Violation('I11', `${id} removes a record, which its maker may not`)
    if (entity === 'officer' && !roles.includes('administrator'))
      throw new Violation('I11', `${id} changes an officer, which its maker may not`)
    const isReopening = type === 'transition' && entity === 'case' && isEndingOf('case', look('case', on)?.fields.status)
    if (isReopening && !roles.includes('manager')) throw new Violation('I11', `${id} opens a closed case, which its maker may not`)
  }
}
