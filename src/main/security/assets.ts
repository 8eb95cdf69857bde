const TYPES: Readonly<Record<string, string>> = Object.freeze({
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
  woff: 'font/woff'
})

// each page has its own document; what they load lies in assets/
const DOCUMENTS: Readonly<Record<string, string>> = Object.freeze({ desk: 'index.html', sheet: 'sheet.html', visitor: 'visitor.html' })

// plain names only: no %, backslash, colon, tilde, empty part, or part that starts or ends with a dot
const ADDRESS = /^app:\/\/(desk|sheet|visitor)\/((?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)?$/
// Windows opens a device under these names, whatever the ending
const DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i

/** The file, below the folder of built pages, that an address of ours names; undefined refuses it. */
export function resolveAsset(url: string): string | undefined {
  // a test of length first: no pattern runs over a megabyte
  const found = url.length <= 300 ? ADDRESS.exec(url) : null
  const document = DOCUMENTS[found?.[1] ?? '']
  if (!found || !document) return undefined
  const path = found[2] ?? document
  if (DEVICE.test(path) || typeOf(path) === undefined) return undefined
  return path.startsWith('assets/') || path === document ? path : undefined
}

/** The media type of a file by its ending; undefined for a file that no page needs. */
export function typeOf(path: string): string | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  return Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined
}
