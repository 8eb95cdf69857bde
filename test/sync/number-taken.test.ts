import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkLetter } from '#server/letters/check-letter'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { type District, firstDesk, furtherDesk, openDistrict, sync } from './support/district'

const images = mkdtempSync(join(tmpdir(), 'number-taken-'))
afterAll(() => rmSync(images, { recursive: true, force: true }))

async function issueLetter({ api }: Pick<TestDesk, 'api'>, nik: string, name: string) {
  const { id: residentId } = await givenResident(api, { nik, name })
  const found = await givenCase(api, { residentId })
  return value(await api.letters.issue(await givenLetterOrder(api, found.id)))
}

const refusedAt = async ({ api }: TestDesk) => value(await api.sync.queue({})).filter(({ state }) => state === 'refused')
const anew = (change: string) => ({ change, inSpiteOf: null, isDateConfirmed: false })

/** A desk that was put back behind its own past without noticing: its newest letter has a number that the district knows from before. */
async function withTakenLetter(district: District) {
  const first = await firstDesk(district)
  await first.close()
  const image = join(images, `${district.address.split(':').at(-1)}`)
  cpSync(first.data, image, { recursive: true })
  const lost = await testDesk({ folder: first.data })
  await actAs(lost, 'manager')
  const standing = await issueLetter(lost, '3324105708910003', 'Sumarni Tiga')
  await sync(lost)
  await lost.close()

  const desk = await testDesk({ folder: image })
  await actAs(desk, 'manager')
  const taken = await issueLetter(desk, '3324105708910006', 'Sumarni Enam')
  expect(taken.number).toBe(standing.number)
  const attempt = value(await desk.api.letters.print({ letterId: taken.id, printer: 'Kantor' }))
  value(await desk.api.letters.answerPrint({ attemptId: attempt.id, answer: 'printed', reason: null }))
  value(await desk.api.letters.handOver({ letterId: taken.id, receivedBy: 'Sumarni Enam', isRepresentative: false }))
  await sync(desk)
  await sync(desk)
  // its ticket and case go on under the next free numbers; a letter's number stands on paper
  let refused = (await refusedAt(desk))[0]
  while (refused && !refused.records.some(({ id }) => id === taken.id)) {
    value(await desk.api.sync.replace({ change: refused.change, how: 'again' }))
    await sync(desk)
    await sync(desk)
    refused = (await refusedAt(desk))[0]
  }
  if (!refused) throw new Error('the letter was taken')
  return { desk, standing, taken, refused: refused.change }
}

/** What N2 asks for before a desk that was copied numbers again. */
async function openNewBook(desk: TestDesk, year = 2026) {
  await actAs(desk, 'administrator')
  value(await desk.api.office.change({ unitCode: 'SLRT-A2' }))
  await actAs(desk, 'manager')
  value(await desk.api.letters.openBook({ year, firstNumber: 1 }, await confirmedBy(desk, 'front-office')))
}

const idle = { unsent: 0, waiting: 0, refused: 0, clashes: 0 }

describe('a letter whose number another has', () => {
  it('[N5] [S7] [S9] is issued anew in one step: the paper with the old number is void everywhere, with what was done with it', async () => {
    const district = await openDistrict()
    const { desk, standing, taken, refused } = await withTakenLetter(district)
    const other = await furtherDesk(district)
    expect(problem(await desk.api.letters.issueAnew(anew(refused)))).toEqual({ kind: 'numbers-lost' })
    await openNewBook(desk)
    const { facts: was } = taken
    const issued = value(await desk.api.letters.issueAnew(anew(refused)))
    expect(issued.number).toBe(taken.number.replace('SLRT-A', 'SLRT-A2'))
    expect(issued).toMatchObject({ status: 'issued', caseId: taken.caseId, residentId: taken.residentId, validUntil: taken.validUntil })
    expect(issued.facts).toEqual({ ...was, number: issued.number, verification: { codeText: issued.codeText } })
    expect(desk.sheets.at(-1)).toMatchObject({ number: issued.number })

    await sync(desk)
    await sync(desk)
    expect(value(await desk.api.sync.status({}))).toMatchObject(idle)
    await sync(other)
    for (const { api } of [desk, other]) {
      const old = value(await api.letters.get({ letterId: taken.id }))
      expect(old.letter).toMatchObject({ number: taken.number, status: 'void' })
      expect(old.letter.voidReason).toContain(issued.number)
      expect([old.attempts.length, old.handOvers.length]).toEqual([1, 1])
      expect(value(await api.letters.get({ letterId: issued.id }))).toMatchObject({ attempts: [], handOvers: [] })
      expect(value(await api.letters.get({ letterId: standing.id })).letter.status).toBe('issued')
      const said = value(await api.cases.get({ caseId: taken.caseId })).events.map(({ kind, text }) => [kind, text])
      expect(said).toContainEqual(['letter-void', `${taken.number}: ${old.letter.voidReason}`])
      expect(said).toContainEqual(['letter', issued.number])
      for (const [letter, status] of [
        [taken, 'void'],
        [standing, 'issued'],
        [issued, 'issued']
      ] as const)
        expect(value(await api.letters.verify({ text: letter.codeText }))).toMatchObject({ here: { letterId: letter.id, status } })
    }
    for (const [letter, kind] of [
      [taken, 'void'],
      [standing, 'in-force'],
      [issued, 'in-force']
    ] as const)
      expect(await checkLetter(district.server, letter.codeText, '2026-11-23')).toMatchObject({ kind, number: letter.number })
  })

  it('[N5] stays in the register as void when it is taken back', async () => {
    const district = await openDistrict()
    const { desk, taken, standing, refused } = await withTakenLetter(district)
    value(await desk.api.sync.replace({ change: refused, how: 'take-back' }))
    await sync(desk)
    await sync(desk)
    expect(value(await desk.api.sync.status({}))).toMatchObject(idle)
    const { letters } = value(await desk.api.letters.register({ bookId: taken.bookId }))
    expect(letters.map(({ id, number, status }) => ({ id, number, status }))).toEqual(
      expect.arrayContaining([
        { id: standing.id, number: taken.number, status: 'issued' },
        { id: taken.id, number: taken.number, status: 'void' }
      ])
    )
  })

  it('[N2] opens no book under a unit code that it has numbered under, and numbers again under a new one', async () => {
    const district = await openDistrict()
    const { desk } = await withTakenLetter(district)
    desk.clock.ms += 60 * 86_400_000
    expect(problem(await desk.api.letters.openBook({ year: 2027, firstNumber: 1 }, await confirmedBy(desk, 'front-office')))).toEqual({
      kind: 'numbers-lost'
    })
    await openNewBook(desk, 2027)
    expect(value(await desk.api.sync.status({})).numbering).toBe('open')
  })

  it('is not issued anew once that was done, nor where nothing was refused', async () => {
    const district = await openDistrict()
    const { desk, refused } = await withTakenLetter(district)
    await openNewBook(desk)
    const [one, two] = await Promise.all([desk.api.letters.issueAnew(anew(refused)), desk.api.letters.issueAnew(anew(refused))])
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1)
    expect(problem(one.ok ? two : one)).toEqual({ kind: 'not-found' })
    expect(problem(await desk.api.letters.issueAnew(anew('nothing.1.1')))).toEqual({ kind: 'not-found' })
  })
})
