import type { CustomScheme, Protocol } from 'electron'
import { beforeReady } from './app.ts'
import { named } from './named.ts'

type Serve = (request: Request) => Response | Promise<Response>

const standard = new Set<string>()

// Chromium cannot learn a scheme from outside: app://desk/x travels as https://desk.app.invalid/x, a name that no network resolves
const suffix = '.invalid'

/** The address Chromium is given for one of the app's own schemes; others stay as they are. */
export function toChromium(url: string): string {
  return url.replace(/^([a-z]+):\/\/([^/?#]+)/, (all, scheme: string, host: string) =>
    standard.has(scheme) ? `https://${host}.${scheme}${suffix}` : all
  )
}

/** The address as the app knows it. */
export function fromChromium(url: string): string {
  return url.replace(/^https:\/\/([^/?#]+)\.([a-z]+)\.invalid(?=[/?#]|$)/, (all, host: string, scheme: string) =>
    standard.has(scheme) ? `${scheme}://${host}` : all
  )
}

/** The protocol handlers of one session, each session having its own. */
export function createProtocol(): { protocol: Protocol; find(url: string): Serve | undefined } {
  const served = new Map<string, Serve>()
  const parts = {
    registerSchemesAsPrivileged: (schemes: CustomScheme[]) => {
      beforeReady('protocol.registerSchemesAsPrivileged()')
      for (const { scheme, privileges } of schemes) if (privileges?.standard && privileges.secure) standard.add(scheme)
    },
    handle: (scheme, serve) => {
      if (!standard.has(scheme)) throw new Error(`stand-in: the scheme ${scheme} is not registered as standard and secure`)
      served.set(scheme, serve as Serve)
    },
    isProtocolHandled: scheme => served.has(scheme)
  } satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled'>
  return { protocol: named('protocol', parts) as Protocol, find: url => served.get(url.slice(0, url.indexOf(':'))) }
}
