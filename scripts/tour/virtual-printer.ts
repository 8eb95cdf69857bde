import { canStartCups, printedFiles, startCups } from '../../test/support/cups.ts'

export type TourPrinter = { name: string | null; env: Record<string, string>; printed(): string[]; close(): Promise<void> }

/** A real CUPS with a virtual PDF printer where one can be started; elsewhere whatever printer this computer has. */
export async function openPrinter(): Promise<TourPrinter> {
  if (!canStartCups()) return { name: null, env: {}, printed: () => [], close: async () => {} }
  const cups = await startCups()
  const { CUPS_SERVER = '' } = cups.env
  return { name: cups.printer, env: { CUPS_SERVER }, printed: () => printedFiles(cups), close: () => cups.stop() }
}
