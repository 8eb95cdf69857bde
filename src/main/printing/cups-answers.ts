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

export type JobEnd = 'completed' | 'cancelled' | 'aborted'

/** `lpstat -l -W completed -o`: a job's line, then indented lines; `Alerts:` holds the IPP job-state-reasons (RFC 8011, 5.3.8). */
export function readJobEnd(stdout: string, jobId: string): JobEnd | undefined {
  const lines = stdout.split('\n')
  const start = lines.findIndex(line => line.startsWith(`${jobId} `))
  if (start < 0) return undefined
  const length = lines.slice(start + 1).findIndex(line => !/^\s/.test(line))
  const details = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length)
  const alerts = details.find(line => line.trim().startsWith('Alerts:')) ?? ''
  if (/job-canceled/.test(alerts)) return 'cancelled'
  if (/aborted|job-completed-with-errors/.test(alerts)) return 'aborted'
  return 'completed'
}

/** `lpstat -W not-completed -o`: whether the job still waits or prints. */
export const isQueued = (stdout: string, jobId: string): boolean => stdout.split('\n').some(line => line.startsWith(`${jobId} `))
