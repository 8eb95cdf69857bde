import { open } from 'node:fs/promises'
import { ImportError } from './import-error'

export type FileKind = { kind: 'workbook'; format: 'xlsx' | 'xls' } | { kind: 'text'; encoding: TextEncoding; bomBytes: number }

/** `bytes`: UTF-8 and Windows-1252 are told apart cell by cell, because lists pasted together hold both. */
export type TextEncoding = 'bytes' | 'utf-16le' | 'utf-16be'

const headBytes = 65_536
/** A workbook is read whole, so it has to fit in memory; larger lists come as CSV. */
const largestWorkbook = 150e6
/** So many zeros end no text in any encoding: room that a download was given and never filled. */
const unfilled = 64

/** What a file is, by its first bytes; throws an ImportError when it is no list. The name of the file says nothing. */
export async function sniff(path: string): Promise<FileKind> {
  const { head, size } = await readHead(path)
  const kind = kindOfHead(head)
  if (kind.kind === 'workbook' && size > largestWorkbook)
    throw new ImportError({ kind: 'workbook-too-large', megabytes: Math.round(size / 1e6) })
  return kind
}

function kindOfHead(head: Uint8Array): FileKind {
  if (head.length === 0) throw new ImportError({ kind: 'file-empty' })
  const starts = (...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte)
  if (starts(0x50, 0x4b)) return zipKind(head)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { kind: 'workbook', format: 'xls' }
  for (const { name, bytes } of others) if (starts(...bytes)) throw new ImportError({ kind: 'wrong-kind-of-file', looksLike: name })
  if (starts(0xef, 0xbb, 0xbf)) return isPage(latin1(head.subarray(3))) ? page : { kind: 'text', encoding: 'bytes', bomBytes: 3 }
  if (starts(0xff, 0xfe)) return { kind: 'text', encoding: 'utf-16le', bomBytes: 2 }
  if (starts(0xfe, 0xff)) return { kind: 'text', encoding: 'utf-16be', bomBytes: 2 }
  return textKind(head)
}

const others = [
  { name: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21] },
  { name: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { name: 'gzip', bytes: [0x1f, 0x8b] },
  { name: 'SQLite', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] },
  { name: 'Windows program', bytes: [0x4d, 0x5a, 0x90] },
  { name: 'RTF', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] }
]

async function readHead(path: string): Promise<{ head: Uint8Array; size: number }> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return { head: buffer.subarray(0, bytesRead), size: (await file.stat()).size }
  } finally {
    await file.close()
  }
}

/** Workbooks are zip files; the names of what is inside stand in the clear. */
function zipKind(head: Uint8Array): FileKind {
  const text = latin1(head)
  if (
    /\[Content_Types\]\.xml|xl\/|_rels\/|mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(text) &&
    !/word\/|ppt\//.test(text)
  )
    return { kind: 'workbook', format: 'xlsx' }
  throw new ImportError({ kind: 'wrong-kind-of-file', looksLike: /word\//.test(text) ? 'Word' : 'ZIP' })
}

/** An export called .xls that is a web page inside: the workbook library reads it. */
const page: FileKind = { kind: 'workbook', format: 'xls' }
const isPage = (text: string): boolean =>
  /^\s*(<!doctype html|<html|<table|<\?xml[^>]*\?>\s*<(\?mso|workbook|html|office:document))/i.test(text)

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

function textKind(head: Uint8Array): FileKind {
  const text = latin1(head)
  if (isPage(text)) return page
  if (/^\s*<\?xml/i.test(text)) throw new ImportError({ kind: 'wrong-kind-of-file', looksLike: 'XML' })
  if (/^\s*(\{|\[\s*\{)/.test(text)) throw new ImportError({ kind: 'wrong-kind-of-file', looksLike: 'JSON' })
  if (head.length - 1 - head.findLastIndex(byte => byte !== 0) >= unfilled) throw new ImportError({ kind: 'file-cut-off' })
  const zeros = head.filter(byte => byte === 0).length
  if (zeros > 0) return wideKind(head, zeros)
  const controls = head.filter(byte => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length
  if (controls > head.length / 500) throw new ImportError({ kind: 'wrong-kind-of-file', looksLike: 'binary' })
  if (!isUtf8(head) && isNoWindows1252(head)) throw new ImportError({ kind: 'unknown-encoding' })
  return { kind: 'text', encoding: 'bytes', bomBytes: 0 }
}

/** UTF-16 without its mark: every other byte of a list is zero. */
function wideKind(head: Uint8Array, zeros: number): FileKind {
  const odd = head.filter((byte, at) => byte === 0 && at % 2 === 1).length
  if (zeros > head.length * 0.4 && odd === zeros) return { kind: 'text', encoding: 'utf-16le', bomBytes: 0 }
  if (zeros > head.length * 0.4 && odd === 0) return { kind: 'text', encoding: 'utf-16be', bomBytes: 0 }
  throw new ImportError(zeros > head.length * 0.4 ? { kind: 'unknown-encoding' } : { kind: 'wrong-kind-of-file', looksLike: 'binary' })
}

function isUtf8(head: Uint8Array): boolean {
  // the last character may be cut in two
  for (const cut of [0, 1, 2, 3])
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, head.length - cut))
      return true
    } catch {}
  return false
}

/** Five bytes mean nothing in Windows-1252, and no Indonesian list is mostly accents: that is some other writing. */
function isNoWindows1252(head: Uint8Array): boolean {
  const high = head.filter(byte => byte > 0x7f).length
  const holes = head.filter(byte => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d).length
  return high > head.length * 0.2 || holes > Math.max(2, high * 0.1)
}
