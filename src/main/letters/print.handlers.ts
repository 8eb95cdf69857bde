import { mayMove } from '#shared/changes/machine'
import { localDateOf } from '#shared/clock'
import {
  type AtDesk,
  copyName,
  type IssuedLetter,
  isOnPaper,
  type LetterCopy,
  type PrintAttempt,
  printMachine
} from '#shared/letters/issued-letter'
import type { lettersContract } from '#shared/letters/letters.contract'
import { ok, type Result, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { create, move } from '../changes/record'
import { find } from '../database/find'
import type { Reader, Writer } from '../database/tables'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { type PrinterEntry, SpoolerDown } from '../printing/printer'
import { pdfOfLetter } from './frozen-pdf'
import { listAttempts, listCopies } from './letters.store'
import { paperSheet } from './papers'
import { sendToPrinter, startAttempt, stopAttempt } from './print'

type Handlers = HandlersOf<typeof lettersContract, Desk>
type PrintHandlers = Pick<Handlers, 'printers' | 'print' | 'stopPrint' | 'answerPrint' | 'printCopy' | 'printPaper' | 'showPaper'>

export const printHandlers: PrintHandlers = {
  printers: async desk => {
    const printers = await listPrinters(desk)
    return printers ? ok(printers) : refuse({ kind: 'spooler-down' })
  },

  print: (desk, { letterId, printer, copyNo = null }) =>
    printFrozen<{ kind: 'already-printed' | 'not-found' }>(desk, letterId, printer, async (trx, { attempts, deskCode }) => {
      const place = copyNo === null ? null : { n: copyNo, deskCode }
      if (isOnPaper(attempts, place)) return refuse({ kind: 'already-printed' })
      const copy = place && (await listCopies(trx, letterId)).find(made => made.n === copyNo && made.deskCode === deskCode)
      return copy === undefined ? refuse({ kind: 'not-found' }) : ok(copy)
    }),

  stopPrint: async (desk, { attemptId }) => {
    stopAttempt(desk, attemptId)
    return ok(null)
  },

  answerPrint: (desk, { attemptId, answer, reason }) =>
    write(desk, async trx => {
      const attempt = await find(trx, 'printAttempt', attemptId)
      if (!attempt) return refuse({ kind: 'not-found' })
      if (attempt.status !== 'asked' || !mayMove(printMachine, attempt.status, answer)) return refuse({ kind: 'not-asked' })
      return ok(move(trx, 'printAttempt', attemptId, answer, { reason: reason ?? attempt.reason, endedAt: desk.clock.now() }))
    }),

  printCopy: (desk, { letterId, printer, reason, takenBy }) =>
    printFrozen(desk, letterId, printer, async (trx, { attempts, deskCode }) => {
      if (!isOnPaper(attempts, null)) return refuse({ kind: 'never-printed' })
      const n = (await listCopies(trx, letterId)).length + 1
      const copy = { id: trx.newId(), letterId, n, reason, takenBy, takenAt: desk.clock.now(), officerId: signedIn(desk).id }
      return ok({ ...create(trx, 'letterCopy', copy), deskCode })
    }),

  printPaper: async (desk, { paper, printer }) => {
    const sheet = await paperSheet(desk, paper)
    if (!sheet) return refuse({ kind: 'not-found' })
    const found = await findPrinter(desk, printer)
    if (!found.ok) return found
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

type Copy = LetterCopy & AtDesk
type ReadyToPrint = { letter: IssuedLetter; attempts: readonly (PrintAttempt & AtDesk)[]; deskCode: string }

/** Prints a letter in force from its frozen bytes: as itself, or as the copy of it that is chosen in the change that keeps the attempt. */
async function printFrozen<P>(
  desk: Desk,
  letterId: string,
  printer: string,
  choose: (trx: Writer, ready: ReadyToPrint) => Promise<Result<Copy | null, P>>
) {
  const found = await findPrinter(desk, printer)
  if (!found.ok) return found
  const frozen = await pdfOfLetter(desk, letterId)
  if (!frozen.ok) return frozen
  const started = await write(desk, async trx => {
    const ready = await readyToPrint(trx, letterId)
    if (!ready.ok) return ready
    const chosen = await choose(trx, ready.value)
    if (!chosen.ok) return chosen
    const copy = chosen.value
    const pdf = copy ? await copyPdf(desk, frozen.value, copy) : frozen.value
    return ok(startJob(trx, desk, { letter: ready.value.letter, printer, pdf, copy }))
  })
  return started.ok ? ok(await started.value()) : started
}

type PaperOfLetter = { letter: IssuedLetter; printer: string; pdf: Uint8Array; copy: Copy | null }

/** Keeps an attempt in the change being made; what is answered hands the bytes to the spooler, once the change is kept. */
function startJob(trx: Writer, desk: Desk, { letter, printer, pdf, copy }: PaperOfLetter): () => Promise<PrintAttempt> {
  const attempt = startAttempt(trx, desk, { kind: copy ? 'copy' : 'letter', letterId: letter.id, copyNo: copy?.n ?? null }, printer)
  const title = copy ? `${titleOf(letter)} salinan ${copyName(copy)}` : titleOf(letter)
  return () => sendToPrinter(desk, attempt, { pdf, paper: letter.paper, title })
}

const copyPdf = (desk: Desk, frozen: Uint8Array, copy: Copy): Promise<Uint8Array> =>
  desk.pdf.copy(frozen, copyName(copy), { reason: copy.reason, takenBy: copy.takenBy, takenOn: localDateOf(copy.takenAt, desk.zone()) })

async function findPrinter(desk: Desk, name: string) {
  const printers = await listPrinters(desk)
  if (!printers) return refuse({ kind: 'spooler-down' })
  const found = printers.find(printer => printer.name === name)
  return found ? ok(found) : refuse({ kind: 'printer-not-found' })
}

/** Undefined when there is no spooler to ask. */
async function listPrinters(desk: Desk): Promise<PrinterEntry[] | undefined> {
  try {
    return await desk.printer.list()
  } catch (error) {
    if (error instanceof SpoolerDown) return undefined
    throw error
  }
}

/** A letter in force, and no attempt that still waits for its end here, or for an officer's answer anywhere: what another desk began to send may never be told. */
async function readyToPrint(db: Reader, letterId: string) {
  const letter = await find(db, 'letter', letterId)
  if (!letter) return refuse({ kind: 'not-found' })
  if (letter.status === 'void') return refuse({ kind: 'letter-void' })
  const attempts = await listAttempts(db, letterId)
  const { deskCode } = await getOffice(db)
  const open = attempts.find(one => one.status === 'asked' || (one.status === 'sending' && one.deskCode === deskCode))
  return open ? refuse({ kind: 'attempt-open', attemptId: open.id }) : ok({ letter, attempts, deskCode })
}
