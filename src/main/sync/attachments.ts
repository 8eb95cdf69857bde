import { createHash } from 'node:crypto'
import { FILE_PIECE } from '#shared/sync/district-file'
import { Wanted } from '#shared/sync/wanted'
import type { Desk } from '../desk'
import { blobBytes, keepBlob, listUnsentBlobs, markBlobSent, offerBlobs } from './attachments.store'
import type { HttpAnswer, Line } from './http-line'
import { jsonOf, signedCall } from './signed-call'
import { TurnedAwayCall, TurnedAwayWord } from './turned-away-call'

/** The district takes no such attachment. */
class NotTaken extends Error {}

/** So long, in milliseconds, an attachment that was not taken is not offered again. */
const PUT_OFF_MS = 24 * 3_600_000

/** So often, in milliseconds, the district is asked which attachments it has lost. */
const ASK_MS = 6 * 3_600_000

/** Sends what the district does not have, until `isWanted` says that the log goes first. Throws when the line fails. */
export type Attachments = { send(line: Line, isWanted: () => boolean): Promise<void> }

/** One after the other, each from where it broke off; one that the district does not take is reported, waits for a day and holds up no other. */
export function attachmentsOf(desk: Desk): Attachments {
  const putOff = new Map<string, number>()
  let askedAt = Number.NEGATIVE_INFINITY
  /** SPEC P14. A server that does not know the question has lost nothing that it knows of. */
  const askWanted = async (line: Line) => {
    if (desk.monotonic() < askedAt + ASK_MS) return
    const answer = await signedCall(desk, line, 'GET', '/v1/blobs')
    const told = Wanted.safeParse(jsonOf(answer.body))
    if (answer.status === 200 && told.success) await offerBlobs(desk.db, told.data.wanted)
    askedAt = desk.monotonic()
  }
  return {
    async send(line, isWanted) {
      await askWanted(line)
      for (const hash of await listUnsentBlobs(desk.db)) {
        if (isWanted()) return
        if (desk.monotonic() < (putOff.get(hash) ?? 0)) continue
        try {
          const bytes = await blobBytes(desk.db, hash)
          if (bytes) await sendOne(desk, line, hash, bytes)
          await markBlobSent(desk.db, hash)
        } catch (error) {
          if (!(error instanceof NotTaken)) throw error
          putOff.set(hash, desk.monotonic() + PUT_OFF_MS)
          desk.report('attachments', error)
        }
      }
    }
  }
}

/** So much is fetched with one call: an answer is never longer than the line reads. */
const FETCHED_AT_ONCE = 8 * FILE_PIECE
/** No attachment is longer. */
const MOST_FETCHED = 32 * 1_048_576

/** Fetches an attachment and keeps it if it is what its name says. */
export async function fetchAttachment(desk: Desk, line: Line, hash: string): Promise<Uint8Array | undefined> {
  const pieces: Buffer[] = []
  let size = 1
  for (let at = 0; at < size; ) {
    const headers = { range: `bytes=${at}-${at + FETCHED_AT_ONCE - 1}` }
    const answer = await signedCall(desk, line, 'GET', `/v1/blobs/${hash}`, { headers })
    const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers['content-range'] ?? '') ?? []
    size = Number(total)
    if (answer.status !== 206 || Number(from) !== at || answer.body.length === 0 || !(size <= MOST_FETCHED)) return undefined
    pieces.push(answer.body)
    at += answer.body.length
  }
  const bytes = new Uint8Array(Buffer.concat(pieces))
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return undefined
  await keepBlob(desk.db, hash, bytes)
  return bytes
}

async function sendOne(desk: Desk, line: Line, hash: string, bytes: Uint8Array): Promise<void> {
  const known = await signedCall(desk, line, 'HEAD', `/v1/blobs/${hash}`)
  if (known.headers['upload-complete'] === '?1') return
  let at = known.status === 200 ? Number(known.headers['upload-offset'] ?? 0) : 0
  while (at < bytes.length) {
    const body = bytes.subarray(at, at + FILE_PIECE)
    const headers = { 'upload-length': String(bytes.length), 'content-type': 'application/octet-stream' }
    const answer = await signedCall(desk, line, 'PUT', `/v1/blobs/${hash}/${at}`, { body, headers })
    if (answer.status !== 200) throw refusalOf(answer)
    at += body.length
  }
}

function refusalOf({ status, body }: HttpAnswer): Error {
  if (isOfThis(status)) return new NotTaken(`an attachment was not taken: ${status}`)
  const reason = TurnedAwayWord.safeParse(jsonOf(body))
  return reason.success ? new TurnedAwayCall(reason.data.kind) : new Error(`an attachment was not taken: ${status}`)
}

/** 401, 403 and 429 are about the desk, 5xx about the server: the next one would fare no better. */
const isOfThis = (status: number): boolean => [400, 409, 413, 422].includes(status)
