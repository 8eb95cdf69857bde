import http from 'node:http'
import https from 'node:https'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type RawServerDefault } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type FrameWork, frameWork } from '#wire/frame-work'
import { answerErrors, refuseMalformed, refuseNoRequest } from './answer-errors'
import { blobRoutes } from './attachments/blobs.routes'
import { headRoutes } from './audit/heads.routes'
import { closeInOrder } from './close-in-order'
import type { Context } from './context'
import type { Database } from './database/place'
import { deviceRequests } from './devices/device-requests'
import { enrolRoutes } from './devices/enrol.routes'
import { leavingRoutes } from './devices/leaving.routes'
import { proofRoutes } from './districts/proof.routes'
import { fileRoutes } from './files/files.routes'
import { healthRoutes } from './health/health.routes'
import { metricsOf } from './health/metrics'
import type { App } from './http'
import { letterRoutes } from './letters/letter.routes'
import { type Limits, limitsOf } from './limits'
import { Problem } from './problem'
import { type LogTarget, quietLogs } from './quiet-logs'
import { type ReadTls, readTls, type Tls, takeRenewed } from './renewed-certificate'
import { shareConnections } from './share-connections'
import { exchangeRoutes } from './sync/exchange'

export type AppOptions = {
  server: Database
  now(): number
  limits: Limits
  log: LogTarget
  /** Reads frames here unless told otherwise. */
  frames?: FrameWork
  tls?: Tls
}

/** The district server's whole HTTP interface over an open database; it listens nowhere yet. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { server, now, limits, frames = frameWork } = options
  const certificate = options.tls && readTls(options.tls)
  const app: App = Fastify({
    bodyLimit: limits.jsonBytes,
    routerOptions: { maxParamLength: 3_000 },
    // behind a proxy on the same machine, the proxy says who is there
    trustProxy: 'loopback',
    frameworkErrors: (error, _request, reply) => refuseMalformed(error.statusCode, reply),
    clientErrorHandler: refuseNoRequest,
    serverFactory: handler => listener(handler, options, certificate),
    ...quietLogs(options.log)
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  closeInOrder(app, limits.closeMs)
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  await app.register(swagger, {
    openapi: { info: { title: 'Loket SLRT district server', version: '1' } },
    transform: described
  })
  await app.register(rateLimit, { global: false })
  const limitAll = limitsOf(app)
  const metrics = metricsOf(app, server, now, certificate)
  const context: Context = { server, now, frames, limits, metrics, limitAll, devices: deviceRequests(app, server, now, limitAll, limits) }
  for (const add of [
    healthRoutes,
    enrolRoutes,
    exchangeRoutes,
    blobRoutes,
    fileRoutes,
    headRoutes,
    leavingRoutes,
    letterRoutes,
    proofRoutes
  ])
    add(app, context)
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  await app.ready()
  return app
}

/** What routes answer that give no JSON. */
const Bytes = z.unknown().describe('Bytes')

/** Beside what a route says of its own answers, what every route may answer: that it is refused, or cannot be done now. */
function described(route: Parameters<typeof jsonSchemaTransform>[0]): ReturnType<typeof jsonSchemaTransform> {
  const { schema } = route
  if (schema?.hide) return jsonSchemaTransform(route)
  const response = { '4xx': Problem, '5xx': Problem, ...((schema?.response as object | undefined) ?? { '2xx': Bytes }) }
  return jsonSchemaTransform({ ...route, schema: { ...schema, response } })
}

/** A listener that waits for no slow sender for ever. */
function listener(handler: http.RequestListener, { limits, tls }: AppOptions, certificate: ReadTls | undefined): RawServerDefault {
  const waits = { headersTimeout: limits.headersMs, requestTimeout: limits.requestMs, connectionsCheckingInterval: limits.checkMs }
  const made = certificate ? https.createServer({ ...waits, ...certificate }, handler) : http.createServer(waits, handler)
  if (tls && certificate) takeRenewed(made as https.Server, tls, certificate, limits.certificateMs)
  made.setTimeout(limits.idleMs)
  made.keepAliveTimeout = limits.idleMs
  made.maxConnections = limits.connections
  shareConnections(made, limits.addressConnections)
  return made
}
