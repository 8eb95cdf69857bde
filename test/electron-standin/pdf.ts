import type { PrintToPDFOptions } from 'electron'

/** Chromium's words for Electron's print options; both count in inches. */
export function pdfParameters(options: PrintToPDFOptions): object {
  const { pageSize, margins, ...same } = options
  if (typeof pageSize === 'string') throw new Error(`stand-in: electron.webContents.printToPDF pageSize '${pageSize}' is not there`)
  return {
    ...same,
    ...(pageSize && { paperWidth: pageSize.width, paperHeight: pageSize.height }),
    ...(margins && { marginTop: margins.top, marginBottom: margins.bottom, marginLeft: margins.left, marginRight: margins.right })
  }
}
