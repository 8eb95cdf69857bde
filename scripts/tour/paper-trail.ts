import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What pdfinfo says of a PDF's first page, in points. */
export function pageSizeOf(pdf: string): { widthPt: number; heightPt: number; pages: number } {
  const text = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
  const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(text) ?? []
  const [, pages = '0'] = /Pages:\s+(\d+)/.exec(text) ?? []
  return { widthPt: Number(width), heightPt: Number(height), pages: Number(pages) }
}

export const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })

/** Every QR code on the PDF, read from its pixels as a camera would. */
export function readCodes(pdf: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'codes-'))
  try {
    execFileSync('pdftoppm', ['-r', '200', '-png', pdf, join(folder, 'page')])
    const pages = readdirSync(folder).map(name => join(folder, name))
    return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...pages], {
      encoding: 'utf8',
      // it complains there that no desktop is running
      stdio: ['ignore', 'pipe', 'ignore']
    })
      .split('\n')
      .filter(Boolean)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const readBytes = (file: string): Uint8Array => new Uint8Array(readFileSync(file))
