import { createHash } from 'node:crypto'

export type Signed = { district: string; device: string; counter: number; signature: Uint8Array }

/** What a device signs of a request: whoever records one can neither change it nor send it again. */
export function requestText(signed: Omit<Signed, 'signature'>, method: string, path: string, body: Uint8Array): string {
  const hash = createHash('sha256').update(body).digest('hex')
  return `loket-slrt request 1\n${signed.district}\n${signed.device}\n${signed.counter}\n${method}\n${path}\n${hash}\n`
}

/** The header `Authorization` of a signed request: `Loket district device counter signature`, the signature in base64. */
export const authorization = ({ district, device, counter, signature }: Signed): string =>
  `Loket ${district} ${device} ${counter} ${Buffer.from(signature).toString('base64')}`
