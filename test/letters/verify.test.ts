import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeLetterCode, letterCodeText, parseLetterCode } from '#shared/letters/letter-code'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { actAs, sharedDesk, testDesk, value } from '#test/support/test-desk'

const { api, desk } = await sharedDesk({ officer: 'front-office' })
const found = await givenCase(api)
const letter = value(await api.letters.issue(await givenLetterOrder(api, found.id)))
const verify = async (text: string) => value(await api.letters.verify({ text }))
const code = parseLetterCode(letter.codeText)
if (!code.ok) throw new Error('the letter carries no code')

it('knows a letter of this desk, by the code alone and without a network', async () => {
  expect(await verify(letter.codeText)).toEqual({
    kind: 'genuine',
    number: letter.number,
    issuedOn: '2026-11-23',
    letterType: 'rujukan-kesehatan',
    initials: 'S. A. C.',
    nikTail: '0001',
    here: { letterId: letter.id, status: 'issued', validUntil: '2026-12-23' }
  })
  expect(await verify(`  ${letter.codeText}\n`)).toMatchObject({ kind: 'genuine' })
})

it('tells of no person more than initials and four digits', () => {
  expect(Buffer.from(code.payload).toString('latin1')).not.toMatch(/Siti|Aminah|332410/)
})

it('says that a genuine letter was made void', async () => {
  const second = value(await api.letters.issue({ ...(await givenLetterOrder(api, found.id)), inSpiteOf: letter.id }))
  await actAs({ desk, api }, 'manager')
  value(await api.letters.void({ letterId: second.id, reason: 'Salah' }))
  await actAs({ desk, api }, 'front-office')
  expect(await verify(second.codeText)).toMatchObject({ kind: 'genuine', here: { letterId: second.id, status: 'void' } })
})

it('does not take another letter’s number for its own', async () => {
  const payload = encodeLetterCode({ ...code.claims, number: '400.7/099/SLRT-A/XI/2026' })
  expect(await verify(letterCodeText(payload, sign(null, payload, desk.author.privateKey)))).toMatchObject({ kind: 'genuine', here: null })
  const other = encodeLetterCode({ ...code.claims, dataHash: Buffer.alloc(16, 9) })
  expect(await verify(letterCodeText(other, sign(null, other, desk.author.privateKey)))).toMatchObject({ kind: 'genuine', here: null })
})

it('finds out a letter that somebody else signed in this desk’s name', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  expect(await verify(letterCodeText(code.payload, sign(null, code.payload, privateKey)))).toEqual({ kind: 'forged' })
  expect(await verify(letterCodeText(code.payload, Buffer.alloc(64)))).toEqual({ kind: 'forged' })
})

it('finds out every altered claim under a real signature', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(code.payload.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
      const payload = Uint8Array.from(code.payload)
      payload[at] = (payload[at] ?? 0) ^ bits
      expect(['forged', 'unknown-key', 'damaged', 'newer-version']).toContain((await verify(letterCodeText(payload, code.signature))).kind)
    })
  )
})

it('calls a bad scan damaged: any one character wrong, or a part missing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(letter.codeText.length - 7), fc.constantFrom(...'0123456789ABCXYZ $%*+-./:'), async (at, character) => {
      const text = `${letter.codeText.slice(0, 6 + at)}${character}${letter.codeText.slice(7 + at)}`
      fc.pre(text.trim() !== letter.codeText)
      expect((await verify(text)).kind).toBe('damaged')
    })
  )
  for (const length of [7, 40, letter.codeText.length - 1]) expect((await verify(letter.codeText.slice(0, length))).kind).toBe('damaged')
})

it('knows the letters of another desk only by their key', async () => {
  const other = await testDesk({ officer: 'front-office', isOwn: true })
  const { id } = await givenCase(other.api)
  const theirs = value(await other.api.letters.issue(await givenLetterOrder(other.api, id)))
  expect(await verify(theirs.codeText)).toEqual({ kind: 'unknown-key', number: theirs.number, issuedOn: '2026-11-23' })
})

it.each([
  ['', 'not-a-letter-code'],
  ['SLRT1:', 'damaged'],
  ['https://contoh.id/x', 'not-a-letter-code'],
  ['SLRT2:ABC', 'newer-version'],
  ['3324105708900001', 'not-a-letter-code'],
  ['x'.repeat(1000), 'not-a-letter-code']
])('says of %j what it is: %s', async (text, kind) => expect(await verify(text)).toEqual({ kind }))

it('answers anything that can be typed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 1000, unit: 'binary' }), async text => {
      expect((await verify(text)).kind).not.toBe('genuine')
    })
  )
})
