// What the CUPS tools print under LC_ALL=C, read into values.
import type { PrinterEntry, PrinterState } from './printer'

/** `lpstat -e`: one destination a line. */
export const readNames = (stdout: string): string[] =>
  stdout
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** `lpstat -d`: "system default destination: NAME", or that there is none. */
export const readDefault = (stdout: string): string | undefined => /^system default destination: (\S+)$/m.exec(stdout)?.[1]

/** `lpstat -p`: "printer NAME is idle.", "printer NAME now printing NAME-3.", "printer NAME disabled since ...". */
export function readState(stdout: string, name: string): PrinterState {
  const line = stdout.split('\n').find(text => text.startsWith(`printer ${name} `))
  const rest = line?.slice(`printer ${name} `.length) ?? ''
  if (rest.startsWith('is idle')) return 'idle'
  if (rest.startsWith('now printing')) return 'busy'
  if (rest.startsWith('disabled')) return 'stopped'
  return 'unknown'
}

export const readPrinters = (names: string[], defaultName: string | undefined, states: string): PrinterEntry[] =>
  names.map(name => ({ name, isDefault: name === defaultName, state: readState(states, name) }))

/** `lp`: "request id is NAME-12 (1 file(s))". */
export const readJobId = (stdout: string): string | undefined => /^request id is (\S+-\d+) \(/m.exec(stdout)?.[1]

/** Where a job stands. `broken`: the spooler could not make pages of it and holds or drops it. */
export type JobStand = 'queued' | 'completed' | 'cancelled' | 'broken' | 'unseen'

/** Reads `lpstat -l -W not-completed -o` and `lpstat -l -W completed -o`. */
export function readJob(queue: string, done: string, jobId: string): JobStand {
  const [waiting, ended] = [alertsOf(queue, jobId), alertsOf(done, jobId)]
  if (ended !== undefined) return isBroken(ended) ? 'broken' : /job-canceled/.test(ended) ? 'cancelled' : 'completed'
  if (waiting !== undefined) return isBroken(waiting) ? 'broken' : 'queued'
  return 'unseen'
}

/** The IPP job-state-reasons (RFC 8011, 5.3.8) among the indented lines below a job's own; undefined when it is not listed. */
function alertsOf(stdout: string, jobId: string): string | undefined {
  const all = stdout.split('\n')
  const start = all.findIndex(line => line.startsWith(`${jobId} `))
  if (start < 0) return undefined
  const lines = all.slice(start + 1)
  const end = lines.findIndex(line => !/^\s/.test(line))
  return (end < 0 ? lines : lines.slice(0, end)).find(line => line.trim().startsWith('Alerts:')) ?? ''
}

const isBroken = (alerts: string): boolean => /aborted|job-completed-with-errors|job-stopped/.test(alerts)
