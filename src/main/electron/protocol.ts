import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { resolveAsset, typeOf } from '../security/assets'
import { HEADERS } from '../security/policy'

/** Makes app:// a scheme with an origin and a secure context. Call it before the app is ready, once. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

const refuse = (status: number): Response => new Response(null, { status, headers: HEADERS })

/** Serves the built pages of `folder` to this session, each with the content policy; anything else is not found. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle('app', async ({ url, method }) => {
    if (method !== 'GET') return refuse(405)
    const path = resolveAsset(url)
    if (path === undefined) return refuse(404)
    try {
      const body = await readFile(join(folder, path))
      return new Response(new Uint8Array(body), { headers: { ...HEADERS, 'content-type': typeOf(path) ?? '' } })
    } catch {
      return refuse(404) // a page asked for a file that this build does not have
    }
  })
}
