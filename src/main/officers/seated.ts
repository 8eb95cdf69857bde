import { isDeepStrictEqual } from 'node:util'
import type { OfficerCard } from '#shared/officers/officer'
import type { Announcement } from '#shared/rpc/events'
import { readRow } from '../changes/rows'
import type { Desk } from '../desk'
import { clearVisitor } from '../screens/clear-visitor'

/** What has come of the officer who sits here holds at once, before any screen hears of it: other roles, or none any more. Also for whoever the screen is locked for. */
export function seatAgain(desk: Desk, said: Announcement): void {
  const { session, raw } = desk
  const seated = session.officer ?? session.lockedFor
  if (!seated || said.kind !== 'data-changed' || !said.entities.includes('officer')) return
  const now = readRow(raw, 'officer', seated.id)?.fields as Pick<OfficerCard, 'isActive' | 'roles'> | undefined
  if (now?.isActive && isDeepStrictEqual(now.roles, seated.roles)) return
  const card = now?.isActive ? { ...seated, roles: now.roles } : undefined
  if (session.officer) session.officer = card
  else session.lockedFor = card
  desk.announce({ kind: 'session-changed' })
  if (card) return
  session.mustChoose = undefined
  desk.watch.stop()
  clearVisitor(desk)
  desk.audit.forgetShown()
  desk.audit
    .note({ kind: 'sign-in', call: 'officers.signOut', officer: seated.id })
    .catch((error: unknown) => desk.report('officers.signOut', error))
}
