import { afterEach, describe, expect, it, vi } from 'vitest'
import { audits } from '#shared/audit/audits'
import type { DeskContract } from '#shared/contract'
import type { ChannelOf } from '#shared/rpc/call'
import { UNHEARD_STOP_DAYS } from '#shared/sync/unheard'
import { folderOf } from '#test/support/folders'
import { givenCase, givenLetterOrder, givenResident, personInput } from '#test/support/given'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'
import { firstDesk, openDistrict, sync } from './support/district'

afterEach(() => vi.unstubAllEnvs())

const DAY_MS = 86_400_000
const STOPPED = { kind: 'district-unheard', days: UNHEARD_STOP_DAYS }
const ALL_DAY = { lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null } as const

/** A desk with a known person and a letter of theirs, which has not heard its district for so many days since. */
async function unheardFor(days: number) {
  const at = await testDesk({ officer: 'manager' })
  at.desk.raw.prepare("update here set district = '33.24', server = 'https://district.example'").run()
  const known = await givenCase(at.api)
  value(
    await at.api.residents.joinFamily({ residentId: known.residentId, family: { kind: 'new', kk: '3324101203150001' }, relation: 'head' })
  )
  const letter = value(await at.api.letters.issue(await givenLetterOrder(at.api, known.id)))
  at.clock.ms += days * DAY_MS
  // a PC whose clock was put back meanwhile is in the same year still
  at.clock.jumped -= (days - 5) * DAY_MS
  return { ...at, known, letter }
}

/** Everything that shows or touches the record of somebody who is not here today. */
const others = ({ api, known, letter }: Awaited<ReturnType<typeof unheardFor>>) => ({
  search: () => api.search.find({ text: 'siti', purpose: 'visit' }),
  resident: () => api.residents.get({ residentId: known.residentId }),
  family: () => api.residents.familyByKk({ kk: '3324101203150001' }),
  cases: () => api.cases.listOpen({ whose: 'all' }),
  case: () => api.cases.get({ caseId: known.id }),
  casesOf: () => api.cases.ofResident({ residentId: known.residentId }),
  visit: () => api.visits.get({ visitId: known.visitId }),
  register: () => api.letters.register({ bookId: letter.bookId }),
  letter: () => api.letters.get({ letterId: letter.id }),
  pdf: () => api.letters.pdf({ letterId: letter.id }),
  copy: () => api.letters.printCopy({ letterId: letter.id, printer: 'Kantor', reason: 'Hilang', takenBy: 'Siti' }),
  printed: () => api.letters.printPaper({ paper: { kind: 'register', bookId: letter.bookId }, printer: 'Kantor' }),
  note: () => api.cases.note({ caseId: known.id, kind: 'note', text: 'Ditelepon' }),
  queue: () => api.sync.queue({}),
  lookUp: () => api.registry.lookUp({ by: { kind: 'nik', nik: '3324105708900001' }, purpose: 'service', visitId: known.visitId })
})

describe('a desk that has not heard its district for 45 days', () => {
  it('shows and changes nobody’s record but of who is there today, and did so until then', async () => {
    const at = await unheardFor(UNHEARD_STOP_DAYS - 1)
    for (const [name, ask] of Object.entries(others(at)))
      expect(await ask(), name).not.toMatchObject({ problem: { kind: 'district-unheard' } })
    at.clock.ms += DAY_MS
    for (const [name, ask] of Object.entries(others(at))) expect(await ask(), name).toEqual({ ok: false, problem: STOPPED })
  })

  it('receives whoever comes, to the letter in their hand', async () => {
    const at = await unheardFor(UNHEARD_STOP_DAYS)
    const { api } = at
    await actAs(at, 'front-office')
    const { id: visitId } = value(await api.visits.checkIn(ALL_DAY))
    value(await api.visits.call({ visitId }))
    value(await api.visits.serve({ visitId }))
    value(await api.letters.printPaper({ paper: { kind: 'ticket', visitId }, printer: 'Kantor' }))
    const resident = await givenResident(api, { name: 'Contoh Sumarni', nik: '3324105708910002' })
    value(await api.visits.addParticipant({ visitId, residentId: resident.id, role: 'applicant', relation: null }))
    expect(value(await api.visits.get({ visitId })).participants).toHaveLength(1)
    value(await api.residents.get({ residentId: resident.id }))
    const found = await givenCase(api, { visitId, residentId: resident.id })
    value(await api.cases.note({ caseId: found.id, kind: 'note', text: 'Membawa KK' }))
    const order = await givenLetterOrder(api, found.id)
    value(await api.letters.preview(order))
    const letter = value(await api.letters.issue(order))
    const attempt = value(await api.letters.print({ letterId: letter.id, printer: 'Kantor' }))
    value(await api.letters.answerPrint({ attemptId: attempt.id, answer: 'printed', reason: null }))
    expect(value(await api.cases.board({})).visits.map(({ id }) => id)).toEqual([visitId])
    // the next morning they are somebody else
    at.clock.ms += DAY_MS
    expect(problem(await api.residents.get({ residentId: resident.id }))).toMatchObject({ kind: 'district-unheard' })
    expect(value(await api.cases.board({})).visits).toEqual([])
  })

  it('says of somebody known neither name nor family, and serves them all the same', async () => {
    const at = await unheardFor(UNHEARD_STOP_DAYS)
    const { api, known } = at
    const again = {
      resident: personInput(),
      family: { kind: 'new' as const, kk: '3324101203150001', relation: 'child' as const },
      differentFrom: []
    }
    expect(problem(await api.residents.register(again))).toEqual({ kind: 'nik-taken-by-other' })
    const resident = value(await api.residents.register({ ...again, resident: personInput({ nik: null, noNikReason: 'forgotten' }) }))
    const family = async () => value(await api.residents.get({ residentId: resident.id })).family?.members.map(one => one.residentId)
    expect(await family()).toEqual([resident.id])
    at.desk.sync.unheard.heard()
    expect(await family()).toHaveLength(2)
    // what nobody could look at then is asked now
    expect(value(await api.pairs.list({ list: 'unsure', from: 0 })).lines.flatMap(line => [line.residentId, line.otherId])).toEqual(
      expect.arrayContaining([resident.id, known.residentId])
    )
  })

  it('goes on with sticks and copies', async () => {
    const district = await openDistrict()
    const at = await firstDesk(district)
    await sync(at)
    at.clock.ms += UNHEARD_STOP_DAYS * DAY_MS
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    value(await at.api.sync.writePack({ drive: stick }))
    value(await at.api.backups.make({}))
    value(await at.api.backups.copyToStick({ drive: stick }))
    expect(problem(await at.api.search.find({ text: 'siti', purpose: 'visit' }))).toEqual(STOPPED)
    await sync(at)
    value(await at.api.search.find({ text: 'siti', purpose: 'visit' }))
  })

  it('is the only one: without a district nothing is ever stopped', async () => {
    const at = await testDesk({ officer: 'manager' })
    at.clock.ms += 400 * DAY_MS
    value(await at.api.search.find({ text: 'siti', purpose: 'visit' }))
  })
})

it('every call that shows records is stopped or named here with its reason', async () => {
  const at = await unheardFor(UNHEARD_STOP_DAYS)
  const shows = (Object.keys(audits) as ChannelOf<DeskContract>[]).filter(channel => {
    const rule = audits[channel]
    return rule !== 'none' && ['read', 'search', 'registry', 'export'].includes(rule.kind)
  })
  const { isOfOthers } = await import('#main/sync/stopped')
  const open = shows.filter(channel => !isOfOthers(at.desk, channel, {}))
  // today's own queue, and what leaves sealed
  expect(open.sort()).toEqual(['backups.copyToStick', 'cases.board', 'sync.writePack'])
  const named = shows.filter(channel => !isOfOthers(at.desk, channel, { residentId: at.known.residentId }))
  expect(named.sort()).toEqual(open)
})
