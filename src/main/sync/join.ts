import { createHash, sign } from 'node:crypto'
import { hostname } from 'node:os'
import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/result'
import { checkNumber, checkText, Enrolled, enrolText, Opened } from '#shared/sync/enrolment'
import type { JoinRefusal } from '#shared/sync/sync.contract'
import type { Desk } from '../desk'
import { findOwnCode, getHere, setHere } from './here.store'
import { httpLine, isDown, isSafeAddress, type Line } from './http-line'
import { isOfTheLine, strangerFault } from './line-errors'
import { addressOf } from './server-address'
import { jsonOf } from './signed-call'

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
const JSON_TYPE = 'application/json'
const Refused = z.object({ kind: z.string() })

/** Asks a district server to take this desk in. What both sides then say to each other is `check`; nothing is exchanged before the server's side has confirmed it. */
export async function join(desk: Desk, typed: { server: string; code: string }): Promise<Result<null, JoinRefusal>> {
  const here = await getHere(desk.db)
  if (here.district && here.lastContactAt && !isForgotten(desk)) return refuse({ kind: 'already-joined' })
  const server = addressOf(typed.server)
  if (!isSafeAddress(server)) return refuse({ kind: 'insecure-address' })
  const line = httpLine(server)
  try {
    const answer = await enrol(desk, line, { server, code: typed.code, letter: (await findOwnCode(desk.db)) ?? undefined })
    if (!answer.ok) return answer
    const { district, desk: deskCode, state, nonce, serverNonce } = answer.value
    // one that was in a district goes to no other: what it holds is that one's
    if (here.lastContactAt && here.districtKey && here.districtKey !== district.publicKey) return refuse({ kind: 'other-district' })
    const deviceKey = publicKeyOf(desk)
    const text = checkText({
      district: district.code,
      districtKey: district.publicKey,
      serverNonce,
      device: desk.author.device,
      deviceKey,
      nonce
    })
    await setHere(desk.db, {
      server,
      district: district.code,
      districtName: district.name,
      districtKey: district.publicKey,
      deskCode,
      lastProblem: state === 'active' ? null : JSON.stringify({ check: checkNumber(sha256(text)), nonce })
    })
    // what the line did not carry is said again with each look at the check number
    await openNonce(desk, line, district.code, nonce).catch(() => undefined)
    return ok(null)
  } catch (error) {
    if (!isOfTheLine(error)) desk.report('join', error)
    return refuse({ kind: strangerFault(error) ?? 'no-line' })
  } finally {
    line.close()
  }
}

/** A district server that was put back no longer knows who was let in since: such a desk is let in again under the name it has. */
function isForgotten(desk: Desk): boolean {
  const problem = desk.sync.problem()
  return problem?.kind === 'turned-away' && (problem.reason === 'unknown-device' || problem.reason === 'unconfirmed')
}

/** The number to be compared, while the server's side has not confirmed it. */
export const checkOf = (lastProblem: string | null): { check: string; nonce: string } | undefined =>
  lastProblem?.startsWith('{') ? JSON.parse(lastProblem) : undefined

/** Asks whether somebody has confirmed this desk; forgets the check number when so. */
export async function askConfirmed(desk: Desk): Promise<void> {
  const { server, district, lastProblem } = await getHere(desk.db)
  const open = checkOf(lastProblem)
  if (!server || !district || !open) return
  const line = httpLine(server)
  try {
    if ((await openNonce(desk, line, district, open.nonce)) === 'active') await setHere(desk.db, { lastProblem: null })
  } catch {
    // without a line the number stands until it can be asked again
  } finally {
    line.close()
  }
}

/** Forgets the district that this desk asked to be let into; false when it was let in meanwhile. The district's list of who waits loses it when the administrator shuts it out. */
export async function cancelJoin(desk: Desk): Promise<boolean> {
  await askConfirmed(desk)
  const { server, lastProblem, lastContactAt } = await getHere(desk.db)
  if (server && !checkOf(lastProblem)) return false
  if (lastContactAt !== null) {
    await setHere(desk.db, { lastProblem: null })
    return true
  }
  const nothing = { server: null, district: null, districtName: null, districtKey: null, deskCode: null, lastProblem: null }
  await setHere(desk.db, nothing)
  return true
}

/** What was asked of a server whose answer did not come: asked in the same words it gives that answer, and the code is not lost. */
const unanswered = new WeakMap<Desk['author'], { place: string; nonce: string }>()

async function enrol(desk: Desk, line: Line, { server, code, letter }: { server: string; code: string; letter: string | undefined }) {
  const [place, before] = [`${server} ${code}`, unanswered.get(desk.author)]
  const nonce = before?.place === place ? before.nonce : Buffer.from(desk.random(32)).toString('hex')
  unanswered.set(desk.author, { place, nonce })
  const asked = { code, device: desk.author.device, publicKey: publicKeyOf(desk), nonceHash: sha256(nonce).toString('hex') }
  const signature = sign(null, Buffer.from(enrolText(asked)), desk.author.privateKey).toString('base64')
  const body = Buffer.from(JSON.stringify({ ...asked, name: hostname().slice(0, 80) || 'PC', ...(letter && { letter }), signature }))
  const headers = { 'content-type': JSON_TYPE, 'idempotency-key': asked.nonceHash }
  const answer = await line.request('POST', '/v1/enrol', { body, headers })
  if (isDown(answer.status) && answer.status !== 429) return refuse({ kind: 'no-line' as const })
  const told = answer.contentType.startsWith(JSON_TYPE) ? jsonOf(answer.body) : undefined
  if (told === undefined) return refuse({ kind: 'not-the-server' as const })
  if (answer.status === 429) return refuse({ kind: 'too-many-joins' as const, seconds: Number(answer.headers['retry-after'] ?? 60) })
  unanswered.delete(desk.author)
  if (answer.status !== 200) return refuse(refusalOf(Refused.safeParse(told).data?.kind ?? '', letter))
  const { success, data } = Enrolled.safeParse(told)
  return success ? ok({ ...data, nonce }) : refuse({ kind: 'not-the-server' as const })
}

async function openNonce(desk: Desk, line: Line, district: string, nonce: string): Promise<string> {
  const body = Buffer.from(JSON.stringify({ district, device: desk.author.device, nonce }))
  const answer = await line.request('POST', '/v1/enrol/nonce', { body, headers: { 'content-type': JSON_TYPE } })
  const told = Opened.safeParse(jsonOf(answer.body))
  return told.success ? told.data.state : 'unconfirmed'
}

function refusalOf(kind: string, letter: string | undefined): JoinRefusal {
  if (letter && (kind === 'desk-taken' || kind === 'desk-other')) return { kind, letter }
  if (kind === 'unknown-code' || kind === 'code-expired' || kind === 'code-used' || kind === 'code-dead') return { kind }
  return { kind: 'refused-by-server', reason: kind }
}

const publicKeyOf = ({ author }: Desk): string => author.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
