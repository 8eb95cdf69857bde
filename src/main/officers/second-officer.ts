import type { DeskContract } from '#shared/contract'
import { TypedSecret } from '#shared/officers/officer'
import { secondOf } from '#shared/permissions'
import { ok, type Result, refuse } from '#shared/result'
import type { ChannelOf, CommonProblem, Unconfirmed } from '#shared/rpc/call'
import { find } from '../database/find'
import type { Desk } from '../desk'
import { checkSecret, secretIn } from './sign-in'
import { signedIn } from './signed-in'

type NotConfirmed = Extract<CommonProblem, { kind: 'not-confirmed' }>

/**
 * Whether a call may go on: at once when one officer makes it alone, else when another one has confirmed it beside them.
 * A wrong secret counts for that officer as at the sign-in, and whoever was named stands in the line of the access log.
 */
export async function confirmed(
  desk: Desk & { call: NonNullable<Desk['call']> },
  channel: ChannelOf<DeskContract>,
  input: unknown
): Promise<Result<null, NotConfirmed>> {
  const roles = secondOf(channel)
  if (!roles) return ok(null)
  const typed = TypedSecret.safeParse((input as { second?: unknown }).second)
  if (!typed.success) return no('nobody')
  const { officerId } = typed.data
  const officer = await find(desk.db, 'officer', officerId)
  if (!officer?.isActive) return no('nobody')
  desk.call.second = officerId
  if (officerId === signedIn(desk).id) return no('same-officer')
  if (!officer.roles.some(role => roles.includes(role))) return no('may-not')
  // the PIN that somebody else gave opens only the choice of an own one
  if (officer.mustChange) return no('must-choose')
  const checked = await checkSecret(desk, officerId, secretIn(typed.data))
  if (checked.ok) return ok(null)
  return checked.problem.kind === 'wait' ? no('wait', checked.problem.seconds) : no(checked.problem.kind)
}

const no = (why: Unconfirmed, seconds = 0) => refuse({ kind: 'not-confirmed', why, seconds } as const)
