import { mayMove } from '#shared/changes/machine'
import { type PrintAttempt, printMachine } from '#shared/letters/issued-letter'
import type { lettersContract } from '#shared/letters/letters.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { create, move } from '../changes/record'
import { find } from '../database/find'
import type { Reader } from '../database/tables'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import { type PrinterEntry, SpoolerDown } from '../printing/printer'
import { pdfOfLetter } from './frozen-pdf'
import { listAttempts, listCopies } from './letters.store'
import { paperSheet } from './papers'
import { sendToPrinter, startAttempt } from './print'

type Handlers = HandlersOf<typeof lettersContract, Desk>
type PrintHandlers = Pick<Handlers, 'printers' | 'print' | 'answerPrint' | 'printCopy' | 'printPaper' | 'showPaper'>

export const printHandlers: PrintHandlers = {
  printers: async desk => {
    const printers = await listPrinters(desk)
    return printers ? ok(printers) : refuse({ kind: 'spooler-down' })
  },

  print: async (desk, { letterId, printer }) => {
    if (!(await hasPrinter(desk, printer))) return refuse({ kind: 'printer-not-found' })
    const frozen = await pdfOfLetter(desk, letterId)
    if (!frozen.ok) return frozen
    const started = await write(desk, async trx => {
      const ready = await readyToPrint(trx, letterId)
      if (!ready.ok) return ready
      const { letter, attempts } = ready.value
      if (isOnPaper(attempts)) return refuse({ kind: 'already-printed' })
      return ok({ letter, attempt: startAttempt(trx, desk, { kind: 'letter', letterId, copyNo: null }, printer) })
    })
    if (!started.ok) return started
    const { letter, attempt } = started.value
    return ok(await sendToPrinter(desk, attempt, { pdf: frozen.value, paper: letter.paper, title: titleOf(letter) }))
  },

  answerPrint: (desk, { attemptId, answer, reason }) =>
    write(desk, async trx => {
      const attempt = await find(trx, 'printAttempt', attemptId)
      if (!attempt) return refuse({ kind: 'not-found' })
      if (attempt.status !== 'asked' || !mayMove(printMachine, attempt.status, answer)) return refuse({ kind: 'not-asked' })
      return ok(move(trx, 'printAttempt', attemptId, answer, { reason: reason ?? attempt.reason, endedAt: desk.clock.now() }))
    }),

  printCopy: async (desk, { letterId, printer, reason, takenBy }) => {
    if (!(await hasPrinter(desk, printer))) return refuse({ kind: 'printer-not-found' })
    const frozen = await pdfOfLetter(desk, letterId)
    if (!frozen.ok) return frozen
    const started = await write(desk, async trx => {
      const ready = await readyToPrint(trx, letterId)
      if (!ready.ok) return ready
      const { letter, attempts } = ready.value
      if (!isOnPaper(attempts)) return refuse({ kind: 'never-printed' })
      const n = (await listCopies(trx, letterId)).length + 1
      const pdf = await desk.pdf.copy(frozen.value, n, { reason, takenBy, takenOn: desk.today() })
      const taken = { reason, takenBy, takenAt: desk.clock.now(), officerId: signedIn(desk).id }
      create(trx, 'letterCopy', { id: trx.newId(), letterId, n, ...taken })
      return ok({ letter, n, pdf, attempt: startAttempt(trx, desk, { kind: 'copy', letterId, copyNo: n }, printer) })
    })
    if (!started.ok) return started
    const { letter, n, pdf, attempt } = started.value
    return ok(await sendToPrinter(desk, attempt, { pdf, paper: letter.paper, title: `${titleOf(letter)} salinan ${n}` }))
  },

  printPaper: async (desk, { paper, printer }) => {
    const sheet = await paperSheet(desk, paper)
    if (!sheet) return refuse({ kind: 'not-found' })
    if (!(await hasPrinter(desk, printer))) return refuse({ kind: 'printer-not-found' })
    const { pdf } = await desk.renderSheet(sheet, sheet.paper)
    const what = { kind: paper.kind, letterId: null, copyNo: null }
    const started = await write(desk, async trx => ok(startAttempt(trx, desk, what, printer)))
    return ok(await sendToPrinter(desk, started.value, { pdf, paper: sheet.paper, title: 'Loket SLRT' }))
  },

  showPaper: async (desk, { paper }) => {
    const sheet = await paperSheet(desk, paper)
    return sheet ? ok(sheet) : refuse({ kind: 'not-found' })
  }
}

/** Job titles are seen by everybody at the printer: the place in the book and nothing about a person. */
const titleOf = (letter: { sequence: number; year: number }): string => `Surat ${letter.sequence}-${letter.year}`

const hasPrinter = async (desk: Desk, name: string): Promise<boolean> =>
  (await listPrinters(desk))?.some(printer => printer.name === name) ?? false

/** Undefined when there is no spooler to ask. */
async function listPrinters(desk: Desk): Promise<PrinterEntry[] | undefined> {
  try {
    return await desk.printer.list()
  } catch (error) {
    if (error instanceof SpoolerDown) return undefined
    throw error
  }
}

/** A letter in force, and no attempt that still waits for its end or for the officer's answer. */
async function readyToPrint(db: Reader, letterId: string) {
  const letter = await find(db, 'letter', letterId)
  if (!letter) return refuse({ kind: 'not-found' })
  if (letter.status === 'void') return refuse({ kind: 'letter-void' })
  const attempts = await listAttempts(db, letterId)
  const open = attempts.find(attempt => attempt.status === 'asked' || attempt.status === 'sending')
  return open ? refuse({ kind: 'attempt-open', attemptId: open.id }) : ok({ letter, attempts })
}

const isOnPaper = (attempts: PrintAttempt[]): boolean => attempts.some(({ kind, status }) => kind === 'letter' && status === 'printed')
