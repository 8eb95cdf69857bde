import { execFileSync } from 'node:child_process'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cupsPrinter } from '#main/printing/cups-printer'
import { SpoolerDown } from '#main/printing/printer'
import { type PaperSize, pointsOf } from '#shared/paper/paper-size'
import { ask, type Cups, canStartCups, printedFiles, startCups } from '#test/support/cups'
import { type FakeCups, type FakeLpstat, fakeCups } from '#test/support/fake-cups'

async function letterPdf(paper: PaperSize, text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const { widthPt, heightPt } = pointsOf(paper)
  const page = document.addPage([widthPt, heightPt])
  page.drawText(text, { x: 85, y: heightPt - 85, size: 12, font: await document.embedFont(StandardFonts.TimesRoman) })
  return await document.save()
}

describe.runIf(canStartCups())('a real CUPS with a virtual printer', () => {
  let cups: Cups
  beforeAll(async () => {
    cups = await startCups()
  }, 30_000)
  afterAll(() => cups.stop())

  it('lists the printer, and which one is the default', async () => {
    expect(await cupsPrinter({ env: cups.env }).list()).toEqual([{ name: cups.printer, isDefault: true, state: 'idle' }])
  })

  it.each([
    ['F4', '609 x 935'],
    ['A4', '595 x 842']
  ] as const)(
    'prints %s in full size, with the text of the letter',
    async (paper, points) => {
      const pdf = await letterPdf(paper, 'Nomor 400.7/017/SLRT-A/XI/2026')
      const outcome = await cupsPrinter({ env: cups.env }).print({ pdf, printer: cups.printer, paper, title: 'Surat 400.7/017' })
      expect(outcome).toMatchObject({ kind: 'spooled' })
      const printed = printedFiles(cups).at(-1) ?? ''
      expect(execFileSync('pdfinfo', [printed], { encoding: 'utf8' })).toContain(`Page size:       ${points} pts`)
      expect(execFileSync('pdftotext', [printed, '-'], { encoding: 'utf8' })).toContain('Nomor 400.7/017/SLRT-A/XI/2026')
    },
    60_000
  )

  it('says that a printer is unknown and sends nothing', async () => {
    const before = printedFiles(cups).length
    const pdf = await letterPdf('F4', 'x')
    const printer = cupsPrinter({ env: cups.env })
    for (const name of ['Tidak-Ada', '-o', '../lp', 'a b', ''])
      expect(await printer.print({ pdf, printer: name, paper: 'F4', title: 'x' })).toMatchObject({ kind: 'failed', reason: 'no-printer' })
    expect(printedFiles(cups)).toHaveLength(before)
  }, 30_000)

  it('says that a printer is stopped, and that a queue takes no jobs', async () => {
    const pdf = await letterPdf('F4', 'x')
    const printer = cupsPrinter({ env: cups.env })
    const job = { pdf, printer: cups.printer, paper: 'F4', title: 'x' } as const
    await ask(cups.env, '/usr/sbin/cupsdisable', [cups.printer])
    expect(await printer.print(job)).toMatchObject({ kind: 'failed', reason: 'stopped' })
    await ask(cups.env, '/usr/sbin/cupsenable', [cups.printer])
    await ask(cups.env, '/usr/sbin/cupsreject', [cups.printer])
    expect(await printer.print(job)).toMatchObject({ kind: 'failed', reason: 'rejected' })
    await ask(cups.env, '/usr/sbin/cupsaccept', [cups.printer])
  }, 30_000)

  it('waits while there is no paper: filled up, the letter comes out once', async () => {
    const before = printedFiles(cups).length
    const pdf = await letterPdf('F4', 'Nomor 400.7/018/SLRT-A/XI/2026')
    cups.setPaper(false)
    const outcome = cupsPrinter({ env: cups.env }).print({ pdf, printer: cups.printer, paper: 'F4', title: 'x' })
    await expect.poll(() => ask(cups.env, 'lpstat', ['-l', '-p', cups.printer]), { timeout: 15_000 }).toContain('media-empty')
    cups.setPaper(true)
    expect(await outcome).toMatchObject({ kind: 'spooled' })
    expect(printedFiles(cups)).toHaveLength(before + 1)
  }, 60_000)

  it('called back while there is no paper, leaves nothing in the queue that comes out later', async () => {
    const before = printedFiles(cups).length
    const pdf = await letterPdf('F4', 'Nomor 400.7/019/SLRT-A/XI/2026')
    const [printer, stop] = [cupsPrinter({ env: cups.env }), new AbortController()]
    const job = { pdf, printer: cups.printer, paper: 'F4', title: 'x' } as const
    cups.setPaper(false)
    const outcome = printer.print({ ...job, signal: stop.signal })
    await expect.poll(() => ask(cups.env, 'lpstat', ['-l', '-p', cups.printer]), { timeout: 15_000 }).toContain('media-empty')
    stop.abort()
    expect(await outcome).toEqual({ kind: 'cancelled' })
    cups.setPaper(true)
    expect(await printer.print(job)).toMatchObject({ kind: 'spooled' })
    expect(printedFiles(cups)).toHaveLength(before + 1)
  }, 60_000)

  it('ends as rejected when the spooler cannot make a page of the bytes, and leaves no job behind', async () => {
    const outcome = await cupsPrinter({ env: cups.env }).print({
      pdf: new TextEncoder().encode('%PDF-1.4 no letter at all'),
      printer: cups.printer,
      paper: 'F4',
      title: 'x'
    })
    expect(outcome).toMatchObject({ kind: 'failed' })
    expect(await ask(cups.env, 'lpstat', ['-W', 'not-completed', '-o'])).toBe('')
    await ask(cups.env, '/usr/sbin/cupsenable', [cups.printer])
  }, 60_000)
})

describe.runIf(process.platform !== 'win32')('a spooler that misbehaves', () => {
  const made: FakeCups[] = []
  afterEach(() => {
    for (const fake of made.splice(0)) fake.remove()
  })
  const given = (lpstat: FakeLpstat | 'hangs', tools: { lp?: string; cancel?: string } = {}) => {
    const fake = fakeCups(lpstat, tools)
    made.push(fake)
    const clock = { ms: 0 }
    const printer = cupsPrinter({
      env: fake.env,
      toolMs: 1_500,
      now: () => clock.ms,
      pause: async ms => {
        clock.ms += ms * 40
      }
    })
    const print = (signal?: AbortSignal) =>
      printer.print({ pdf: new Uint8Array([1]), printer: 'Loket', paper: 'F4', title: 'Surat', ...(signal && { signal }) })
    return { fake, printer, print }
  }
  const takesJob = 'cat > /dev/null; echo "request id is Loket-7 (0 file(s))"'

  it('is down when no scheduler runs', async () => {
    const { printer, print } = given({ running: false }, { lp: takesJob })
    await expect(printer.list()).rejects.toBeInstanceOf(SpoolerDown)
    expect(await print()).toMatchObject({ kind: 'failed', reason: 'spooler-down' })
  })

  it('is down when its tools hang before anything was sent', async () => {
    const { print, fake } = given('hangs', { lp: takesJob })
    expect(await print()).toMatchObject({ kind: 'failed', reason: 'spooler-down' })
    expect(fake.calls().some(call => call.startsWith('lp '))).toBe(false)
  })

  it('is down when lp is not installed', async () => {
    expect(await given({}).print()).toMatchObject({ kind: 'failed', reason: 'spooler-down' })
  })

  it('refuses a job', async () => {
    const { print } = given({}, { lp: 'echo "lp: not accepting jobs" >&2; exit 1' })
    expect(await print()).toEqual({ kind: 'failed', reason: 'rejected', detail: 'lp: not accepting jobs' })
  })

  it('takes a job but names none, which is a refusal', async () => {
    expect(await given({}, { lp: 'cat > /dev/null; echo fine' }).print()).toMatchObject({ kind: 'failed', reason: 'rejected' })
  })

  it('says done: the job is spooled, and only the officer knows about the paper', async () => {
    const { print } = given({ completed: 'Loket-7  root 1024 Sat' }, { lp: takesJob })
    expect(await print()).toEqual({ kind: 'spooled', jobId: 'Loket-7' })
  })

  it('gives a job up', async () => {
    const { print } = given({ completed: 'Loket-7  root 1024 Sat\n\tStatus: x\n\tAlerts: aborted-by-system' }, { lp: takesJob })
    expect(await print()).toMatchObject({ kind: 'failed', reason: 'rejected' })
  })

  it('jams while the job waits: the job is withdrawn, so nothing comes out later', async () => {
    const { print, fake } = given(
      { queued: 'Loket-7  root 1024 Sat', state: '$([ -e "$HOME/sent" ] && echo "disabled since Sat -" || echo "is idle.")' },
      { lp: `touch "$HOME/sent"; ${takesJob}` }
    )
    expect(await print()).toMatchObject({ kind: 'failed', reason: 'stopped' })
    expect(fake.calls()).toContain('cancel Loket-7')
  })

  it('never answers: after 90 seconds the job is withdrawn and nobody knows', async () => {
    const { print, fake } = given({ queued: 'Loket-7  root 1024 Sat', state: 'now printing Loket-7.' }, { lp: takesJob })
    expect(await print()).toEqual({ kind: 'no-answer' })
    expect(fake.calls()).toContain('cancel Loket-7')
  })

  it('loses a job it had taken: nobody knows', async () => {
    expect(await given({}, { lp: takesJob }).print()).toEqual({ kind: 'no-answer' })
  })

  it('hangs while it takes the job: nobody knows', async () => {
    expect(await given({}, { lp: 'exec sleep 60' }).print()).toEqual({ kind: 'no-answer' })
  })

  it('is told to stop: the job leaves the queue', async () => {
    const stop = new AbortController()
    const { print, fake } = given({ queued: 'Loket-7  root 1024 Sat', state: 'now printing Loket-7.' }, { lp: takesJob })
    const outcome = print(stop.signal)
    stop.abort()
    expect(await outcome).toEqual({ kind: 'cancelled' })
    expect(fake.calls().filter(call => call.startsWith('lp '))).toHaveLength(fake.calls().includes('cancel Loket-7') ? 1 : 0)
  })

  it('gets the exact page and a title that names nobody', async () => {
    const { fake } = given({ completed: 'Loket-7  root 1024 Sat' }, { lp: takesJob })
    const printer = cupsPrinter({ env: fake.env })
    await printer.print({ pdf: new Uint8Array([1]), printer: 'Loket', paper: 'F4', title: 'Surat\n\u0007' })
    const sent = fake.calls().find(call => call.startsWith('lp '))
    expect(sent).toBe('lp -d Loket -t Surat -o media=Custom.215x330mm -o print-scaling=none -o sides=one-sided -')
  })
})
