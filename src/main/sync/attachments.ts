import { createHash } from 'node:crypto'
import { z } from 'zod'
import { FILE_PIECE } from '#shared/sync/district-file'
import { Wanted } from '#shared/sync/wanted'
import type { Desk } from '../desk'
import { blobBytes, keepBlob, listUnsentBlobs, markBlobSent, offerBlobs } from './attachments.store'
import { type HttpAnswer, type Line, NotTheServer } from './http-line'
import { isStale } from './line-errors'
import { jsonOf, signedCall } from './signed-call'
import { TurnedAwayCall, TurnedAwayWord } from './turned-away-call'

const Taken = z.object({ have: z.int(), isWhole: z.boolean() })

/** The district takes no such attachment. */
class NotTaken extends Error {}

/** The district has been called often enough for now, which is no fault of anybody. */
class Later extends Error {
  readonly ms: number

  constructor(seconds: number) {
    super()
    this.ms = seconds * 1_000
  }
}

/** So long, in milliseconds, an attachment that was not taken is not offered again. */
const PUT_OFF_MS = 24 * 3_600_000

/** What stands before the server may say any number of seconds. */
const MOST_LATER_S = 3_600

/** So often, in milliseconds, the district is asked which attachments it has lost. */
const ASK_MS = 6 * 3_600_000

/** Sends what the district does not have, until `isWanted` says that the log goes first. Throws when the line fails. */
export type Attachments = {
  send(line: Line, isWanted: () => boolean): Promise<void>
  /** How many pieces the district has taken in this run. */
  sent(): number
  /** So long, in milliseconds, the district wants to be let be before the next piece. */
  rest(): number
}

/** One after the other, each from where it broke off; one that the district does not take is reported, waits for a day and holds up no other. */
export function attachmentsOf(desk: Desk): Attachments {
  const putOff = new Map<string, number>()
  let pieces = 0
  let restsUntil = 0
  let askedAt = Number.NEGATIVE_INFINITY
  /** SPEC P14. A server that does not know the question has lost nothing that it knows of; anything else that is no answer leaves it asked. */
  const askWanted = async (line: Line) => {
    if (desk.monotonic() < askedAt + ASK_MS) return
    const answer = await signedCall(desk, line, 'GET', '/v1/blobs')
    throwIfLater(answer)
    const told = Wanted.safeParse(jsonOf(answer.body))
    const isTold = answer.status === 200 && told.success
    if (isTold) await offerBlobs(desk.db, told.data.wanted)
    if (isTold || isUnknownQuestion(answer.status)) askedAt = desk.monotonic()
  }
  const offer = async (line: Line, hash: string) => {
    try {
      const bytes = await blobBytes(desk.db, hash)
      if (bytes) await sendOne(desk, line, hash, bytes, () => pieces++)
      await markBlobSent(desk.db, hash)
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error
      putOff.set(hash, desk.monotonic() + PUT_OFF_MS)
      desk.report('attachments', error)
    }
  }
  return {
    sent: () => pieces,
    rest: () => Math.max(0, restsUntil - desk.monotonic()),
    async send(line, isWanted) {
      if (desk.monotonic() < restsUntil) return
      try {
        await askWanted(line)
        for (const hash of await listUnsentBlobs(desk.db)) {
          if (isWanted()) return
          if (desk.monotonic() >= (putOff.get(hash) ?? 0)) await offer(line, hash)
        }
      } catch (error) {
        if (!(error instanceof Later)) throw error
        restsUntil = desk.monotonic() + error.ms
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
  let atOnce = FETCHED_AT_ONCE
  let mayGoOn = true
  for (let at = 0; at < size; ) {
    const headers = { range: `bytes=${at}-${at + atOnce - 1}` }
    const answer = await signedCall(desk, line, 'GET', `/v1/blobs/${hash}`, { headers }).catch(error => {
      if (!isStale(error) || !mayGoOn) throw error
    })
    // a line that lives for seconds brings a little at a time
    mayGoOn = answer !== undefined
    if (!answer) atOnce = FILE_PIECE
    if (!answer) continue
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

/** What the district says of an attachment without its bytes. */
export const lookAt = (desk: Desk, line: Line, hash: string): Promise<HttpAnswer> => signedCall(desk, line, 'HEAD', `/v1/blobs/${hash}`)
export const isWhole = ({ headers }: HttpAnswer): boolean => headers['upload-complete'] === '?1'

async function sendOne(desk: Desk, line: Line, hash: string, bytes: Uint8Array, brought: () => void): Promise<void> {
  const known = await lookAt(desk, line, hash)
  throwIfLater(known)
  if (isWhole(known)) return
  let at = known.status === 200 ? Number(known.headers['upload-offset'] ?? 0) : 0
  while (at < bytes.length) {
    const body = bytes.subarray(at, at + FILE_PIECE)
    const headers = { 'upload-length': String(bytes.length), 'content-type': 'application/octet-stream' }
    const answer = await signedCall(desk, line, 'PUT', `/v1/blobs/${hash}/${at}`, { body, headers })
    throwIfLater(answer)
    const taken = answer.status === 200 && Taken.safeParse(jsonOf(answer.body))
    if (!taken) throw refusalOf(answer)
    // whatever stands before the server and answers in its place has taken nothing
    if (!taken.success) throw new NotTheServer()
    at += body.length
    brought()
  }
}

function throwIfLater({ status, headers }: HttpAnswer): void {
  const seconds = Number(headers['retry-after'])
  if (status === 429 && seconds > 0) throw new Later(Math.min(seconds, MOST_LATER_S))
}

function refusalOf({ status, body }: HttpAnswer): Error {
  if (isOfThis(status)) return new NotTaken(`an attachment was not taken: ${status}`)
  const reason = TurnedAwayWord.safeParse(jsonOf(body))
  return reason.success ? new TurnedAwayCall(reason.data.kind) : new NotTheServer(status)
}

const isUnknownQuestion = (status: number): boolean => status === 404 || status === 405

/** 401, 403 and 429 are about the desk, 5xx about the server: the next one would fare no better. */
const isOfThis = (status: number): boolean => [400, 409, 413, 422].includes(status)
