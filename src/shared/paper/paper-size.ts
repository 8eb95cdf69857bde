import { z } from 'zod'

/** F4 (215 x 330 mm) is the folio most Indonesian offices keep in the tray; Chromium and CUPS know it by no name. */
export const PaperSize = z.enum(['F4', 'A4', 'ticket-80'])
export type PaperSize = z.infer<typeof PaperSize>

const PAGES: Record<PaperSize, { widthMm: number; heightMm: number }> = {
  F4: { widthMm: 215, heightMm: 330 },
  A4: { widthMm: 210, heightMm: 297 },
  'ticket-80': { widthMm: 80, heightMm: 110 }
}

/** The page in millimetres; a ticket is one length of an 80 mm roll. */
export const pageOf = (size: PaperSize): { widthMm: number; heightMm: number } => PAGES[size]

/** The same page in PDF points (1/72 inch). */
export const pointsOf = (size: PaperSize): { widthPt: number; heightPt: number } => {
  const { widthMm, heightMm } = PAGES[size]
  return { widthPt: (widthMm / 25.4) * 72, heightPt: (heightMm / 25.4) * 72 }
}
