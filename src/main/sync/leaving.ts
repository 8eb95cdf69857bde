import { Left } from '#shared/sync/leaving'
import type { Desk } from '../desk'
import { getHere } from './here.store'
import type { Line } from './http-line'
import { isOfTheLine } from './line-errors'
import { jsonOf, signedCall } from './signed-call'

/** Tells the district that this desk ends, so that its key is worth nothing from then on; false where it was not heard. SPEC P10. */
export async function leaveDistrict(desk: Desk, lineTo: (server: string) => Pick<Line, 'request'>): Promise<boolean> {
  const { server, district } = await getHere(desk.db)
  if (!server || !district) return false
  try {
    const { status, body } = await signedCall(desk, lineTo(server), 'PUT', '/v1/leaving')
    // the page of a public network says 200 to everything
    return status === 200 && Left.safeParse(jsonOf(body)).data?.device === desk.author.device
  } catch (error) {
    if (!isOfTheLine(error)) desk.report('erasure', error)
    return false
  }
}
