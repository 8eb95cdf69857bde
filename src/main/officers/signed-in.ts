import type { OfficerCard } from '#shared/officers/officer'
import type { Desk } from '../desk'

/** The officer who makes this call; the guard of `serve` has seen to it that there is one. */
export function signedIn(desk: Pick<Desk, 'session'>): OfficerCard {
  if (!desk.session.officer) throw new Error('nobody is signed in')
  return desk.session.officer
}
