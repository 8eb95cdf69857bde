// Every setting on which the safety of the window rests, in one place; a test stands behind each line.

/** The two pages of the app: the desk, and the hidden sheet that becomes paper. */
export const ALLOWED_ORIGINS = Object.freeze(['app://desk', 'app://sheet'] as const)

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
  safeDialogs: true,
  // without a partition name that starts with persist:, nothing of a page is kept on disk
  partition: 'desk'
} as const)

/** The content policy of both pages. Trusted Types close the doors through which text becomes script. */
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

/** Whether an address belongs to one of the app's own pages. */
export function allowsUrl(url: string): boolean {
  return ALLOWED_ORIGINS.some(origin => url === origin || url.startsWith(`${origin}/`))
}
