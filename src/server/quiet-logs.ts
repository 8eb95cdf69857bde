import { type FastifyServerOptions, LogController } from 'fastify'

/** Where log lines go; nowhere for `null`. */
export type LogTarget = { write(line: string): void } | null

/**
 * One line of JSON per answered call: route, status, time and the device's id. Never an address, a body, a query, a code from a path or the text
 * of an error, as a database puts values into those.
 */
export function quietLogs(target: LogTarget): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  const logController = new LogController({ disableRequestLogging: true })
  if (!target) return { logger: false, logController }
  return {
    logController,
    logger: {
      level: 'info',
      stream: target,
      serializers: { req: () => ({}), res: () => ({}), err: quietError }
    }
  }
}

/** Where an error came from, and its kind, without its words. */
export function quietError(error: Error & { code?: string }) {
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { type: error.name, code: error.code ?? '', message: '', stack: frames.join('\n') }
}
