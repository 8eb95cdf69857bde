import { createHash } from 'node:crypto'
import type { Desk } from '../desk'
import { blobBytes, keepBlob, listUnsentBlobs, markBlobSent } from './attachments.store'
import type { Line } from './http-line'
import { signedCall } from './signed-call'

/** One piece of an attachment, in bytes: small enough to cross a bad line in a few seconds. */
const PIECE = 64 * 1024

/** Sends what the district does not have, one after the other, each from where it broke off; between two pieces the log may go first. Throws when the line fails. */
export async function sendAttachments(desk: Desk, line: Line, isWanted: () => boolean): Promise<void> {
  for (const hash of await listUnsentBlobs(desk.db)) {
    if (isWanted()) return
    const bytes = await blobBytes(desk.db, hash)
    if (bytes) await sendOne(desk, line, hash, bytes)
    await markBlobSent(desk.db, hash)
  }
}

/** Fetches an attachment and keeps it if it is what its name says. */
export async function fetchAttachment(desk: Desk, line: Line, hash: string): Promise<Uint8Array | undefined> {
  const answer = await signedCall(desk, line, 'GET', `/v1/blobs/${hash}`)
  if (answer.status !== 200 || createHash('sha256').update(answer.body).digest('hex') !== hash) return undefined
  await keepBlob(desk.db, hash, answer.body)
  return new Uint8Array(answer.body)
}

async function sendOne(desk: Desk, line: Line, hash: string, bytes: Uint8Array): Promise<void> {
  const known = await signedCall(desk, line, 'HEAD', `/v1/blobs/${hash}`)
  if (known.headers['upload-complete'] === '?1') return
  let at = known.status === 200 ? Number(known.headers['upload-offset'] ?? 0) : 0
  while (at < bytes.length) {
    const body = bytes.subarray(at, at + PIECE)
    const headers = { 'upload-length': String(bytes.length), 'content-type': 'application/octet-stream' }
    const answer = await signedCall(desk, line, 'PUT', `/v1/blobs/${hash}/${at}`, { body, headers })
    if (answer.status !== 200) throw new Error(`an attachment was not taken: ${answer.status}`)
    at += body.length
  }
}
