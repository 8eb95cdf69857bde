import { sign } from 'node:crypto'
import { authorization, requestText } from '#wire/signed-request'
import type { Desk } from '../desk'
import { nextCounter } from './attachments.store'
import { getHere } from './here.store'
import type { HttpAnswer, Line } from './http-line'

const NOTHING = new Uint8Array()

/** Calls the district server in this desk's name, once: a recorded call is worth nothing. */
export async function signedCall(
  desk: Pick<Desk, 'db' | 'author'>,
  line: Pick<Line, 'request'>,
  method: string,
  path: string,
  { body, headers = {} }: { body?: Uint8Array; headers?: Record<string, string> } = {}
): Promise<HttpAnswer> {
  const { district } = await getHere(desk.db)
  const who = { district: district ?? '', device: desk.author.device, counter: await nextCounter(desk.db) }
  const signature = sign(null, Buffer.from(requestText(who, method, path, body ?? NOTHING)), desk.author.privateKey)
  return line.request(method, path, { ...(body && { body }), headers: { ...headers, authorization: authorization({ ...who, signature }) } })
}

/** The JSON of an answer; undefined for anything else. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
