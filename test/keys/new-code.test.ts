import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  codeMadeAt,
  isCodeOf,
  keepRecoveryCode,
  makeRecoveryCode,
  newCodeMadeAt,
  openWithCode,
  settleRecoveryCode
} from '#main/keys/recovery-key'
import { isEndOfCode } from '#shared/keys/recovery-code'
import { confirmedBy } from '#test/support/confirmed-by'
import { folderOf } from '#test/support/folders'
import { problem, testDesk, value } from '#test/support/test-desk'

const SECRET = Buffer.from('what opens the data')
const PLACES = ['keys', 'backups'] as const

const made = (data: string, at = 0) => makeRecoveryCode(data, SECRET, at).code
const opens = (data: string, code: string) => openWithCode(data, code).kind === 'opened'

function withOldCode() {
  const data = folderOf('data')
  for (const place of PLACES) mkdirSync(join(data, place))
  const old = made(data, 1)
  keepRecoveryCode(data, old)
  return { data, old }
}

/** Every sealed file by its path, to be put down again as a power cut would leave them. */
const filesOf = (data: string): Map<string, string> =>
  new Map(
    PLACES.flatMap(place => readdirSync(join(data, place)).map(name => join(place, name))).map(path => [
      path,
      readFileSync(join(data, path), 'utf8')
    ])
  )

/** What lies on the disk after so many of the writes that lead from one state to the next, in their order. */
function cutsBetween(before: Map<string, string>, after: Map<string, string>, order: readonly string[]): Map<string, string>[] {
  const states = [new Map(before)]
  for (const path of order) {
    const next = new Map(states.at(-1))
    const content = after.get(path)
    if (content === undefined) next.delete(path)
    else next.set(path, content)
    states.push(next)
  }
  expect(states.at(-1)).toEqual(after)
  return states
}

function dataWith(files: Map<string, string>): string {
  const data = folderOf('cut')
  for (const place of PLACES) mkdirSync(join(data, place))
  for (const [path, content] of files) writeFileSync(join(data, path), content)
  return data
}

describe('a new recovery code', () => {
  it('opens beside the one before until it is kept, and alone from then on', () => {
    const { data, old } = withOldCode()
    const code = made(data, 2)
    expect([opens(data, old), opens(data, code), isCodeOf(data, old), isCodeOf(data, code)]).toEqual([true, true, true, true])
    expect([codeMadeAt(data), newCodeMadeAt(data)]).toEqual([1, 2])
    expect(keepRecoveryCode(data, code)).toBe(true)
    expect([opens(data, old), opens(data, code)]).toEqual([false, true])
    expect([codeMadeAt(data), newCodeMadeAt(data)]).toEqual([2, undefined])
    expect(keepRecoveryCode(data, code)).toBe(true)
  })

  it('that nobody kept is dropped when another is made', () => {
    const { data, old } = withOldCode()
    const [first, second] = [made(data), made(data)]
    expect([opens(data, old), opens(data, first), opens(data, second)]).toEqual([true, false, true])
  })

  it('is not kept by the code before it, nor by one that opens nothing', () => {
    const { data, old } = withOldCode()
    const before = filesOf(data)
    expect(keepRecoveryCode(data, 'abadi abang')).toBe(false)
    const code = made(data)
    for (const other of [old, code.slice(0, -1), '']) expect(keepRecoveryCode(data, other)).toBe(false)
    expect([opens(data, old), opens(data, code)]).toEqual([true, true])
    expect(filesOf(data).get(join('keys', 'recovery.key'))).toBe(before.get(join('keys', 'recovery.key')))
  })

  it('leaves a code that is on paper wherever the power goes, and one alone after the next start', () => {
    const { data, old } = withOldCode()
    const first = filesOf(data)
    const code = made(data)
    const second = filesOf(data)
    keepRecoveryCode(data, code)
    const third = filesOf(data)
    const [kept, waiting] = ['recovery.key', 'recovery-new.key'].map(name => PLACES.map(place => join(place, name)))

    for (const state of cutsBetween(first, second, waiting ?? [])) expect(opens(dataWith(state), old)).toBe(true)
    for (const state of cutsBetween(second, third, [...(kept ?? []), ...(waiting ?? [])])) {
      const cut = dataWith(state)
      expect(opens(cut, code)).toBe(true)
      settleRecoveryCode(cut)
      expect(opens(cut, code)).toBe(true)
      const isInForce = newCodeMadeAt(cut) === undefined
      expect(opens(cut, old)).toBe(!isInForce)
      expect(isInForce).toBe(state.get(join('keys', 'recovery.key')) === third.get(join('keys', 'recovery.key')))
      // and the office can go on: another code is made and kept
      const next = made(cut)
      expect(opens(cut, isInForce ? code : old)).toBe(true)
      expect(keepRecoveryCode(cut, next)).toBe(true)
      expect([opens(cut, old), opens(cut, code), opens(cut, next)]).toEqual([false, false, true])
    }
  })

  it('is kept from the one of its two copies that has not rotted', () => {
    const { data, old } = withOldCode()
    const code = made(data)
    writeFileSync(join(data, 'keys', 'recovery-new.key'), '\0'.repeat(400))
    expect(keepRecoveryCode(data, code)).toBe(true)
    expect([opens(data, old), opens(data, code), newCodeMadeAt(data)]).toEqual([false, true, undefined])
    expect(filesOf(data).get(join('keys', 'recovery.key'))).toBe(filesOf(data).get(join('backups', 'recovery.key')))
  })
})

describe('a desk with a new recovery code', () => {
  it('says that it waits for paper, prints it, and keeps it for the administrator who typed it', async () => {
    const at = await testDesk({ officer: 'administrator', isOwn: true })
    const { code } = value(await at.api.backups.makeCode({}, await confirmedBy(at, 'manager')))
    expect(value(await at.api.backups.state({}))).toMatchObject({ codeMadeAt: null, newCodeMadeAt: at.desk.clock.now() })
    expect(problem(await at.api.backups.keepCode({ code: 'abadi' }))).toEqual({ kind: 'not-new-code' })
    expect(value(await at.api.backups.keepCode({ code: code.toLowerCase() }))).toMatchObject({
      codeMadeAt: at.desk.clock.now(),
      newCodeMadeAt: null
    })
    await at.close()
  })
})

describe('the end of a recovery code', () => {
  const { code, words } = makeRecoveryCode(withOldCode().data, SECRET, 0)
  const groups = code.split('-')

  it('is three words or three groups of letters, however they are typed', () => {
    const end = words.slice(-3)
    for (const typed of [
      end.join(' '),
      end.join(', ').toUpperCase(),
      end.map(word => word.slice(0, 4)).join(' '),
      groups.slice(-3).join(' ')
    ])
      expect(isEndOfCode(typed, { code, words })).toBe(true)
  })

  it('is neither its beginning, nor too little, nor the end of another', () => {
    for (const typed of [
      '',
      words.at(-1) ?? '',
      words.slice(0, 3).join(' '),
      words.slice(-4).join(' '),
      groups.slice(0, 3).join('-'),
      'abadi abang adat'
    ])
      expect(isEndOfCode(typed, { code, words })).toBe(false)
  })
})
