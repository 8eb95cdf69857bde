import { verify } from 'node:crypto'
import { ok, type Result, refuse } from '#shared/result'
import { DistrictProof, proofText } from '#shared/sync/district-proof'
import type { MoveRefusal } from '#shared/sync/sync.contract'
import type { Desk } from '../desk'
import { keyFrom } from './desk-ports'
import { getHere, setHere } from './here.store'
import { httpLine, isDown, isSafeAddress } from './http-line'
import { checkOf } from './join'
import { isOfTheLine, strangerFault } from './line-errors'
import { addressOf } from './server-address'
import { jsonOf, signedCall } from './signed-call'

/** Goes to another address from now on, if the district of this desk is there. SPEC P11. */
export async function moveServer(desk: Desk, typed: string): Promise<Result<null, MoveRefusal>> {
  const { district, districtKey, lastProblem } = await getHere(desk.db)
  if (!district || !districtKey || checkOf(lastProblem)) return refuse({ kind: 'not-joined' })
  const server = addressOf(typed)
  if (!isSafeAddress(server)) return refuse({ kind: 'insecure-address' })
  const line = httpLine(server)
  try {
    const nonce = Buffer.from(desk.random(32)).toString('hex')
    const { status, body } = await signedCall(desk, line, 'GET', `/v1/proof/${nonce}`)
    const proof = DistrictProof.safeParse(jsonOf(body)).data
    if (status === 401 || status === 403) return refuse({ kind: 'other-district' })
    if (isDown(status)) return refuse({ kind: 'no-line' })
    if (status !== 200 || !proof) return refuse({ kind: 'not-the-server' })
    const text = proofText({ district, device: desk.author.device, nonce })
    const isOurs = verify(null, Buffer.from(text), keyFrom(Buffer.from(districtKey, 'base64')), Buffer.from(proof.signature, 'base64'))
    if (!isOurs) return refuse({ kind: 'other-district' })
    await setHere(desk.db, { server })
    return ok(null)
  } catch (error) {
    if (!isOfTheLine(error)) desk.report('move-server', error)
    return refuse({ kind: strangerFault(error) ?? 'no-line' })
  } finally {
    line.close()
  }
}
