import type { Session } from 'electron'
import { named, notThere } from './named.ts'
import { createProtocol } from './protocol.ts'

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>

/** A session with what the stand-in has to ask it. */
export type StandInSession = Session & {
  standin: {
    find: ReturnType<typeof createProtocol>['find']
    isAllowed(contents: Electron.WebContents, permission: string, origin: string): Promise<boolean>
  }
}

function createSession(name: string): StandInSession {
  const { protocol, find } = createProtocol()
  const rules: { request: RequestHandler | null; check: CheckHandler | null } = { request: null, check: null }
  const parts = {
    protocol,
    isPersistent: () => false,
    setPermissionRequestHandler: handler => {
      rules.request = handler
    },
    setPermissionCheckHandler: handler => {
      rules.check = handler
    },
    // no page can reach a device or another screen through the stand-in, whatever these say
    setDevicePermissionHandler: () => {},
    setDisplayMediaRequestHandler: () => {},
    // no download and no request outside app:// gets through the stand-in, whatever these say
    on: () => defaultSession,
    webRequest: { onBeforeRequest: () => {} } as never,
    setSpellCheckerEnabled: () => {},
    setSpellCheckerDictionaryDownloadURL: () => {},
    standin: {
      find,
      // as in Electron, what nobody decides is allowed
      isAllowed: async (contents, permission, origin) => {
        const details = { isMainFrame: true, requestingUrl: `${origin}/` }
        if (rules.check && !rules.check(contents, permission as never, origin, details as never)) return false
        const { request } = rules
        return !request || new Promise<boolean>(done => request(contents, permission as never, done, details as never))
      }
    }
  } satisfies Partial<StandInSession>
  return named(`session('${name}')`, parts) as unknown as StandInSession
}

const sessions = new Map<string, StandInSession>()
const defaultSession = createSession('')

/** The session of that name, made when it is first named; only those that keep nothing. */
export function fromPartition(name: string): StandInSession {
  if (name === '') return defaultSession
  if (name.startsWith('persist:')) throw notThere(`session.fromPartition('${name}')`)
  const known = sessions.get(name) ?? createSession(name)
  sessions.set(name, known)
  return known
}

export const session = named('session', { defaultSession, fromPartition } satisfies Pick<
  typeof Electron.Session,
  'defaultSession' | 'fromPartition'
>)
export const protocol = defaultSession.protocol
