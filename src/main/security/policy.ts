// Every setting on which the safety of the window rests, in one place; a test stands behind each line.

/** The Electron this page was last gone through for; another major version has to be gone through again. */
export const REVIEWED_ELECTRON = 45

/**
 * The three pages of the app, each with a session of its own name: the officer's desk, the hidden sheet that becomes paper, and the screen that
 * faces the visitor. Without a name that starts with persist:, nothing of a page is kept on disk.
 */
export const WINDOWS = Object.freeze({
  desk: Object.freeze({ origin: 'app://desk', partition: 'desk' }),
  sheet: Object.freeze({ origin: 'app://sheet', partition: 'desk' }),
  visitor: Object.freeze({ origin: 'app://visitor', partition: 'visitor' })
} as const)
export type WindowKind = keyof typeof WINDOWS

/** What a window may do, whatever it shows. The caller adds its preload and nothing else. */
export const WEB_PREFERENCES = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  // a middle click would ask for a window
  disableBlinkFeatures: 'Auxclick',
  navigateOnDragDrop: false,
  // its dictionaries are downloaded
  spellcheck: false,
  autoplayPolicy: 'document-user-activation-required',
  safeDialogs: true
} as const)

/** The content policy of all pages. Trusted Types close the doors through which text becomes script. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'"
].join('; ')

/** Everything a page gets beside its content. */
export const HEADERS = Object.freeze({
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store'
} as const)

/** No page needs one: a camera, the clipboard, notifications and all others are refused. */
export const PERMISSIONS: readonly string[] = Object.freeze([])

/** Signs of the computer that nobody sits at it: it goes to sleep, or Windows is locked or shows another user. The desk locks with it. */
export const LOCKS_AT = Object.freeze(['suspend', 'lock-screen'] as const)

/** Switches burnt into the packaged executable, in electron-builder's words. */
export const FUSES = Object.freeze({
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false
} as const)

/** The largest input of a call, in characters of JSON; a photo or a logo has its own, larger limit. */
export const INPUT_LIMIT = 256 * 1024
export const LARGE_INPUT_LIMIT = 16 * 1024 * 1024

/** Calls that a window may make at once, and a second from then on: no officer comes near it, a page that runs wild is slowed down. */
export const RATE = Object.freeze({ atOnce: 400, perSecond: 100 } as const)
/** The visitor's screen has two buttons. */
export const VISITOR_RATE = Object.freeze({ atOnce: 5, perSecond: 1 } as const)

/** Whether an address belongs to one of the app's own pages. */
export function allowsUrl(url: string): boolean {
  return Object.values(WINDOWS).some(({ origin }) => url === origin || url.startsWith(`${origin}/`))
}

/** Whether a page may fetch this: its own files, and bytes that it has itself. Nothing of a page ever reaches a network. */
export function allowsRequest(url: string): boolean {
  return allowsUrl(url) || /^(blob:app:\/\/|data:image\/)/.test(url)
}
