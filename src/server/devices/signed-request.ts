import { ok, type Result, refuse } from '#shared/result'
import { requestText, type Signed } from '#wire/signed-request'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { type Device, findDevice, riseCallCounter } from './devices.store'
import { isSignedBy } from './ed25519'

export function readAuthorization(header: string | undefined): Signed | undefined {
  const [, district, device, counter, signature] =
    /^Loket (\d\d\.\d\d) ([0-9a-f-]{36}) ([1-9]\d{0,14}) ([A-Za-z0-9+/]{86}==)$/.exec(header ?? '') ?? []
  if (!district || !device || !signature) return undefined
  return { district, device, counter: Number(counter), signature: Buffer.from(signature, 'base64') }
}

export type NotAdmitted = 'not-signed' | 'unknown-device' | 'bad-signature' | 'unconfirmed' | 'revoked' | 'frozen' | 'replayed'
export type Request = { authorization: string | undefined; method: string; path: string; body: Uint8Array }

/** The device that signed a request, once: the same request again is refused as `replayed`. */
export async function admit(
  server: Database,
  request: Request,
  now: number
): Promise<Result<{ district: string; device: Device }, { kind: NotAdmitted }>> {
  const signed = readAuthorization(request.authorization)
  if (!signed) return refuse({ kind: 'not-signed' })
  return inDistrict(server, signed.district, async inside => {
    const device = await findDevice(inside, signed.device)
    if (!device) return refuse({ kind: 'unknown-device' })
    if (!isSignedBy(device.publicKey, requestText(signed, request.method, request.path, request.body), signed.signature)) {
      return refuse({ kind: 'bad-signature' })
    }
    if (device.state !== 'active') return refuse({ kind: device.state })
    if (!(await riseCallCounter(inside, device.id, signed.counter, now))) return refuse({ kind: 'replayed' })
    return ok({ district: signed.district, device })
  })
}
