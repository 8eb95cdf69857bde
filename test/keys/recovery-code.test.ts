import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecoveryCode, wordsOfCode, writeRecoveryCode } from '#shared/keys/recovery-code'
import { closedRun } from '#test/support/closed-run'
import { confirmedBy } from '#test/support/confirmed-by'
import { folderOf } from '#test/support/folders'
import { givenResident } from '#test/support/given'
import { actAs, problem, testDesk, testSecrets, value } from '#test/support/test-desk'

const anyCode = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('a recovery code', () => {
  it('is read as it was written, however it is typed', () => {
    fc.assert(
      fc.property(anyCode, bytes => {
        const code = writeRecoveryCode(bytes)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
        for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'o').replaceAll('1', 'l')])
          expect(readRecoveryCode(typed)).toEqual(bytes)
      })
    )
  })

  it('is read from its words as well, of which the first four letters are enough', () => {
    fc.assert(
      fc.property(anyCode, bytes => {
        const words = wordsOfCode(bytes)
        expect(words).toHaveLength(17)
        for (const typed of [words.join(' '), words.join(', ').toUpperCase(), words.map(word => word.slice(0, 4)).join('  ')])
          expect(readRecoveryCode(typed)).toEqual(bytes)
      })
    )
  })

  it('with a word wrong, missing, or in another place is noticed', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(15), fc.nat(15), (bytes, at, other) => {
        const words = wordsOfCode(bytes)
        expect(readRecoveryCode(words.toSpliced(at, 1).join(' '))).toBeUndefined()
        expect(readRecoveryCode(words.with(at, words[at] === 'abadi' ? 'abang' : 'abadi').join(' '))).toBeUndefined()
        const swapped = words.with(at, words[other] ?? '').with(other, words[at] ?? '')
        const isSame = words[at] === words[other]
        expect(readRecoveryCode(swapped.join(' '))?.length).toBe(isSame ? 16 : undefined)
      })
    )
  })

  it('with one letter wrong is noticed', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(anyCode, fc.nat(27), fc.nat(30), (bytes, at, other) => {
        const code = writeRecoveryCode(bytes).replaceAll('-', '')
        const wrong = [...letters].filter(letter => letter !== code[at])[other] ?? ''
        expect(readRecoveryCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeUndefined()
      })
    )
  })
})

describe('a desk whose key is gone', () => {
  async function withCode() {
    const at = await testDesk({ officer: 'administrator', isOwn: true })
    value(await at.api.backups.make({}))
    const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
    value(await at.api.backups.keepCode({ code }))
    await actAs(at, 'front-office')
    await givenResident(at.api)
    await at.close()
    const data = folderOf('locked')
    cpSync(at.data, data, { recursive: true })
    return { data, code }
  }
  const closed = (data: string, name = 'test') =>
    closedRun({ reason: 'key-missing', data, secrets: testSecrets(name), reopen: async () => undefined })

  it('is opened with the code, on this account or another, and everything is there', async () => {
    const { data, code } = await withCode()
    rmSync(join(data, 'keys'), { recursive: true })
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'key-missing' })
    expect(await closed(data, 'another account')('recovery.enterCode', { code })).toEqual({ ok: true, value: null })
    const { desk } = await testDesk({ folder: data, secrets: testSecrets('another account') })
    expect(desk.raw.prepare('select count(*) from resident').pluck().get()).toBe(1)
  })

  it('keeps a key that this account cannot read', async () => {
    const { data, code } = await withCode()
    const before = readFileSync(join(data, 'keys', 'desk.key'), 'utf8')
    expect(await closed(data, 'another account')('recovery.enterCode', { code })).toEqual({ ok: true, value: null })
    expect(readFileSync(join(data, 'keys', 'desk.key.unreadable'), 'utf8')).toBe(before)
  })

  it('changes nothing for a wrong code, and says when there never was one', async () => {
    const { data, code } = await withCode()
    rmSync(join(data, 'keys'), { recursive: true })
    const other = writeRecoveryCode(new Uint8Array(16).fill(7))
    for (const wrong of [other, code.slice(0, -1), '', 'x'.repeat(80)])
      expect(problem((await closed(data)('recovery.enterCode', { code: wrong })) as never)).toEqual({ kind: 'wrong-code' })
    expect(readdirSync(data)).not.toContain('keys')
    const empty = folderOf('empty')
    expect(problem((await closed(empty)('recovery.enterCode', { code })) as never)).toEqual({ kind: 'no-code' })
  })

  it('opens with one of the two sealed files when the other has rotted', async () => {
    const { data, code } = await withCode()
    mkdirSync(join(data, 'keys'), { recursive: true })
    writeFileSync(join(data, 'keys', 'recovery.key'), '\0'.repeat(400))
    expect(await closed(data)('recovery.enterCode', { code })).toEqual({ ok: true, value: null })
  })

  it('has the code written nowhere', async () => {
    const { data, code } = await withCode()
    const words = wordsOfCode(readRecoveryCode(code) ?? new Uint8Array())
    const forms = [code, words.join(' '), code.replaceAll('-', ''), Buffer.from(readRecoveryCode(code) ?? []).toString('base64')]
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), 'latin1')
      for (const form of forms) expect(text.includes(form)).toBe(false)
    }
    expect(files.length).toBeGreaterThan(5)
  })
})
