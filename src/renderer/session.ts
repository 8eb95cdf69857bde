import { createContext, useCallback, useContext } from 'react'
import type { Office } from '#shared/office/office'
import type { DeskState } from '#shared/office/office.contract'
import type { OfficerCard } from '#shared/officers/officer'
import { mayCall } from '#shared/permissions'
import type { Channel } from './api'

export type Session = { officer: OfficerCard; office: Office; today: string; state: Extract<DeskState, { kind: 'open' }>; lock: () => void }

export const SessionContext = createContext<Session | null>(null)

/** Who works here, in which office, on which day; only below the sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no officer is signed in')
  return session
}

/** Tells whether the signed-in officer may make a call: a button the role may not use is not shown. */
export function useMay(): (call: { readonly channel: Channel }) => boolean {
  const { officer } = useSession()
  return useCallback(call => mayCall(call.channel, officer.roles), [officer.roles])
}
