import type { PrintAttempt } from '#shared/letters/issued-letter'
import type { PaperSize } from '#shared/paper/paper-size'
import { ok } from '#shared/result'
import { create, move } from '../changes/record'
import type { Writer } from '../database/tables'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import type { PrintOutcome } from '../printing/printer'
import { listCutOffAttempts } from './letters.store'

type Job = { pdf: Uint8Array; paper: PaperSize; title: string }
type What = Pick<PrintAttempt, 'kind' | 'letterId' | 'copyNo'>

/** Keeps a new attempt in the change being made: before the spooler is asked, so that a crash cannot hide it. */
export function startAttempt(trx: Writer, desk: Desk, what: What, printer: string): PrintAttempt {
  return create(trx, 'printAttempt', {
    id: trx.newId(),
    ...what,
    printer,
    status: 'sending',
    reason: null,
    startedAt: desk.clock.now(),
    endedAt: null,
    officerId: signedIn(desk).id
  })
}

/** The attempts of each desk that the spooler has not answered yet, and how each is called back. */
const underway = new WeakMap<Desk['raw'], Map<string, AbortController>>()

/** Calls an attempt back; one that is not under way here is left as it is. */
export const stopAttempt = (desk: Desk, attemptId: string): void => underway.get(desk.raw)?.get(attemptId)?.abort()

async function print(desk: Desk, { id, printer }: PrintAttempt, job: Job): Promise<PrintOutcome> {
  const mine = underway.get(desk.raw) ?? new Map<string, AbortController>()
  const stop = new AbortController()
  underway.set(desk.raw, mine.set(id, stop))
  try {
    return await desk.printer.print({ ...job, printer, signal: stop.signal })
  } finally {
    mine.delete(id)
  }
}

/** Hands the bytes of an attempt to the spooler; afterwards it is failed, cancelled, or asked: only a person knows whether paper came out. */
export async function sendToPrinter(desk: Desk, attempt: PrintAttempt, job: Job): Promise<PrintAttempt> {
  desk.announce({ kind: 'print-progress', attemptId: attempt.id })
  const { status, reason } = endOf(await print(desk, attempt, job))
  const endedAt = status === 'asked' ? null : desk.clock.now()
  const ended = await write(desk, async trx => ok(move(trx, 'printAttempt', attempt.id, status, { reason, endedAt })))
  return ended.value
}

/** A spooler's "done" and a spooler's silence both leave the question open: the officer is asked. */
function endOf(outcome: PrintOutcome): { status: 'asked' | 'failed' | 'cancelled'; reason: string | null } {
  switch (outcome.kind) {
    case 'spooled':
      return { status: 'asked', reason: null }
    case 'no-answer':
      return { status: 'asked', reason: 'no-answer' }
    case 'cancelled':
      return { status: 'cancelled', reason: null }
    case 'failed':
      return { status: 'failed', reason: outcome.reason }
  }
}

/** Attempts that a crash cut off are put to the officer: nobody knows whether paper came out. */
export async function askAboutCutOffAttempts(desk: Desk): Promise<void> {
  const cut = await listCutOffAttempts(desk.db)
  if (cut.length === 0) return
  await write(desk, async trx => {
    for (const id of cut) move(trx, 'printAttempt', id, 'asked', { reason: 'cut-off' })
    return ok(null)
  })
}
