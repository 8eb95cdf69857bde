/** What the preload of the hidden print window offers: jobs come in, a report goes back for each. */
export type SheetJob = { id: string; sheet: unknown }
/** `overflow`: something is wider than the page, so the paper would lose text. */
export type SheetReport = { id: string; text: string; overflow: boolean; error?: string }
export type SheetBridge = { onRender(take: (job: SheetJob) => void): void; rendered(report: SheetReport): void }

declare global {
  interface Window {
    sheet: SheetBridge
  }
}
