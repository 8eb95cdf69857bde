import { app, crashReporter, Menu, type Session, session, type WebContents } from 'electron'
import { PERMISSIONS, WEB_PREFERENCES } from '../security/policy'
import { claimScheme, servePages } from './protocol'

/** Everything that has to be settled before the app is ready. Call it first. */
export function hardenApp(): void {
  app.enableSandbox()
  claimScheme()
  // a dump holds what was in memory: it never leaves this computer
  crashReporter.start({ uploadToServer: false })
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** The session of every window: it asks for nothing, keeps nothing and serves only the built pages. */
export function openSession(pages: string): Session {
  Menu.setApplicationMenu(null)
  const desk = session.fromPartition(WEB_PREFERENCES.partition, { cache: false })
  desk.setPermissionCheckHandler((_contents, permission) => PERMISSIONS.includes(permission))
  desk.setPermissionRequestHandler((_contents, permission, decide) => decide(PERMISSIONS.includes(permission)))
  desk.setDevicePermissionHandler(() => false)
  desk.setDisplayMediaRequestHandler(null)
  servePages(desk, pages)
  return desk
}

/** A page stays where the app put it: it goes nowhere, opens nothing and embeds nothing. */
function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
}
