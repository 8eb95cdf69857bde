import { createHash } from 'node:crypto'
import { mayMove } from '#shared/changes/machine'
import { printMachine } from '#shared/letters/issued-letter'
import type { lettersContract } from '#shared/letters/letters.contract'
import { ok, type Result, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { create, move } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import { type PrinterEntry, SpoolerDown } from '../printing/printer'
import { getPdf, listAttempts, listCopies } from './letters.store'
import { paperSheet } from './papers'
import { overlayCopy } from './pdf-copy'
import { tryToPrint } from './print'

type Handlers = HandlersOf<typeof lettersContract, Desk>
type PrintHandlers = Pick<Handlers, 'printers' | 'print' | 'answerPrint' | 'printCopy' | 'printPaper' | 'showPaper'>

export const printHandlers: PrintHandlers = {
  printers: async desk => {
    const printers = await listPrinters(desk)
    return printers ? ok(printers) : refuse({ kind: 'spooler-down' })
  },

  print: async (desk, { letterId, printer }) => {
    const ready = await readyToPrint(desk, letterId, printer)
    if (!ready.ok) return ready
    const { letter, attempts } = ready.value
    if (attempts.some(attempt => attempt.kind === 'letter' && attempt.status === 'printed')) return refuse({ kind: 'already-printed' })
    const pdf = await getPdf(desk.db, letter.pdfHash)
    if (createHash('sha256').update(pdf).digest('hex') !== letter.pdfHash) throw new Error('the frozen bytes are not what they were')
    return ok(
      await tryToPrint(desk, { kind: 'letter', letterId, copyNo: null }, { pdf, printer, paper: letter.paper, title: titleOf(letter) })
    )
  },

  answerPrint: (desk, { attemptId, answer, reason }) =>
    write(desk, async trx => {
      const attempt = await find(trx, 'printAttempt', attemptId)
      if (!attempt) return refuse({ kind: 'not-found' })
      if (attempt.status !== 'asked' || !mayMove(printMachine, attempt.status, answer)) return refuse({ kind: 'not-asked' })
      return ok(move(trx, 'printAttempt', attemptId, answer, { reason: reason ?? attempt.reason, endedAt: desk.clock.now() }))
    }),

  printCopy: async (desk, { letterId, printer, reason, takenBy }) => {
    const ready = await readyToPrint(desk, letterId, printer)
    if (!ready.ok) return ready
    const { letter, attempts } = ready.value
    if (!attempts.some(attempt => attempt.status === 'printed')) return refuse({ kind: 'never-printed' })
    const copy = await write(desk, async trx => {
      const n = (await listCopies(trx, letterId)).length + 1
      return ok(
        create(trx, 'letterCopy', {
          id: desk.newId(),
          letterId,
          n,
          reason,
          takenBy,
          takenAt: desk.clock.now(),
          officerId: signedIn(desk).id
        })
      )
    })
    const { n } = copy.value
    const pdf = await overlayCopy(await getPdf(desk.db, letter.pdfHash), n, { reason, takenBy, takenOn: desk.today() })
    const what = { kind: 'copy' as const, letterId, copyNo: n }
    return ok(await tryToPrint(desk, what, { pdf, printer, paper: letter.paper, title: `${titleOf(letter)} salinan ${n}` }))
  },

  printPaper: async (desk, { paper, printer }) => {
    const sheet = await paperSheet(desk, paper)
    if (!sheet) return refuse({ kind: 'not-found' })
    if (!(await hasPrinter(desk, printer))) return refuse({ kind: 'printer-not-found' })
    const { pdf } = await desk.renderSheet(sheet, sheet.paper)
    return ok(
      await tryToPrint(desk, { kind: paper.kind, letterId: null, copyNo: null }, { pdf, printer, paper: sheet.paper, title: 'Loket SLRT' })
    )
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

type NotReady =
  | { kind: 'not-found' }
  | { kind: 'letter-void' }
  | { kind: 'printer-not-found' }
  | { kind: 'attempt-open'; attemptId: string }

/** A letter in force, a printer that exists, and no attempt that still waits for the officer's answer. */
async function readyToPrint(desk: Desk, letterId: string, printer: string) {
  const letter = await find(desk.db, 'letter', letterId)
  if (!letter) return refuse({ kind: 'not-found' })
  if (letter.status === 'void') return refuse({ kind: 'letter-void' })
  const attempts = await listAttempts(desk.db, letterId)
  const open = attempts.find(attempt => attempt.status === 'asked' || attempt.status === 'sending')
  if (open) return refuse({ kind: 'attempt-open', attemptId: open.id })
  if (!(await hasPrinter(desk, printer))) return refuse({ kind: 'printer-not-found' })
  const ready: Result<{ letter: typeof letter; attempts: typeof attempts }, NotReady> = ok({ letter, attempts })
  return ready
}
