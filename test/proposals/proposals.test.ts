import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { BATCH_ROWS } from '#shared/proposals/proposal'
import { PROPOSAL_COLUMNS } from '#shared/proposals/proposal-row'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenResident, personInput } from '#test/support/given'
import { pluggedStick } from '#test/support/plugged-stick'
import { problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const stick = pluggedStick()

const DAY_MS = 24 * 3600 * 1000

const propose = async ({ api }: Pick<TestDesk, 'api'>, residentId: string, what = 'Belum terdaftar di DTSEN') =>
  api.proposals.propose({ residentId, caseId: null, kind: 'new-entry', what, documents: ['KTP', 'KK'] })

/** The rows of a sheet under their column names. */
function rowsOf(file: string): Record<string, string>[] {
  const book = read(readFileSync(file))
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  return sheet ? utils.sheet_to_json<Record<string, string>>(sheet, { defval: '' }) : []
}

describe('a proposal', () => {
  it('is written down once, for a new entry or a removal; corrections may differ', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(at.api)
    const first = value(await propose(at, id))
    expect(first).toMatchObject({ status: 'ready', batchId: null, proposedOn: null, villageCode: null })
    expect(problem(await propose(at, id, 'Dengan kata lain'))).toMatchObject({ kind: 'already-proposed', proposalId: first.id })
    const correct = (what: string) => at.api.proposals.propose({ residentId: id, caseId: null, kind: 'correction', what, documents: [] })
    value(await correct('Nama ibu: Sutinah'))
    expect(problem(await correct('nama  ibu: sutinah'))).toMatchObject({ kind: 'already-proposed' })
    value(await correct('Alamat pindah'))
    value(await at.api.proposals.answer({ proposalId: first.id, to: 'withdrawn', note: null }))
    value(await propose(at, id))
  })

  it('is refused for somebody nobody knows, and for a case nobody opened', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const unknown = '0192f0c0-0000-7000-8000-000000000009'
    expect(problem(await propose(at, unknown))).toEqual({ kind: 'not-found' })
    const { id } = await givenResident(at.api)
    expect(
      problem(await at.api.proposals.propose({ residentId: id, caseId: unknown, kind: 'removal', what: 'Meninggal', documents: [] }))
    ).toEqual({ kind: 'case-not-found' })
  })

  it('gets its answer only after it was handed over; an answer keyed in by mistake is taken back', async () => {
    const at = await testDesk({ officer: 'manager' })
    const { id } = value(await propose(at, (await givenResident(at.api)).id))
    expect(problem(await at.api.proposals.answer({ proposalId: id, to: 'approved', note: null }))).toMatchObject({ kind: 'illegal-move' })
    expect(problem(await at.api.proposals.answer({ proposalId: id, to: 'proposed', note: null }))).toMatchObject({ kind: 'illegal-move' })
    value(await at.api.proposals.exportReady({ to: DOCUMENTS, answerDays: 30 }, await confirmedBy(at, 'administrator')))
    expect(value(await at.api.proposals.answer({ proposalId: id, to: 'rejected', note: 'Desil 7' }))).toMatchObject({
      status: 'rejected',
      answerNote: 'Desil 7'
    })
    expect(value(await at.api.proposals.answer({ proposalId: id, to: 'proposed', note: null }))).toMatchObject({
      status: 'proposed',
      answeredOn: null
    })
    expect(value(await at.api.proposals.answer({ proposalId: id, to: 'approved', note: null }))).toMatchObject({ status: 'approved' })
  })

  it('without an answer rises when its day has passed, the oldest first', async () => {
    const at = await testDesk({ officer: 'manager' })
    const ids: string[] = []
    for (const name of ['Siti Aminah', 'Budi Santoso', 'Rini Astuti']) {
      ids.push(value(await propose(at, (await givenResident(at.api, { name, nik: null, noNikReason: 'forgotten' })).id)).id)
      value(
        await at.api.proposals.exportReady(
          { to: DOCUMENTS, answerDays: name === 'Rini Astuti' ? 5 : 30 },
          await confirmedBy(at, 'administrator')
        )
      )
      at.clock.ms += DAY_MS
    }
    expect(value(await at.api.proposals.counts({}))).toEqual({ ready: 0, waiting: 3, answered: 0, late: 0 })
    at.clock.ms += 10 * DAY_MS
    const { lines } = value(await at.api.proposals.list({ list: 'waiting', from: 0 }))
    expect(lines.map(({ id, isLate, age }) => [id, isLate, age])).toEqual([
      [ids[2], true, 11],
      [ids[0], false, 13],
      [ids[1], false, 12]
    ])
    expect(value(await at.api.proposals.counts({}))).toMatchObject({ late: 1 })
  })
})

describe('an export', () => {
  it('holds each proposal once: a second one has only what is new, and nothing when nothing is', async () => {
    const at = await testDesk({ officer: 'manager' })
    const first = await givenResident(at.api, { address: { ...personInput().address, villageCode: '33.24.10.2001' } })
    value(await propose(at, first.id))
    const a = value(await at.api.proposals.exportReady({ to: stick, answerDays: 30 }, await confirmedBy(at, 'administrator')))
    expect(a).toMatchObject({ count: 1, left: 0, problem: null, number: 'USUL-A-2026-001' })
    const [csv, xlsx] = a.files.map(file => readFileSync(file))
    const row = rowsOf(a.files[1] ?? '')[0]
    expect(Object.keys(row ?? {})).toEqual([...PROPOSAL_COLUMNS])
    expect(row).toMatchObject({
      JENIS_USULAN: 'USULAN BARU',
      NIK: '3324105708900001',
      NAMA: 'SITI AMINAH CONTOH',
      TANGGAL_LAHIR: '17-08-1990',
      JENIS_KELAMIN: '2',
      STATUS_KAWIN: '2',
      KODE_WILAYAH: '33.24.10.2001',
      NO_HP: '081234567890',
      DOKUMEN: 'KTP; KK',
      NOMOR_DAFTAR: 'USUL-A-2026-001'
    })
    expect(problem(await at.api.proposals.exportReady({ to: stick, answerDays: 30 }, await confirmedBy(at, 'administrator')))).toEqual({
      kind: 'nothing-ready'
    })

    const second = await givenResident(at.api, { name: 'Budi Santoso', nik: '3324101708900007', sex: 'male' })
    value(await propose(at, second.id))
    const b = value(await at.api.proposals.exportReady({ to: stick, answerDays: 30 }, await confirmedBy(at, 'administrator')))
    expect(rowsOf(b.files[1] ?? '').map(one => one.NAMA)).toEqual(['BUDI SANTOSO'])

    // the person's data change; the old list stays what was handed over
    value(await at.api.residents.correct({ residentId: first.id, resident: personInput({ name: 'Siti Aminah Baru' }), differentFrom: [] }))
    const again = value(await at.api.proposals.exportAgain({ batchId: a.batchId, to: DOCUMENTS }, await confirmedBy(at, 'administrator')))
    expect(again.files.map(file => readFileSync(file))).toEqual([csv, xlsx])
    expect(value(await at.api.proposals.batches({})).map(batch => [batch.number, batch.count, batch.unanswered])).toEqual([
      ['USUL-A-2026-002', 1, 1],
      ['USUL-A-2026-001', 1, 1]
    ])
  })

  it('asks once for whom two records were, and says that the other proposal is withdrawn', async () => {
    const at = await testDesk({ officer: 'manager' })
    const [one, other] = [
      await givenResident(at.api),
      await givenResident(at.api, { name: 'Joko Susilo', nik: null, noNikReason: 'forgotten' })
    ]
    const kept = value(await propose(at, one.id))
    const doubled = value(await propose(at, other.id))
    value(await at.api.residents.merge({ residentId: other.id, into: one.id }, await confirmedBy(at, 'administrator')))
    const list = value(await at.api.proposals.exportReady({ to: DOCUMENTS, answerDays: 30 }, await confirmedBy(at, 'administrator')))
    expect(list).toMatchObject({ count: 1, doubled: 1, left: 0 })
    const said = value(await at.api.proposals.ofResident({ residentId: one.id })).map(({ id, status, answerNote }) => [
      id,
      status,
      answerNote
    ])
    expect(said).toEqual([
      [doubled.id, 'withdrawn', 'Sama dengan usulan lain untuk warga ini.'],
      [kept.id, 'proposed', null]
    ])
  })

  it('asks for a family that moved meanwhile where it lives now, lines and village of one place', async () => {
    const at = await testDesk({ officer: 'manager' })
    const address = { line: 'Dusun Krajan', rt: '003', rw: '005', villageCode: '33.24.14.2006', postcode: null }
    const { id: residentId } = await givenResident(at.api, { address })
    const { id } = value(await propose(at, residentId))
    const domicile = { line: 'Jl. Pemuda 7', rt: '001', rw: '002', villageCode: '33.24.14.2007', postcode: null }
    value(await at.api.residents.correct({ residentId, resident: personInput({ address, domicile }), differentFrom: [] }))
    const made = value(await at.api.proposals.exportReady({ to: stick, answerDays: 30 }, await confirmedBy(at, 'administrator')))
    const [row] = rowsOf(made.files.find(file => file.endsWith('.xlsx')) ?? '')
    expect(row).toMatchObject({ ALAMAT: 'Jl. Pemuda 7', RT: '001', RW: '002', KODE_WILAYAH: '33.24.14.2007' })
    const [line] = value(await at.api.proposals.list({ list: 'waiting', from: 0 })).lines
    expect(line).toMatchObject({ id, villageCode: '33.24.14.2007' })
  })

  it('[F26] has no cell that a spreadsheet would calculate', async () => {
    const at = await testDesk({ officer: 'manager' })
    const cells = ['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)']
    for (const [n, cell] of cells.entries()) {
      const { id } = await givenResident(at.api, {
        name: `Warga ${'ABCD'[n]}`,
        nik: null,
        noNikReason: 'forgotten',
        birthPlace: cell,
        motherName: cell
      })
      value(await propose(at, id, cell))
    }
    const { files } = value(await at.api.proposals.exportReady({ to: stick, answerDays: 30 }, await confirmedBy(at, 'administrator')))
    const rows = rowsOf(files[1] ?? '')
    expect(rows.map(row => row.URAIAN)).toEqual(cells.map(cell => `'${cell}`))
    expect(rows.flatMap(row => Object.values(row)).filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    const text = readFileSync(files[0] ?? '', 'utf8')
    expect(text.startsWith('\uFEFFNO;JENIS_USULAN;')).toBe(true)
    expect(text.split(/[;\r\n]+/).filter(cell => /^"?[=+\-@\t]/.test(cell))).toEqual([])
  })

  it('goes on behind two hundred with a next list', async () => {
    const at = await testDesk({ officer: 'manager' })
    const { id } = await givenResident(at.api)
    for (let n = 0; n < BATCH_ROWS + 1; n++)
      value(await at.api.proposals.propose({ residentId: id, caseId: null, kind: 'correction', what: `Perbaikan ${n}`, documents: [] }))
    expect(value(await at.api.proposals.exportReady({ to: stick, answerDays: 30 }, await confirmedBy(at, 'administrator')))).toMatchObject({
      count: BATCH_ROWS,
      left: 1
    })
    const last = value(await at.api.proposals.exportReady({ to: stick, answerDays: 30 }, await confirmedBy(at, 'administrator')))
    expect(last).toMatchObject({ count: 1, left: 0 })
    expect(rowsOf(last.files[1] ?? '').map(row => row.URAIAN)).toEqual([`Perbaikan ${BATCH_ROWS}`])
  })

  it('to a stick that is not there makes no list', async () => {
    const at = await testDesk({ officer: 'manager' })
    value(await propose(at, (await givenResident(at.api)).id))
    expect(
      problem(await at.api.proposals.exportReady({ to: join(stick, 'lain'), answerDays: 30 }, await confirmedBy(at, 'administrator')))
    ).toEqual({ kind: 'no-drive' })
    expect(value(await at.api.proposals.counts({}))).toMatchObject({ ready: 1, waiting: 0 })
  })

  it('that cannot be written keeps the list, so that its files are written later', async () => {
    const at = await testDesk({ officer: 'manager' })
    value(await propose(at, (await givenResident(at.api)).id))
    // a folder lies where the file should go
    mkdirSync(join(at.desk.ownFolder('documents'), 'Loket SLRT', 'USUL-A-2026-001.csv', 'x'), { recursive: true })
    const made = value(await at.api.proposals.exportReady({ to: DOCUMENTS, answerDays: 30 }, await confirmedBy(at, 'administrator')))
    expect(made).toMatchObject({ count: 1, files: [], problem: { kind: 'drive-not-written' } })
    const batches = value(await at.api.proposals.batches({}))
    expect(batches).toHaveLength(1)
    const again = value(
      await at.api.proposals.exportAgain({ batchId: batches[0]?.id ?? '', to: stick }, await confirmedBy(at, 'administrator'))
    )
    expect(again.files.every(file => existsSync(file))).toBe(true)
    expect(readdirSync(join(stick, 'Loket SLRT')).filter(name => name.endsWith('.new'))).toEqual([])
  })

  it('is not for the front office', async () => {
    const at = await testDesk({ officer: 'front-office' })
    expect(problem(await at.api.proposals.exportReady({ to: DOCUMENTS, answerDays: 30 }))).toEqual({ kind: 'not-allowed' })
  })
})
