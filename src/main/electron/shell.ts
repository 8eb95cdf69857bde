import { rmSync } from 'node:fs'
import { app, crashReporter, Menu, type Session, session, type WebContents } from 'electron'
import { allowsRequest, PERMISSIONS, WINDOWS } from '../security/policy'
import { claimScheme, servePages } from './protocol'

/** Everything that has to be settled before the app is ready. Call it first. */
export function hardenApp(): void {
  app.enableSandbox()
  claimScheme()
  // a dump holds what was in memory: it never leaves this computer, and does not stay on it
  crashReporter.start({ uploadToServer: false })
  rmSync(app.getPath('crashDumps'), { recursive: true, force: true })
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** The sessions of all windows: they ask for nothing, keep nothing, fetch nothing and serve only the built pages. */
export function openSessions(pages: string): void {
  Menu.setApplicationMenu(null)
  for (const partition of new Set(Object.values(WINDOWS).map(one => one.partition))) {
    settle(session.fromPartition(partition, { cache: false }), pages)
  }
}

function settle(own: Session, pages: string): void {
  own.setPermissionCheckHandler((_contents, permission) => PERMISSIONS.includes(permission))
  own.setPermissionRequestHandler((_contents, permission, decide) => decide(PERMISSIONS.includes(permission)))
  own.setDevicePermissionHandler(() => false)
  own.setDisplayMediaRequestHandler(null)
  own.on('will-download', event => event.preventDefault())
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !allowsRequest(url) && !isOfTools(url) }))
  own.setSpellCheckerEnabled(false)
  servePages(own, pages)
}

const isOfTools = (url: string): boolean => !app.isPackaged && url.startsWith('devtools://')

/** A page stays where the app put it: it goes nowhere, opens nothing, embeds nothing, chooses no device and has one size. */
function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('select-bluetooth-device', event => event.preventDefault())
  // a page that wants to be asked before it is left would hold the window
  contents.on('will-prevent-unload', event => event.preventDefault())
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1)
    void contents.setVisualZoomLevelLimits(1, 1)
  })
  contents.on('devtools-opened', () => {
    if (app.isPackaged) contents.closeDevTools()
  })
}
