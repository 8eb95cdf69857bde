import type { Desk } from '../desk'
import { clearVisitor } from '../screens/clear-visitor'

/** From now on nobody is signed in; who sat here keeps the place until they or somebody else types a PIN. */
export function lockScreen({ session, watch, screens }: Pick<Desk, 'session' | 'watch' | 'screens'>): void {
  if (!session.officer) return
  clearVisitor({ screens })
  session.lockedFor = session.officer
  session.officer = undefined
  watch.stop()
}

/** The same without waiting; what goes wrong is reported. */
export const lockAway = (desk: Desk): void => {
  void lockUnattended(desk).catch((error: unknown) => desk.report('officers.lock', error))
}

/** Nobody has been at the screen: the program locks it, writes it down, and tells the screen. */
export async function lockUnattended(desk: Desk): Promise<void> {
  const officer = desk.session.officer?.id
  if (!officer) return
  lockScreen(desk)
  desk.announce({ kind: 'session-changed' })
  desk.audit.forgetShown()
  await desk.audit.note({ kind: 'sign-in', call: 'officers.lock', officer })
  desk.audit.seal()
}
