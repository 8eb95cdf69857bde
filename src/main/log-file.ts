import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import log from 'electron-log/node'

/** Longer runs of digits could be a NIK or a telephone number. */
const DIGITS = /\d{6,}/g
const QUOTED = /(["'`])(?:(?!\1).){1,200}\1/g

/** What may be known of an error outside the database: its kind, its code, where it happened; never what a person typed. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as { code?: unknown }).code
  const message = error.message.split('\n')[0]?.replace(QUOTED, '…').replace(DIGITS, '#').slice(0, 200)
  const frames = (error.stack ?? '')
    .split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .slice(0, 12)
  return [`${error.name}${code ? ` ${String(code)}` : ''}: ${message}`, ...frames].join('\n')
}

/** Writes to `logs/desk.log` below the data folder and returns the reference that the officer is shown. */
export function logFile(data: string): (channel: string, error: unknown) => string {
  log.transports.console.level = false
  log.transports.file.resolvePathFn = () => join(data, 'logs', 'desk.log')
  log.transports.file.maxSize = 2 * 1024 * 1024
  return (channel, error) => {
    const reference = randomBytes(4).toString('hex')
    log.error(`${reference} ${channel} ${describe(error)}`)
    return reference
  }
}
