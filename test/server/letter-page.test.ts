import { createHash, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { withDistrict } from '#server/sync/district.store'
import { localDateOf } from '#shared/clock'
import { encodeLetterCode, letterCodeText } from '#shared/letters/letter-code'
import { BATANG, onBothStores } from './support/both-stores'
import { strangersKey } from './support/conversation'
import { askEnrol, enrolBody, fakeDesk, testServer } from './support/test-server'

onBothStores('the page that a letter’s code opens', given => {
  const setUp = async () => {
    const { app, clock } = await testServer(given.server, { strangerCalls: 1_000 })
    const desk = fakeDesk()
    await askEnrol(app, enrolBody(desk, await makeEnrolmentCode(given.server, BATANG, { now: clock.now, isAutoConfirm: true })))
    const keyId = createHash('sha256').update(Buffer.from(desk.publicKey, 'base64')).digest('hex').slice(0, 8)
    const dataHash = createHash('sha256').update('facts').digest()
    const claims = { number: '460/001/A/III/2026', issuedOn: '2026-03-02', letterType: 'rujukan', initials: 'SR', nikTail: '0001' }
    const payload = encodeLetterCode({ ...claims, dataHash: dataHash.subarray(0, 16), keyId })
    const open = async (text: string) => {
      const answer = await app.inject(`/p/${encodeURIComponent(text)}`)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      expect(answer.body).not.toMatch(/SR|0001</)
      return answer.body
    }
    const arrive = (status: string, validUntil: string | null = null) =>
      withDistrict(given.server, BATANG, { at: 1, clock: null }, async store => {
        const row = { fields: { dataHash: dataHash.toString('hex'), status, validUntil }, stamps: {} }
        await store.putRows(new Map([['k', { entity: 'letter', id: 'letter-1', row }]]))
        await store.putClaims([{ name: 'letter-number', value: claims.number, entity: 'letter', id: 'letter-1' }])
      })
    const codeBy = (key = desk.privateKey) => letterCodeText(payload, sign(null, payload, key))
    return { open, arrive, codeBy, clock }
  }

  it('says whether the paper is genuine, in force, past its last day or void, and nobody’s name', async () => {
    const { open, arrive, codeBy, clock } = await setUp()
    expect(await open(codeBy())).toContain('belum sampai')
    await arrive('issued')
    const page = await open(codeBy())
    expect(page).toContain('asli dan berlaku')
    expect(page).toContain('460/001/A/III/2026')
    const [today, yesterday] = [0, 86_400_000].map(ago => localDateOf(clock.now - ago, 'WIB'))
    await arrive('issued', today)
    expect(await open(codeBy())).toContain('asli dan berlaku')
    await arrive('issued', yesterday)
    expect(await open(codeBy())).toContain('MASA BERLAKUNYA SUDAH LEWAT')
    await arrive('void', yesterday)
    expect(await open(codeBy())).toContain('DIBATALKAN')
  })

  it('says what a code that proves nothing is', async () => {
    const { open, codeBy } = await setUp()
    expect(await open(codeBy(strangersKey()))).toContain('PALSU')
    expect(await open('<script>alert(1)</script>')).toContain('bukan kode surat')
    expect(await open('SLRT1:ABC')).toContain('tidak terbaca utuh')
    expect(await open('SLRT9:ABC')).toContain('versi program yang lebih baru')
  })
})
