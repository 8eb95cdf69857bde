import { inflateSync } from 'node:zlib'
import { PDFDocument, PDFRawStream, StandardFonts } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPdf, UnexpectedPdf } from '#main/letters/pdf-check'
import { overlayCopy } from '#main/letters/pdf-copy'
import { type PaperSize, pointsOf } from '#shared/paper/paper-size'

async function letter(papers: PaperSize[], useObjectStreams = true): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (const paper of papers) {
    const { widthPt, heightPt } = pointsOf(paper)
    document.addPage([widthPt, heightPt]).drawText('Surat', { x: 90, y: 500, size: 12, font })
  }
  return await document.save({ useObjectStreams })
}

/** The text that was drawn with a standard font, which stands in hex in the page's streams. */
async function drawnText(pdf: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const streams = document.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
  const plain = streams.map(stream => {
    const bytes = Buffer.from(stream.getContents())
    return stream.dict.toString().includes('FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1')
  })
  return plain.join('\n').replace(/<([0-9A-Fa-f]+)>/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))
}

const note = { reason: 'hilang di jalan', takenBy: 'Slamet Contoh', takenOn: '2026-12-01' }

describe('a copy of a letter', () => {
  it.each([true, false])('begins with exactly the frozen bytes (object streams: %s)', async useObjectStreams => {
    const frozen = await letter(['F4', 'F4'], useObjectStreams)
    const copy = await overlayCopy(frozen, '2', note)
    expect(Buffer.from(copy.subarray(0, frozen.length)).equals(Buffer.from(frozen))).toBe(true)
    expect(await checkPdf(copy, 'F4')).toMatchObject({ pages: 2 })
  })

  it('carries its number, the reason, the taker and the day over every page', async () => {
    const text = await drawnText(await overlayCopy(await letter(['A4', 'A4']), '3', note))
    expect(text.match(/SALINAN ke-3\. Alasan: hilang di jalan\. Diambil oleh: Slamet Contoh, 1 Desember 2026\./g)).toHaveLength(2)
    expect(text.match(/SALINAN ke-3(?!\.)/g)).toHaveLength(2)
  })

  it('of the same letter is made of the first bytes each time, never of another copy', async () => {
    const frozen = await letter(['F4'])
    const second = await overlayCopy(frozen, '2', note)
    expect(await drawnText(second)).not.toContain('SALINAN ke-1')
  })

  it('is made whatever was typed as reason or name', async () => {
    const frozen = await letter(['F4'])
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 500 }), async (reason, takenBy) => {
        const copy = await overlayCopy(frozen, '2', { ...note, reason, takenBy })
        expect(await checkPdf(copy, 'F4')).toMatchObject({ pages: 1 })
      }),
      { numRuns: 25 }
    )
  })
})

describe('the check before freezing', () => {
  it('tells pages and size', async () => {
    const found = await checkPdf(await letter(['F4']), 'F4')
    expect(found.pages).toBe(1)
    expect(found.widthPt).toBeCloseTo(609.45, 1)
    expect(found.heightPt).toBeCloseTo(935.43, 1)
  })

  it.each([
    ['another size', () => letter(['A4'])],
    ['one page of another size', () => letter(['F4', 'A4'])],
    ['bytes that are no PDF', async () => new Uint8Array([1, 2, 3])],
    ['nothing', async () => new Uint8Array()],
    ['half a PDF', async () => (await letter(['F4'])).subarray(0, 200)]
  ])('refuses %s', async (_, bytes) => {
    await expect(checkPdf(await bytes(), 'F4')).rejects.toBeInstanceOf(UnexpectedPdf)
  })

  it('refuses a page that lies on its side', async () => {
    const document = await PDFDocument.create()
    const { widthPt, heightPt } = pointsOf('F4')
    document.addPage([heightPt, widthPt])
    await expect(checkPdf(await document.save(), 'F4')).rejects.toBeInstanceOf(UnexpectedPdf)
  })
})
