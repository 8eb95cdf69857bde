import { encodeLetterCode, type LetterClaims, letterCodeText, parseLetterCode } from '#shared/letters/letter-code'
import { initials } from '#shared/paper/initials'
import { hexBytes, hexOf } from './change-place'
import type { Field, Pass, Scope } from './field'
import { type Layout, numberColumn } from './layout'
import { textField } from './plain-fields'
import { isObject } from './sameness'

const WRITTEN_OUT = 1
const BY_FACTS = 2
const SIGNATURE = 64
const NOTHING = new Uint8Array()

/** What the facts of a letter hash to: the code on the paper vouches for this. */
export function hashOfFacts({ hashOf }: Pick<Pass, 'hashOf'>, facts: object): string {
  return hashOf(JSON.stringify({ ...facts, verification: null }))
}

/** The text of a letter's code: all that it claims stands in the letter, so only the key's name and the signature travel. */
export function letterCodeField(layout: Layout, name: string): Field {
  const column = numberColumn(layout, name)
  const [keys, whole] = [textField(layout, `${name} key`), textField(layout, `${name} whole`)]
  return {
    fits: value => whole.fits(value),
    code: (pass, value, _, scope) => {
      const { tape } = pass
      const claims = claimsOf(pass, scope)
      const known = tape.isWriting && typeof value === 'string' ? signed(value, claims) : undefined
      const code = tape.uint(column, value === null ? 0 : known ? BY_FACTS : WRITTEN_OUT)
      if (code === 0) return null
      if (code === WRITTEN_OUT || !claims) return whole.code(pass, value, undefined, scope)
      const keyId = keys.code(pass, known?.keyId ?? null, undefined, scope) as string
      const signature = tape.noiseBytes(SIGNATURE, known?.signature ?? NOTHING)
      // it was compared when it was taken apart
      return tape.isWriting ? value : letterCodeText(encodeLetterCode({ ...claims, keyId }), signature.slice())
    }
  }
}

type Claims = Omit<LetterClaims, 'keyId'>

/** The key and the signature of a code that says nothing but what the facts say. */
function signed(text: string, claims: Claims | undefined): { keyId: string; signature: Uint8Array } | undefined {
  const code = claims && parseLetterCode(text)
  if (!code?.ok) return undefined
  const { dataHash, keyId, ...said } = code.claims
  const isSaid = TEXTS.every(field => said[field] === claims?.[field]) && hexOf(dataHash) === hexOf(claims?.dataHash ?? NOTHING)
  return isSaid ? { keyId, signature: code.signature } : undefined
}

const TEXTS = ['number', 'issuedOn', 'letterType', 'initials', 'nikTail'] as const

/** What the code of this letter claims, from the facts coded so far and the letter around them. */
function claimsOf(pass: Pass, { outer: factScope }: Scope): Claims | undefined {
  const facts = factScope?.row
  const letterType = factScope?.outer?.row.type
  const resident = facts?.resident
  if (!facts || !isObject(resident) || typeof facts.number !== 'string' || typeof facts.issuedOn !== 'string') return undefined
  if (typeof letterType !== 'string' || typeof resident.name !== 'string') return undefined
  return {
    number: facts.number,
    issuedOn: facts.issuedOn,
    letterType,
    dataHash: hexBytes(hashOfFacts(pass, facts)).subarray(0, 16),
    initials: [...initials(resident.name)].slice(0, 12).join('').trim(),
    nikTail: typeof resident.nik === 'string' ? resident.nik.slice(-4) : ''
  }
}
