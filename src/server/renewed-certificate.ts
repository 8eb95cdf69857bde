import { readFileSync } from 'node:fs'
import type https from 'node:https'
import { createSecureContext } from 'node:tls'

/** Where certificate and key lie. */
export type Tls = { certFile: string; keyFile: string }

export type ReadTls = ReturnType<typeof readTls>

/** TLS from 1.2 on, for the PCs that know no newer; throws where certificate and key are none, or do not belong together. */
export function readTls({ certFile, keyFile }: Tls) {
  const read = { minVersion: 'TLSv1.2' as const, cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') }
  createSecureContext(read)
  return read
}

/** Takes a renewed certificate into use while the server runs, and notes it in `inUse`, or the old one would run out under it; one that is half written waits for the next look. */
export function takeRenewed(server: https.Server, tls: Tls, inUse: ReadTls, everyMs: number): void {
  const look = () => {
    try {
      const found = readTls(tls)
      if (found.cert === inUse.cert && found.key === inUse.key) return
      server.setSecureContext(found)
      Object.assign(inUse, found)
    } catch {
      // what is in use serves on
    }
  }
  const timer = setInterval(look, everyMs).unref()
  server.once('close', () => clearInterval(timer))
}
