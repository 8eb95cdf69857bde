import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join as pathOf } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Journal } from '#main/changes/journal'
import { discardBlob, findBlob } from '#server/attachments/blobs.store'
import { inDistrict } from '#server/database/inside'
import { personOf } from '#test/support/desk-acts'
import { givenCase, givenLetterOrder, givenResident, pictureOf } from '#test/support/given'
import { MORNING, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { type District, KENDAL, openDistrict, sync } from './support/district'

const DAY = 86_400_000
const LONG_AGO = MORNING - 600 * DAY

const lookup = { visitId: null, isListed: true, decile: 2, source: 'DTSEN' as const, period: '2025-T1', programmes: [], note: null }

const letterOf = async ({ api }: TestDesk, caseId: string) =>
  value(await api.letters.issue({ ...(await givenLetterOrder(api, caseId)), isDateConfirmed: true }))
const kept = async ({ desk }: TestDesk) => (await desk.db.selectFrom('blob').select('hash').execute()).map(({ hash }) => hash)

/** A desk with a letter of an ended case and one of an open case, and a picture of a lookup of each resident and of one without a case. */
async function deskOf(now: number) {
  const desk = await testDesk({ officer: 'manager', isOwn: true, now })
  const { api } = desk
  const pdf = desk.desk.renderSheet
  // no two letters are the same bytes
  Object.assign(desk.desk, { renderSheet: async (...of: Parameters<typeof pdf>) => marked(await pdf(...of)) })
  const [ended, open] = [await caseOf(desk, 1), await caseOf(desk, 2)]
  const letters = { ended: await letterOf(desk, ended.id), open: await letterOf(desk, open.id) }
  value(await api.cases.close({ caseId: ended.id, outcome: 'fulfilled', text: 'Sudah aktif' }))
  const { id: residentId } = await givenResident(api, personOf(3))
  const check = value(await api.registry.recordCheck({ residentId, ...lookup, picture: pictureOf(5_000) }))
  value(await api.registry.recordCheck({ residentId: open.residentId, ...lookup, picture: pictureOf(5_000) }))
  return { ...desk, letters, check }
}

const caseOf = async ({ api }: TestDesk, n: number) => givenCase(api, { residentId: (await givenResident(api, personOf(n))).id })
const marked = <T extends { pdf: Uint8Array }>(page: T): T => ({ ...page, pdf: new Uint8Array(Buffer.concat([page.pdf, randomBytes(8)])) })

async function join({ api, ...desk }: TestDesk, district: District): Promise<void> {
  value(await api.sync.join({ server: district.address, code: await district.code() }))
  await sync({ api, ...desk })
}

/** The next time it is looked through, the letter of the ended case and the picture of who has none go. */
async function goesAnotherDay(desk: TestDesk): Promise<void> {
  desk.clock.ms += 2 * DAY
  await sync(desk)
  expect(await kept(desk)).toHaveLength(2)
}

describe('an attachment', () => {
  it('[P15] of what ended eighteen months ago goes from the desk when the district has it, and is fetched when somebody wants to see it', async () => {
    const district = await openDistrict()
    const desk = await deskOf(LONG_AGO)
    const { api, clock, letters, check } = desk
    const seen = value(await api.letters.pdf({ letterId: letters.ended.id }))
    clock.ms = MORNING
    expect(await kept(desk)).toHaveLength(4)
    await join(desk, district)
    expect(await kept(desk)).toHaveLength(2)
    expect(await kept(desk)).toContain(letters.open.pdfHash)
    await district.close()
    expect(problem(await api.letters.pdf({ letterId: letters.ended.id }))).toEqual({ kind: 'pdf-elsewhere' })
    expect(problem(await api.registry.picture({ checkId: check.id }))).toEqual({ kind: 'picture-elsewhere' })
    await district.open()
    expect(value(await api.letters.pdf({ letterId: letters.ended.id }))).toEqual(seen)
    expect(value(await api.registry.picture({ checkId: check.id })).type).toBe('image/png')
    // what was fetched goes again with the next day
    await goesAnotherDay(desk)
    expect(desk.reported).toEqual([])
  })

  it.each([
    { clock: "the district's clock", now: LONG_AGO, jumped: 0 },
    { clock: "this PC's clock", now: MORNING, jumped: 600 * DAY }
  ])('[P15] stays when $clock alone says that it is old', async ({ now, jumped }) => {
    const district = await openDistrict()
    const desk = await deskOf(now)
    desk.clock.jumped = jumped
    await join(desk, district)
    expect(await kept(desk)).toHaveLength(4)
  })

  it('[P15] stays, and is sent again, when the district turns out to have lost it', async () => {
    const district = await openDistrict()
    const desk = await deskOf(LONG_AGO)
    await join(desk, district)
    const { pdfHash } = desk.letters.ended
    await inDistrict(district.server, KENDAL, inside => discardBlob(inside, pdfHash))
    desk.clock.ms = MORNING
    await sync(desk)
    expect(await kept(desk)).toHaveLength(3)
    expect(await kept(desk)).toContain(pdfHash)
    await sync(desk)
    expect(await inDistrict(district.server, KENDAL, inside => findBlob(inside, pdfHash))).toMatchObject({ isWhole: 1 })
    await goesAnotherDay(desk)
  })

  it('[P15] stays while the district cannot say whether it has it', async () => {
    const district = await openDistrict()
    const desk = await deskOf(LONG_AGO)
    await join(desk, district)
    desk.clock.ms = MORNING
    await district.without('blob', () => desk.api.sync.sendNow({}))
    expect(await kept(desk)).toHaveLength(4)
    await goesAnotherDay(desk)
  })

  it('[P15] that the district alone keeps is no hindrance to a journal that begins in a new place', async () => {
    const district = await openDistrict()
    const desk = await deskOf(LONG_AGO)
    desk.clock.ms = MORNING
    await join(desk, district)
    const journal = new Journal(mkdtempSync(pathOf(desk.data, 'journal-')), randomBytes(32), () => '2026-11-23')
    expect(journal.catchUp(desk.desk.raw)).toBe(false)
    expect(journal.behind(desk.desk.raw)).toBe(0)
    const { entries } = journal.read(1)
    journal.close()
    const held = new Set(entries.flatMap(({ bytes }) => Object.keys(bytes)))
    expect(held).toEqual(new Set(await kept(desk)))
  })
})
