import { createHash, randomBytes } from 'node:crypto'
import { ok, type Result, refuse } from '#shared/result'
import { checkNumber, checkText, type Enrol, type Enrolled, type EnrolRefusal, enrolText } from '#shared/sync/enrolment'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import type { DeviceState, Inside } from '../database/tables'
import { getDistrict, lockDistrict } from '../districts/districts.store'
import { findAnswer, saveAnswer } from './answers.store'
import { type CodeRow, countTry, findCode, findDistrictOfCode, spendCode } from './codes.store'
import { nextDeskCode } from './desk-code'
import { findDevice, forgetUnconfirmed, listDevices, saveCheckNumber, saveDevice, saveNonces } from './devices.store'
import { isSignedBy } from './ed25519'
import { codeHash, MOST_TRIES, readEnrolmentCode, selectorOf } from './enrolment-code'

type Answer = Result<Enrolled, { kind: EnrolRefusal }>

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Takes a desk in on a one-time code. Asked again with the same key it gives the same answer and does nothing. */
export async function enrol(server: Database, asked: Enrol, key: string, now: number): Promise<Answer> {
  const code = readEnrolmentCode(asked.code)
  if (!code || !isSignedBy(asked.publicKey, enrolText(asked), Buffer.from(asked.signature, 'base64'))) {
    return refuse({ kind: code ? 'bad-signature' : 'unknown-code' })
  }
  const district = await findDistrictOfCode(server, selectorOf(code))
  if (!district) return refuse({ kind: 'unknown-code' })
  return inDistrict(server, district, async inside => {
    await lockDistrict(inside)
    const askedHash = sha256(JSON.stringify(asked))
    const before = await findAnswer(inside, key)
    if (before) return before.asked === askedHash ? JSON.parse(before.answer) : refuse({ kind: 'key-reused' })
    const answer = await takeIn(inside, asked, code, now)
    if (answer.ok) await saveAnswer(inside, key, { asked: askedHash, answer: JSON.stringify(answer) }, now)
    return answer
  })
}

async function takeIn(inside: Inside, asked: Enrol, code: string, now: number): Promise<Answer> {
  const selector = selectorOf(code)
  const found = await findCode(inside, selector)
  const problem = found ? await codeProblem(inside, found, code, now) : 'unknown-code'
  if (!found || problem) return refuse({ kind: problem ?? 'unknown-code' })
  // a desk that gave up waiting and asks anew waits once, under its newest code
  await forgetUnconfirmed(inside, asked)
  const devices = await listDevices(inside)
  const serverNonce = randomBytes(32).toString('hex')
  const known = devices.find(({ id, publicKey }) => id === asked.device && publicKey === asked.publicKey)
  if (known?.state === 'active' && isLetterOf(known.code, asked, found)) {
    await saveNonces(inside, known.id, { nonceHash: asked.nonceHash, serverNonce })
    await spendCode(inside, selector, known.id)
    return ok({ district: await toldOf(inside), desk: known.code, serverNonce, state: 'active' })
  }
  if (devices.some(({ id, publicKey }) => id === asked.device || publicKey === asked.publicKey)) return refuse({ kind: 'device-known' })
  const desk = asked.letter ?? found.deskCode ?? nextDeskCode(devices.map(device => device.code))
  if (found.deskCode && found.deskCode !== desk) return refuse({ kind: 'desk-other' })
  if (devices.some(device => device.code === desk)) return refuse({ kind: 'desk-taken' })

  const state: DeviceState = found.isAutoConfirm ? 'active' : 'unconfirmed'
  const { device: id, publicKey, name, nonceHash } = asked
  const times = {
    enrolledAt: now,
    confirmedAt: state === 'active' ? now : null,
    lastSeenAt: null,
    lastClock: null,
    runs: '[]',
    renewals: '[]'
  }
  await saveDevice(inside, {
    id,
    code: desk,
    publicKey,
    name,
    state,
    counter: 0,
    callCounter: 0,
    checkNumber: null,
    nonceHash,
    serverNonce,
    ...times
  })
  await spendCode(inside, selector, id)
  return ok({ district: await toldOf(inside), desk, serverNonce, state })
}

/** Whether a desk that was let in asks again as the one it is: its data are from before it joined, or it gave up as it was being confirmed. */
const isLetterOf = (letter: string, asked: Enrol, found: CodeRow): boolean =>
  [asked.letter ?? letter, found.deskCode ?? letter].every(wished => wished === letter)

async function toldOf(inside: Inside): Promise<Enrolled['district']> {
  const { district, name, publicKey } = await getDistrict(inside)
  return { code: district, name, publicKey }
}

/** A wrong guess is told no more than that the code is unknown, and counts. */
async function codeProblem(inside: Inside, found: CodeRow, code: string, now: number): Promise<EnrolRefusal | undefined> {
  if (found.hash !== codeHash(code)) {
    await countTry(inside, found.selector)
    return 'unknown-code'
  }
  if (found.usedBy) return 'code-used'
  if (found.tries >= MOST_TRIES) return 'code-dead'
  return now >= found.expiresAt ? 'code-expired' : undefined
}

/** Takes the desk's nonce, keeps the number that its officer will read out, and says how far the desk has come. */
export function openNonce(
  server: Database,
  asked: { district: string; device: string; nonce: string }
): Promise<Result<{ state: DeviceState }, { kind: 'unknown-device' }>> {
  return inDistrict(server, asked.district, async inside => {
    const device = await findDevice(inside, asked.device)
    if (!device || device.nonceHash !== sha256(asked.nonce)) return refuse({ kind: 'unknown-device' })
    if (!device.checkNumber) {
      const { district, publicKey: districtKey } = await getDistrict(inside)
      const { id, publicKey: deviceKey, serverNonce } = device
      const text = checkText({ district, districtKey, serverNonce, device: id, deviceKey, nonce: asked.nonce })
      await saveCheckNumber(inside, id, checkNumber(createHash('sha256').update(text).digest()))
    }
    return ok({ state: device.state })
  })
}
