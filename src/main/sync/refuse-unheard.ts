import type { DeskContract } from '#shared/contract'
import { needsDistrict } from '#shared/permissions'
import { refuse } from '#shared/result'
import type { ChannelOf } from '#shared/rpc/call'
import { UNHEARD_DAYS } from '#shared/sync/unheard'
import type { Desk } from '../desk'
import { getHere } from './here.store'
import { isOfOthers, isStopped } from './stopped'

/** Why a call is not made at a desk that has not heard its district for too long; undefined when it is. A desk without a district never has to hear one. */
export async function refusalUnheard(desk: Desk, channel: ChannelOf<DeskContract>, question: unknown) {
  const days = desk.sync.unheard.days()
  if (isStopped(desk) && isOfOthers(desk, channel, question)) return refuse({ kind: 'district-unheard', days } as const)
  if (!needsDistrict(channel)) return undefined
  if (days < UNHEARD_DAYS || !(await getHere(desk.db)).district) return undefined
  return refuse({ kind: 'district-unheard', days } as const)
}
