import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askAboutCutOffAttempts } from '#main/letters/print'
import { SpoolerDown } from '#main/printing/printer'
import { givenCase, givenLetterOrder, givenVisit } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

/** A desk with one letter, and the calls about it. */
async function withLetter() {
  const at = await testDesk({ officer: 'front-office' })
  const found = await givenCase(at.api)
  const letter = value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  const { letters } = at.api
  return {
    ...at,
    found,
    letter,
    pdf: value(await letters.pdf({ letterId: letter.id })),
    print: (printer = 'Kantor') => letters.print({ letterId: letter.id, printer }),
    answer: (attemptId: string, answer: 'printed' | 'failed' | 'cancelled', reason: string | null = null) =>
      letters.answerPrint({ attemptId, answer, reason }),
    copy: (takenBy = 'Siti Aminah') => letters.printCopy({ letterId: letter.id, printer: 'Kantor', reason: 'Hilang di jalan', takenBy })
  }
}

describe('the first print', () => {
  it('sends the frozen bytes, asks whether paper came out, and is over when somebody says yes', async () => {
    const { print, answer, printer, pdf, clock, letter, announced } = await withLetter()
    const asked = value(await print())
    expect(asked).toMatchObject({ kind: 'letter', letterId: letter.id, status: 'asked', reason: null, printer: 'Kantor', endedAt: null })
    expect(printer.jobs).toEqual([{ pdf, printer: 'Kantor', paper: 'F4', title: 'Surat 1-2026' }])
    expect(announced).toContainEqual({ kind: 'print-progress', attemptId: asked.id })
    clock.ms += 1000
    expect(value(await answer(asked.id, 'printed'))).toMatchObject({ status: 'printed', endedAt: clock.ms })
    expect(problem(await print())).toEqual({ kind: 'already-printed' })
  })

  it('names nobody in the queue of the printer', async () => {
    const { print, printer, copy, answer } = await withLetter()
    value(await answer(value(await print()).id, 'printed'))
    value(await copy())
    expect(printer.jobs.map(job => job.title).join()).not.toMatch(/siti|aminah|3324/i)
  })

  it.each([
    [
      { kind: 'failed' as const, reason: 'stopped' as const, detail: 'kertas habis' },
      { status: 'failed', reason: 'stopped' }
    ],
    [
      { kind: 'failed' as const, reason: 'spooler-down' as const, detail: '' },
      { status: 'failed', reason: 'spooler-down' }
    ],
    [{ kind: 'cancelled' as const }, { status: 'cancelled', reason: null }],
    [{ kind: 'no-answer' as const }, { status: 'asked', reason: 'no-answer' }]
  ])('that ends as %j is kept as such', async (outcome, kept) => {
    const { print, printer } = await withLetter()
    printer.script.push(outcome)
    expect(value(await print())).toMatchObject(kept)
  })

  it('is repeated from the same bytes and number when it failed, however it failed', async () => {
    const { print, answer, printer, pdf, api, letter } = await withLetter()
    printer.script.push({ kind: 'failed', reason: 'rejected', detail: '' })
    expect(value(await print()).status).toBe('failed')
    value(await answer(value(await print()).id, 'failed', 'Kertas macet'))
    value(await answer(value(await print()).id, 'printed'))
    expect(printer.jobs.map(job => job.pdf)).toEqual([pdf, pdf, pdf])
    const card = value(await api.letters.get({ letterId: letter.id }))
    expect(card.attempts.map(({ status, reason }) => [status, reason])).toEqual([
      ['failed', 'rejected'],
      ['failed', 'Kertas macet'],
      ['printed', null]
    ])
    expect(card.letter).toEqual(letter)
    expect(card.copies).toEqual([])
  })

  it('is not begun twice: not while one is asked about, nor at the same time', async () => {
    const { print, answer, printer } = await withLetter()
    const [first, second] = await Promise.all([print(), print()])
    const open = [first, second].find(one => one.ok)
    expect(printer.jobs).toHaveLength(1)
    const attemptId = open?.ok ? open.value.id : ''
    expect([first, second].filter(one => !one.ok)).toEqual([{ ok: false, problem: { kind: 'attempt-open', attemptId } }])
    expect(problem(await print())).toEqual({ kind: 'attempt-open', attemptId })
    value(await answer(attemptId, 'cancelled'))
    expect(value(await print()).status).toBe('asked')
  })

  it('needs a printer that is there', async () => {
    const { print, api, desk, printer } = await withLetter()
    expect(problem(await print('Gudang'))).toEqual({ kind: 'printer-not-found' })
    Object.assign(desk, { printer: { ...printer.port, list: () => Promise.reject(new SpoolerDown()) } })
    expect(problem(await api.letters.printers({}))).toEqual({ kind: 'spooler-down' })
    expect(problem(await print())).toEqual({ kind: 'printer-not-found' })
    expect(desk.raw.prepare('select count(*) as n from print_attempt').get()).toEqual({ n: 0 })
  })

  it('is answered for once', async () => {
    const { print, answer, desk } = await withLetter()
    const { id } = value(await print())
    value(await answer(id, 'printed'))
    expect(problem(await answer(id, 'failed'))).toEqual({ kind: 'not-asked' })
    expect(problem(await answer(desk.newId(), 'printed'))).toEqual({ kind: 'not-found' })
  })

  it('is asked about at the next start when the program was cut off in the middle of it', async () => {
    const { print, desk, data, printer, letter } = await withLetter()
    const sending = new Promise<void>(resolve => {
      Object.assign(desk, { printer: { ...printer.port, print: () => new Promise(() => resolve()) } })
    })
    void print()
    await sending
    const cutOff = mkdtempSync(join(tmpdir(), 'desk-cut-'))
    cpSync(data, cutOff, { recursive: true })
    const again = await testDesk({ folder: cutOff })
    await askAboutCutOffAttempts(again.desk)
    await actAs(again, 'front-office')
    const [attempt] = value(await again.api.letters.get({ letterId: letter.id })).attempts
    expect(attempt).toMatchObject({ status: 'asked', reason: 'cut-off' })
    value(await again.api.letters.answerPrint({ attemptId: attempt?.id ?? '', answer: 'printed', reason: null }))
    await askAboutCutOffAttempts(again.desk)
    expect(value(await again.api.letters.get({ letterId: letter.id })).attempts).toMatchObject([{ status: 'printed', reason: 'cut-off' }])
    await again.close()
    rmSync(cutOff, { recursive: true })
  })

  it('never sends bytes that are not the ones that were frozen', async () => {
    const { print, desk, printer, reported } = await withLetter()
    desk.raw.prepare("update blob set bytes = x'255044462d'").run()
    expect(problem(await print())).toMatchObject({ kind: 'unexpected' })
    expect(reported).toHaveLength(1)
    expect(printer.jobs).toEqual([])
    expect(desk.raw.prepare('select count(*) as n from print_attempt').get()).toEqual({ n: 0 })
  })
})

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
    const { api, desk, found } = await withLetter()
    const nowhere = desk.newId()
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
