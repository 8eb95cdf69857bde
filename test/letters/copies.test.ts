import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { givenVisit } from '#test/support/given'
import { withLetter } from '#test/support/letters'
import { problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

describe('a copy', () => {
  it('is made only of a letter that came onto paper', async () => {
    const { copy, print, answer, printer, api, letter } = await withLetter()
    expect(problem(await copy())).toEqual({ kind: 'never-printed' })
    const { id } = value(await print())
    expect(problem(await copy())).toEqual({ kind: 'attempt-open', attemptId: id })
    value(await answer(id, 'failed'))
    expect(problem(await copy())).toEqual({ kind: 'never-printed' })
    expect(value(await api.letters.get({ letterId: letter.id })).copies).toEqual([])
    expect(printer.jobs).toHaveLength(1)
  })

  it('is numbered, begins with exactly the frozen bytes, and says who took it and why', async () => {
    const { copy, print, answer, printer, pdf, api, letter, clock } = await withLetter()
    value(await answer(value(await print()).id, 'printed'))
    const first = value(await copy())
    expect(first).toMatchObject({ kind: 'copy', copyNo: 1, status: 'asked' })
    value(await answer(first.id, 'printed'))
    clock.ms += 1000
    value(await answer(value(await copy('Tetangga')).id, 'printed'))
    const jobs = printer.jobs.slice(1)
    expect(jobs.map(job => job.title)).toEqual(['Surat 1-2026 salinan 1', 'Surat 1-2026 salinan 2'])
    for (const job of jobs) {
      expect(job.pdf.length).toBeGreaterThan(pdf.length)
      expect(Buffer.from(job.pdf.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true)
    }
    expect(Buffer.from(jobs[0]?.pdf ?? []).equals(Buffer.from(jobs[1]?.pdf ?? []))).toBe(false)
    const card = value(await api.letters.get({ letterId: letter.id }))
    expect(card.copies).toMatchObject([
      { n: 1, takenBy: 'Siti Aminah', reason: 'Hilang di jalan' },
      { n: 2, takenBy: 'Tetangga' }
    ])
    expect(value(await api.letters.pdf({ letterId: letter.id }))).toEqual(pdf)
  })

  it('that did not come out is printed once more as the same copy, and its number is not used up', async () => {
    const { copy, print, answer, printer, api, letter, clock } = await withLetter()
    const again = (copyNo: number) => api.letters.print({ letterId: letter.id, printer: 'Kantor', copyNo })
    value(await answer(value(await print()).id, 'printed'))
    printer.script.push({ kind: 'failed', reason: 'stopped', detail: '' })
    expect(value(await copy())).toMatchObject({ copyNo: 1, status: 'failed', reason: 'stopped' })
    clock.ms += 2 * 86_400_000
    const second = value(await again(1))
    expect(second).toMatchObject({ kind: 'copy', copyNo: 1, status: 'asked' })
    expect(printer.jobs.map(job => job.title)).toEqual(['Surat 1-2026', 'Surat 1-2026 salinan 1', 'Surat 1-2026 salinan 1'])
    value(await answer(second.id, 'printed'))
    expect(problem(await again(1))).toEqual({ kind: 'already-printed' })
    expect(problem(await again(2))).toEqual({ kind: 'not-found' })
    expect(value(await api.letters.get({ letterId: letter.id })).copies).toMatchObject([{ n: 1, takenBy: 'Siti Aminah' }])
    expect(value(await copy()).copyNo).toBe(2)
  })

  it('gets its number once, though two are asked for at the same time', async () => {
    const { copy, print, answer, desk } = await withLetter()
    value(await answer(value(await print()).id, 'printed'))
    const answers = await Promise.all([copy(), copy(), copy()])
    expect(answers.filter(one => one.ok)).toHaveLength(1)
    expect(answers.filter(one => !one.ok).map(one => problem(one).kind)).toEqual(['attempt-open', 'attempt-open'])
    expect(desk.raw.prepare('select count(*) as n from letter_copy').get()).toEqual({ n: 1 })
  })

  it('of hostile words is still a copy', async () => {
    const { print, answer, api, letter } = await withLetter()
    value(await answer(value(await print()).id, 'printed'))
    for (const words of ['<script>', '🧕🏽 %PDF-1.7', 'x'.repeat(100), '日本', "') Tj /F1 99 Tf ("]) {
      const copied = value(await api.letters.printCopy({ letterId: letter.id, printer: 'Kantor', reason: words, takenBy: words }))
      value(await answer(copied.id, 'printed'))
    }
  })
})

describe('papers without a number', async () => {
  type Paper = Parameters<TestDesk['api']['letters']['printPaper']>[0]['paper']

  it('are shown and printed: ticket, receipt, requirements, register', async () => {
    const { api, printer, letter, found, sheets } = await withLetter()
    const document = { position: 0, document: 'KTP-el <b>', isMandatory: true, state: 'present' as const, note: null }
    value(
      await api.cases.checkDocuments({
        caseId: found.id,
        documents: [document, { ...document, position: 1, document: 'KK', state: 'missing' }]
      })
    )
    const [service] = value(await api.directory.services({}))
    const papers: Paper[] = [
      { kind: 'ticket', visitId: found.visitId },
      { kind: 'receipt', caseId: found.id },
      { kind: 'information', serviceCode: service?.code ?? '' },
      { kind: 'register', bookId: letter.bookId }
    ]
    for (const paper of papers) {
      const sheet = value(await api.letters.showPaper({ paper }))
      expect(sheet.kind).toBe(paper.kind)
      expect(value(await api.letters.printPaper({ paper, printer: 'Kantor' }))).toMatchObject({
        kind: paper.kind,
        letterId: null,
        status: 'asked'
      })
      expect(sheets.at(-1)).toEqual(sheet)
    }
    expect(printer.jobs.map(job => job.paper)).toEqual(['ticket-80', 'F4', 'F4', 'F4'])
    expect(sheets[2]).toMatchObject({ received: [{ name: 'KTP-el <b>' }], missing: [{ name: 'KK' }] })
  })

  it('count who waits before', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const visits = []
    for (let n = 0; n < 3; n++) visits.push(await givenVisit(api))
    for (const { id } of visits) value(await api.visits.sendBack({ visitId: id }))
    expect(value(await api.letters.showPaper({ paper: { kind: 'ticket', visitId: visits[2]?.id ?? '' } }))).toMatchObject({
      ticket: 'U-003',
      waitingBefore: 2,
      takenAt: '08.30 WIB'
    })
  })

  it('are refused when what they are about, or the printer, is not there', async () => {
    const { api, found } = await withLetter()
    const nowhere = randomUUID()
    for (const paper of [
      { kind: 'ticket', visitId: nowhere },
      { kind: 'receipt', caseId: nowhere },
      { kind: 'information', serviceCode: 'x' },
      { kind: 'register', bookId: nowhere }
    ] satisfies Paper[]) {
      expect(problem(await api.letters.showPaper({ paper }))).toEqual({ kind: 'not-found' })
      expect(problem(await api.letters.printPaper({ paper, printer: 'Kantor' }))).toEqual({ kind: 'not-found' })
    }
    expect(problem(await api.letters.printPaper({ paper: { kind: 'receipt', caseId: found.id }, printer: 'x' }))).toEqual({
      kind: 'printer-not-found'
    })
  })
})
