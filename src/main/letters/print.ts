import type { PrintAttempt } from '#shared/letters/issued-letter'
import type { PaperSize } from '#shared/paper/paper-size'
import { ok } from '#shared/result'
import { create, move } from '../changes/record'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import type { PrintOutcome } from '../printing/printer'
import { listCutOffAttempts } from './letters.store'

type Job = { pdf: Uint8Array; printer: string; paper: PaperSize; title: string }
type What = Pick<PrintAttempt, 'kind' | 'letterId' | 'copyNo'>

/**
 * One try to get bytes onto paper. The attempt is kept before the spooler is asked, so that a crash cannot hide it,
 * and is afterwards failed, cancelled, or asked: only a person knows whether paper came out.
 */
export async function tryToPrint(desk: Desk, what: What, job: Job): Promise<PrintAttempt> {
  const started = await write(desk, async trx =>
    ok(
      create(trx, 'printAttempt', {
        id: desk.newId(),
        ...what,
        printer: job.printer,
        status: 'sending',
        reason: null,
        startedAt: desk.clock.now(),
        endedAt: null,
        officerId: signedIn(desk).id
      })
    )
  )
  const attempt = started.value
  desk.announce({ kind: 'print-progress', attemptId: attempt.id })
  const outcome = await desk.printer.print(job)
  const { status, reason } = endOf(outcome)
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
