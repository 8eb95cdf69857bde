import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askAboutCutOffAttempts } from '#main/letters/print'
import { type PrintJob, type PrintOutcome, SpoolerDown } from '#main/printing/printer'
import { withLetter } from '#test/support/letters'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

describe('the first print', () => {
  it('sends the frozen bytes, asks whether paper came out, and is over when somebody says yes', async () => {
    const { print, answer, printer, pdf, clock, letter, announced } = await withLetter()
    const asked = value(await print())
    expect(asked).toMatchObject({ kind: 'letter', letterId: letter.id, status: 'asked', reason: null, printer: 'Kantor', endedAt: null })
    expect(printer.jobs).toMatchObject([{ pdf, printer: 'Kantor', paper: 'F4', title: 'Surat 1-2026' }])
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

  it('is called back while the spooler still holds it, and can then go to another printer', async () => {
    const { print, api, desk, printer, letter } = await withLetter()
    const held: PrintJob[] = []
    const hold = (job: PrintJob) =>
      new Promise<PrintOutcome>(resolve => {
        held.push(job)
        job.signal?.addEventListener('abort', () => resolve({ kind: 'cancelled' }))
      })
    Object.assign(desk, { printer: { ...printer.port, print: hold } })
    const sending = print()
    await expect.poll(() => held).toHaveLength(1)
    const [attempt] = value(await api.letters.get({ letterId: letter.id })).attempts
    value(await api.letters.stopPrint({ attemptId: randomUUID() }))
    expect(held[0]?.signal?.aborted).toBe(false)
    value(await api.letters.stopPrint({ attemptId: attempt?.id ?? '' }))
    expect(value(await sending)).toMatchObject({ id: attempt?.id, status: 'cancelled' })
    Object.assign(desk, { printer: printer.port })
    expect(value(await print()).status).toBe('asked')
  })

  it('needs a printer that is there', async () => {
    const { print, api, desk, printer } = await withLetter()
    expect(problem(await print('Gudang'))).toEqual({ kind: 'printer-not-found' })
    Object.assign(desk, { printer: { ...printer.port, list: () => Promise.reject(new SpoolerDown()) } })
    expect(problem(await api.letters.printers({}))).toEqual({ kind: 'spooler-down' })
    expect(problem(await print())).toEqual({ kind: 'spooler-down' })
    expect(desk.raw.prepare('select count(*) as n from print_attempt').get()).toEqual({ n: 0 })
  })

  it('is answered for once', async () => {
    const { print, answer } = await withLetter()
    const { id } = value(await print())
    value(await answer(id, 'printed'))
    expect(problem(await answer(id, 'failed'))).toEqual({ kind: 'not-asked' })
    expect(problem(await answer(randomUUID(), 'printed'))).toEqual({ kind: 'not-found' })
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
