import { setTimeout as sleep } from 'node:timers/promises'
import { type PaperSize, pageOf } from '#shared/paper/paper-size'
import { readDefault, readJob, readJobId, readNames, readPrinters, readState } from './cups-answers'
import { type Printer, type PrintFailure, type PrintJob, type PrintOutcome, SpoolerDown } from './printer'
import { runTool, type ToolAnswer } from './run-tool'

export type CupsOptions = {
  /** Where the tools are found and which server they ask (`PATH`, `CUPS_SERVER`). */
  env?: NodeJS.ProcessEnv
  /** Milliseconds that never jump, and a pause; a test sets both. */
  now?: () => number
  pause?: (ms: number) => Promise<unknown>
  /** How long one tool may take. */
  toolMs?: number
}

/** A one-page letter that the queue still holds after this long is stuck. */
const WATCH_MS = 90_000
const POLL_MS = 400

/** Letters, digits and what CUPS allows besides; so a name is never taken for an option or a path. */
const NAME = /^[\p{L}\p{N}_][^\p{Cc}\s/\\#"']{0,126}$/u

/**
 * Prints through CUPS with its own tools; no shell, no text of ours on a command line but a checked name and title.
 * One tool after the other: starting a program holds the main process for some 15 ms, and a screen must not feel three of them at once.
 */
export function cupsPrinter(options: CupsOptions = {}): Printer {
  const { now = () => performance.now(), pause = sleep, toolMs = 15_000 } = options
  const env = { ...(options.env ?? process.env), LC_ALL: 'C' }
  const run = (tool: string, args: string[], rest: { stdin?: Uint8Array; signal?: AbortSignal | undefined } = {}) =>
    runTool(tool, args, { env, timeoutMs: toolMs, ...rest })

  /** `-r` tells whether a scheduler answers; `lpstat -e` alone is silent when none does. */
  const namesOrDown = async (): Promise<string[]> => {
    const running = await run('lpstat', ['-r'])
    const names = await run('lpstat', ['-e'])
    if (!said(running).includes('scheduler is running')) throw new SpoolerDown(tell(running))
    if (names.kind !== 'ended') throw new SpoolerDown(tell(names))
    return readNames(names.stdout)
  }

  const withdraw = async (jobId: string) => void (await run('cancel', [jobId]))

  /** Watches the job until the spooler is done with it; whatever else happens, the job leaves the queue. */
  const watch = async (jobId: string, { printer, signal }: PrintJob): Promise<PrintOutcome> => {
    const until = now() + WATCH_MS
    let unseen = 0
    while (now() < until) {
      if (signal?.aborted) {
        await withdraw(jobId)
        return { kind: 'cancelled' }
      }
      const queue = await run('lpstat', ['-l', '-W', 'not-completed', '-o', printer])
      const done = await run('lpstat', ['-l', '-W', 'completed', '-o', printer])
      const states = await run('lpstat', ['-p', printer])
      const stand = readJob(said(queue), said(done), jobId)
      if (stand === 'completed') return { kind: 'spooled', jobId }
      if (stand === 'cancelled') return { kind: 'cancelled' }
      const isStopped = stand === 'queued' && readState(said(states), printer) === 'stopped'
      if (stand === 'broken' || isStopped) {
        await withdraw(jobId)
        return isStopped ? failed('stopped', said(states).trim()) : failed('rejected', 'the spooler could not print these pages')
      }
      unseen = stand === 'unseen' ? unseen + 1 : 0
      if (unseen >= 10) return { kind: 'no-answer' }
      await pause(POLL_MS)
    }
    await withdraw(jobId)
    return { kind: 'no-answer' }
  }

  return {
    async list() {
      const names = await namesOrDown()
      const chosen = await run('lpstat', ['-d'])
      const states = await run('lpstat', ['-p'])
      return readPrinters(names, readDefault(said(chosen)), said(states))
    },

    async print(job) {
      if (job.signal?.aborted) return { kind: 'cancelled' }
      const names = await namesOrDown().catch((cause: unknown) => {
        if (cause instanceof SpoolerDown) return cause
        throw cause
      })
      if (names instanceof SpoolerDown) return failed('spooler-down', names.message)
      if (!NAME.test(job.printer) || !names.includes(job.printer)) return failed('no-printer', 'CUPS knows no printer of this name')
      const before = await run('lpstat', ['-p', job.printer])
      if (readState(said(before), job.printer) === 'stopped') return failed('stopped', said(before).trim())

      const sent = await run('lp', ['-d', job.printer, '-t', plainTitle(job.title), ...pageOptions(job.paper), '-'], { stdin: job.pdf })
      if (sent.kind === 'missing') return failed('spooler-down', tell(sent))
      if (sent.kind !== 'ended') return { kind: 'no-answer' }
      const jobId = readJobId(sent.stdout)
      if (sent.code !== 0 || jobId === undefined) return failed('rejected', tell(sent))
      return await watch(jobId, job)
    }
  }
}

/** The page in full size: F4 has no name that every driver knows, and nothing may shrink a letter to fit. */
function pageOptions(paper: PaperSize): string[] {
  const { widthMm, heightMm } = pageOf(paper)
  return ['-o', `media=Custom.${widthMm}x${heightMm}mm`, '-o', 'print-scaling=none', '-o', 'sides=one-sided']
}

const plainTitle = (title: string): string => title.replace(/[^ -~]/g, '').slice(0, 60) || 'Loket SLRT'

const said = (answer: ToolAnswer): string => (answer.kind === 'ended' ? answer.stdout : '')

const tell = (answer: ToolAnswer): string =>
  answer.kind === 'ended' ? (answer.stderr.trim() || answer.stdout.trim()).slice(0, 200) : `tool ${answer.kind}`

const failed = (reason: PrintFailure, detail: string): PrintOutcome => ({ kind: 'failed', reason, detail })
