import { resolve } from 'node:path'
import { z } from 'zod'
import type { Place } from './database/place'
import { PlaceError } from './database/place-error'
import type { Tls } from './renewed-certificate'

type Env = Record<string, string | undefined>

/** DATABASE_URL names a PostgreSQL database; without it, `--data` or DISTRICT_DATA a folder, or `district-data` here. */
export function placeOf(env: Env, data: string | undefined): Place {
  if (data === '') throw new PlaceError('--data names no folder')
  if (data === undefined && env.DATABASE_URL) {
    if (!/^postgres(ql)?:\/\/./.test(env.DATABASE_URL)) throw new PlaceError('DATABASE_URL does not name a PostgreSQL database')
    return { kind: 'postgres', url: env.DATABASE_URL }
  }
  return { kind: 'sqlite', folder: resolve(data ?? (env.DISTRICT_DATA || 'district-data')) }
}

export type Listen = { host: string; port: number; tls?: Tls }

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
const Port = z.coerce.number().int().min(0).max(65_535)

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host)

/** Where the server listens. Without a certificate only this machine may reach it: put a proxy with TLS before it, or give it one. */
export function listenOf(env: Env): Listen {
  const host = env.DISTRICT_HOST || '127.0.0.1'
  const { DISTRICT_TLS_CERT: certFile, DISTRICT_TLS_KEY: keyFile } = env
  const port = Port.safeParse(env.DISTRICT_PORT || '3324')
  if (!port.success) throw new PlaceError(`DISTRICT_PORT is no port: ${env.DISTRICT_PORT}`)
  if (Boolean(certFile) !== Boolean(keyFile)) throw new PlaceError('DISTRICT_TLS_CERT and DISTRICT_TLS_KEY belong together')
  if (certFile && keyFile) return { host, port: port.data, tls: { certFile, keyFile } }
  if (!isLoopback(host))
    throw new PlaceError(`without DISTRICT_TLS_CERT and DISTRICT_TLS_KEY the server listens on 127.0.0.1 only, not on ${host}`)
  return { host, port: port.data }
}
