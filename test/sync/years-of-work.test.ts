import SqliteFile, { type Database } from 'better-sqlite3'
import { afterEach, expect, it, vi } from 'vitest'
import { givenCase, givenLetterOrder, givenResident, givenVisit } from '#test/support/given'
import { value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from './support/district'

/** Tables to which every visit adds; indexes that hold only what is open, or that are read from the end for one row. */
const GROWING =
  /^SCAN (change|c|touch|blob|visit|letter|referral|case|case_event|document_check|resident|participant|membership|family|print_attempt)\b/
const OF_WHAT_IS_OPEN = /USING (COVERING )?INDEX (change_(unfed|unsent|held|parked|to_send|own)|visit_open|case_open|referral_open)\b/
/** All that a desk has ever done, or everything of one state or kind. */
const OF_ITS_WHOLE_PAST = /USING (COVERING )?INDEX change_by_device \(device=\?( AND epoch=\?)?\)$/

afterEach(() => void vi.restoreAllMocks())

/** Every statement that this process prepares from now on; the real ones run. */
function watchStatements(): Set<string> {
  const sources = new Set<string>()
  const prepare = SqliteFile.prototype.prepare as Database['prepare']
  vi.spyOn(SqliteFile.prototype, 'prepare').mockImplementation(function (this: Database, source: string) {
    sources.add(source)
    return prepare.call(this, source)
  })
  return sources
}

const planOf = (raw: Database, source: string): string[] => {
  const values = Array.from({ length: source.split('?').length - 1 }, () => null)
  const rows = raw.prepare(`explain query plan ${source}`).all(...values) as { detail: string }[]
  return rows.map(({ detail }) => detail)
}

/** Of those that this database knows, the statements that read all that was ever done. */
function readingThePast(raw: Database, sources: Iterable<string>): string[] {
  const tables = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  return [...sources].filter(source => {
    if (!/^\s*(select|with|update|delete)\b/i.test(source)) return false
    const [, table] = /\b(?:from|update)\s+"?(\w+)"?/i.exec(source) ?? []
    // the district's own server runs in this process too
    if (!tables.includes(table ?? '') || /\bdistrict"? = /.test(source)) return false
    return planOf(raw, source).some(step => (GROWING.test(step) && !OF_WHAT_IS_OPEN.test(step)) || isOfThePast(source, step))
  })
}

/** The newest of an epoch is one row at the end of that index. */
const isOfThePast = (source: string, step: string): boolean =>
  OF_ITS_WHOLE_PAST.test(step) && !/max\(|order by seq desc limit 1/.test(source)

/** The whole log is folded anew once by each new version, and once when a desk joins a district. */
const ONCE = [/^delete from "\w+"$/, /^select n from "change"( c where c.is_out = 0)? order by/]

it('a day at a desk, and its talks with the district, read no table from end to end', { timeout: 60_000 }, async () => {
  const sources = watchStatements()
  const district = await openDistrict()
  const a = await firstDesk(district)
  const { api } = a
  const visit = await givenVisit(api)
  const resident = await givenResident(api)
  const opened = await givenCase(api, { visitId: visit.id, residentId: resident.id })
  value(await api.letters.issue(await givenLetterOrder(api, opened.id)))
  const b = await furtherDesk(district)
  await givenResident(b.api, { nik: '3324105708910002', name: 'Sumarni' })
  for (const desk of [a, b, a, a]) await sync(desk)
  value(await api.sync.status({}))
  value(await api.sync.queue({}))
  value(await api.cases.board({}))
  value(await api.cases.listOpen({ whose: 'all' }))
  value(await api.referrals.listOpen({}))
  value(await api.residents.get({ residentId: resident.id }))
  value(await api.search.find({ text: 'sumarni', purpose: 'visit' }))
  value(await b.api.quality.counts({}))
  await givenResident(b.api, { nik: '3324105708910003', name: 'Sumarno' })
  await vi.waitUntil(async () => !value(await b.api.quality.counts({})).isSearching)
  value(await b.api.cases.closeDay({}))

  expect(readingThePast(a.desk.raw, sources).filter(source => !ONCE.some(once => once.test(source)))).toEqual([])
})
